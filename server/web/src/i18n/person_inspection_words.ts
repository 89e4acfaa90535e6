import type { PersonInspection } from "../api/inspections";
import type { Language } from "../format";

/** What inspections say of one person, and what of them waits, on pages that are not about inspections. */
const vi = {
  title: "Kiểm tra",
  findings_title: "Kết quả kiểm tra",
  inspection: (number: string) => `Cuộc kiểm tra số ${number}`,
  when: (clock: string, date: string) => `${clock} ngày ${date}`,
  observed: {
    worn: "đeo thẻ",
    worn_wrongly: "đeo thẻ không đúng quy định",
    not_worn: "không đeo thẻ",
    someone_elses: "sử dụng thẻ của người khác",
    not_issued: "có mặt, chưa được cấp thẻ",
    exempt: "có mặt, được miễn đeo thẻ",
    absent_with_paper: "vắng có giấy tờ",
    absent_without: "vắng không có giấy tờ",
    taken_back: "chưa kiểm tra",
  } satisfies Record<NonNullable<PersonInspection["observed"]>, string>,
  disputed: "các thành viên đoàn ghi khác nhau, chưa thống nhất",
  not_observed: "chưa kiểm tra",
  tapped_not_there: "có quét thẻ nhưng không có mặt khi kiểm tra",
  states: { open: "chưa khắc phục", overdue: "quá hạn", repair_waits: "chờ xem xét khắc phục", mended: "đã khắc phục", closed: "đã kết thúc vụ việc" } satisfies Record<PersonInspection["findings"][number]["state"], string>,
  due: (date: string) => `hạn ${date}`,
  outcomes: { within_competence: "xử lý theo thẩm quyền", proposed: "đề xuất cấp có thẩm quyền" },
  carried: (periods: string) => `đưa vào đánh giá ${periods}`,
  to_mend: "Kiến nghị sau kiểm tra",
  to_mend_count: (open: string) => `${open} tồn tại chưa khắc phục`,
  overdue_count: (overdue: string) => `quá hạn ${overdue}`,
};

const en: typeof vi = {
  title: "Inspections",
  findings_title: "Results of inspections",
  inspection: (number) => `Inspection no. ${number}`,
  when: (clock, date) => `${clock} on ${date}`,
  observed: {
    worn: "badge worn",
    worn_wrongly: "badge worn wrongly",
    not_worn: "badge not worn",
    someone_elses: "somebody else’s badge",
    not_issued: "present, no badge issued yet",
    exempt: "present, exempt from wearing it",
    absent_with_paper: "absent with a paper",
    absent_without: "absent without a paper",
    taken_back: "not observed",
  },
  disputed: "inspectors disagree, not settled yet",
  not_observed: "not observed",
  tapped_not_there: "tapped in but not there at the check",
  states: { open: "not mended", overdue: "overdue", repair_waits: "repair waits to be reviewed", mended: "mended", closed: "case closed" },
  due: (date) => `due ${date}`,
  outcomes: { within_competence: "handled within competence", proposed: "proposed to a higher authority" },
  carried: (periods) => `carried into the evaluation of ${periods}`,
  to_mend: "To mend after inspections",
  to_mend_count: (open) => `${open} findings not mended`,
  overdue_count: (overdue) => `${overdue} overdue`,
};

export const person_inspection_words: Record<Language, typeof vi> = { vi, en };
