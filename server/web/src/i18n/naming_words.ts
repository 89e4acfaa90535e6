import type { Language } from "../format";

/** The words of the list of units and heads that may be named. */
const vi = {
  title: "Đề xuất phê bình, nêu tên",
  rule: (least: string) =>
    `Đơn vị có tồn tại quá hạn khắc phục; có tồn tại cùng nội dung, có người không đeo thẻ đúng quy định hoặc vắng không có giấy tờ trong ít nhất ${least} cuộc kiểm tra. Người đứng đầu là người chịu trách nhiệm tại thời điểm kiểm tra. Chỉ lưu hành nội bộ cho đến khi có quyết định.`,
  unit: "Đơn vị",
  why: "Lý do",
  heads: "Người đứng đầu lúc kiểm tra",
  no_head: "chưa xác định được",
  head_on: (head: string, days: string) => `${head} (${days})`,
  reasons: {
    overdue: (count: string) => `${count} tồn tại quá hạn khắc phục`,
    repeated: (count: string) => `${count} nội dung có tồn tại lặp lại`,
    without_badge: (count: string) => `${count} lượt người không đeo thẻ đúng quy định`,
    absent_without: (count: string) => `${count} lượt người vắng không có giấy tờ`,
  },
};

const en: typeof vi = {
  title: "May be named",
  rule: (least) =>
    `Units with findings past their day; or with findings of one kind, people without their badge as prescribed, or people absent without a paper in at least ${least} inspections. The head is who answered for the unit at those minutes. For internal use until it is decided.`,
  unit: "Unit",
  why: "Why",
  heads: "Who answered then",
  no_head: "nobody was named",
  head_on: (head, days) => `${head} (${days})`,
  reasons: {
    overdue: (count) => `${count} findings overdue`,
    repeated: (count) => `${count} kinds of findings came back`,
    without_badge: (count) => `${count} times somebody without the badge as prescribed`,
    absent_without: (count) => `${count} times somebody absent without a paper`,
  },
};

export const naming_words: Record<Language, typeof vi> = { vi, en };
