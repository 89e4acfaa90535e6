import type { Checklist, DutyState } from "../api/inspection_files";
import type { Language } from "../format";

/** The words of the table units × duties × state. */
const vi = {
  about: "Mỗi ô là tình trạng xấu nhất của nội dung trong đơn vị và các đơn vị trực thuộc, tính cả tồn tại chưa khắc phục từ các cuộc kiểm tra trước. Bấm vào tên đơn vị để xem các đơn vị bên trong.",
  left_out: "Nội dung không nêu dưới đây là chưa kiểm tra.",
  table: "Tình hình chấp hành theo đơn vị và nội dung",
  unit: "Đơn vị",
  heads: {
    badge: "Đeo thẻ",
    hours: "Giờ làm việc",
    dress: "Trang phục",
    conduct: "Thái độ, giao tiếp",
    alcohol: "Rượu, bia",
    gambling: "Đánh bạc",
    postings: "Niêm yết",
    registers: "Sổ theo dõi",
    other: "Khác",
  } satisfies Record<Checklist, string>,
  own_check: "Tự kiểm tra",
  own_done: (count: string) => `${count} cuộc`,
  own_none: "chưa",
  states: {
    overdue: (count: string) => `quá hạn: ${count}`,
    open: (count: string) => `chưa khắc phục: ${count}`,
    repair_waits: (count: string) => `chờ xem xét: ${count}`,
    not_kept: (count: string) => `chưa đạt: ${count}`,
    in_order: () => "đạt",
    not_checked: () => "chưa kiểm tra",
  } satisfies Record<DutyState, (count: string) => string>,
  rate: (share: string) => `đeo thẻ ${share}`,
  last: (date: string) => `ngày ${date}`,
  meanings: "Ý nghĩa",
  meaning: {
    overdue: ["Quá hạn", "có tồn tại chưa khắc phục đã quá hạn"],
    open: ["Chưa khắc phục", "có tồn tại còn trong hạn"],
    repair_waits: ["Chờ xem xét", "đơn vị báo đã khắc phục, đoàn kiểm tra chưa xem xét"],
    not_kept: ["Chưa đạt", "lần kiểm tra gần nhất thấy vi phạm nhưng chưa ai ghi tồn tại"],
    in_order: ["Đạt", "đã kiểm tra, không còn tồn tại nào"],
    not_checked: ["Chưa kiểm tra", "chưa ai kiểm tra nội dung này trong thời gian đã chọn; không có nghĩa là đạt"],
  } satisfies Record<DutyState, [name: string, text: string]>,
};

const en: typeof vi = {
  about: "Each cell is the worst state of a duty in a unit and those below it, with what is not mended yet of earlier inspections. Press a unit's name to see the units inside.",
  left_out: "What is not named below was not checked.",
  table: "Units by duty",
  unit: "Unit",
  heads: {
    badge: "Badge",
    hours: "Hours",
    dress: "Dress",
    conduct: "Conduct",
    alcohol: "Alcohol",
    gambling: "Gambling",
    postings: "Postings",
    registers: "Registers",
    other: "Other",
  },
  own_check: "Own inspections",
  own_done: (count) => count,
  own_none: "none yet",
  states: {
    overdue: (count) => `overdue: ${count}`,
    open: (count) => `open: ${count}`,
    repair_waits: (count) => `to review: ${count}`,
    not_kept: (count) => `not kept: ${count}`,
    in_order: () => "in order",
    not_checked: () => "not checked",
  },
  rate: (share) => `badges ${share}`,
  last: (date) => date,
  meanings: "What they mean",
  meaning: {
    overdue: ["Overdue", "a finding is not mended and its day has passed"],
    open: ["Open", "a finding is not mended yet"],
    repair_waits: ["To review", "the unit says it is mended, and the inspectors have not looked yet"],
    not_kept: ["Not kept", "the last inspection saw it broken, and nobody wrote a finding"],
    in_order: ["In order", "it was looked at, and nothing is left to mend"],
    not_checked: ["Not checked", "nobody looked on these days, which does not mean that it is in order"],
  },
};

export const duty_words: Record<Language, typeof vi> = { vi, en };
