import type { Language } from "../format";

/** The words of a finding that is written from desk to desk. */
const vi = {
  no_text: "Chưa ghi tồn tại, hạn chế, vi phạm là gì.",
  told: "Đã lưu tồn tại vào máy.",
  edit: "Sửa",
  edit_of: (text: string) => `Sửa: ${text}`,
  refused: "Tồn tại",
  named_in: "Người liên quan của một tồn tại",
};

const en: typeof vi = {
  no_text: "Say what was found.",
  told: "The finding is kept on this device.",
  edit: "Edit",
  edit_of: (text) => `Edit: ${text}`,
  refused: "A finding",
  named_in: "Whom a finding concerns",
};

export const find_words: Record<Language, typeof vi> = { vi, en };
