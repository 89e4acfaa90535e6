import type { LineAnswer } from "../api/inspections";
import type { Language } from "../format";

/** The words of what checklists ask, on the file's page and from desk to desk. Answers as minutes print them. */
const vi = {
  title: "Nội dung kiểm tra",
  answers: { kept: "Đạt", broken: "Chưa đạt", not_applicable: "Không áp dụng" } satisfies Record<LineAnswer, string>,
  not_answered: "chưa kiểm tra",
  version: (number: string) => `(bản ${number})`,
  asked: "Nội dung",
  result: "Kết quả",
  note: "Ghi chú",
  note_of: (line: string) => `Ghi chú: ${line}`,
  answer: "Ghi",
  answer_again: "Sửa",
  answer_of: (line: string) => `Ghi: ${line}`,
  answer_again_of: (line: string) => `Sửa: ${line}`,
  said: (by: string, moment: string) => `${by}, ${moment}`,
  told: (answer: string, line: string) => `${answer}: ${line}`,
  progress_word: "nội dung đã kiểm tra",
};

const en: typeof vi = {
  title: "What is looked at",
  answers: { kept: "Kept", broken: "Not kept", not_applicable: "Does not apply" },
  not_answered: "not checked",
  version: (number) => `(version ${number})`,
  asked: "Question",
  result: "Result",
  note: "Note",
  note_of: (line) => `Note: ${line}`,
  answer: "Answer",
  answer_again: "Change",
  answer_of: (line) => `Answer: ${line}`,
  answer_again_of: (line) => `Change: ${line}`,
  said: (by, moment) => `${by}, ${moment}`,
  told: (answer, line) => `${answer}: ${line}`,
  progress_word: "checked",
};

export const line_words: Record<Language, typeof vi> = { vi, en };

const signs: Record<LineAnswer, string> = { kept: "✓", broken: "✕", not_applicable: "–" };
export const sign_of = (answer: LineAnswer): string => signs[answer];
