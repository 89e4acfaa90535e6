import type { Language } from "../format";

const vi = {
  title: "Cách hiểu tệp này",
  sheet: (name: string, first: string, last: string) =>
    first === last ? `Trang tính “${name}”, tiêu đề ở dòng ${first}.` : `Trang tính “${name}”, tiêu đề từ dòng ${first} đến dòng ${last}.`,
  letters: "Cột",
  heading: "Tiêu đề trong tệp",
  meaning: "Được hiểu là",
  absent: (columns: string) => `Tệp không có các cột sau, coi như để trống: ${columns}.`,
  changed: (count: string) => `${count} giá trị được đổi khi nhập`,
  skipped: (count: string) => `${count} dòng không nhập`,
  ignored: (count: string) => `${count} mục không dùng`,
  days: (count: string) => `${count} ngày lấy từ lịch`,
  row: (row: string) => `Dòng ${row}`,
  more: (count: string) => `và ${count} mục nữa`,
  date: "Ngày",
  kind: "Loại ngày",
  name: "Nội dung",
  why: "Căn cứ",
  cell: "Ô",
};

const en: typeof vi = {
  title: "How this file was understood",
  sheet: (name, first, last) =>
    first === last ? `Sheet “${name}”, its header in row ${first}.` : `Sheet “${name}”, its header in rows ${first} to ${last}.`,
  letters: "Column",
  heading: "Heading in the file",
  meaning: "Understood as",
  absent: (columns) => `The file lacks these columns; they are read as empty: ${columns}.`,
  changed: (count) => `Values changed on the way: ${count}`,
  skipped: (count) => `Rows that are not imported: ${count}`,
  ignored: (count) => `Not used: ${count}`,
  days: (count) => `Days taken from the calendar: ${count}`,
  row: (row) => `Row ${row}`,
  more: (count) => `and ${count} more`,
  date: "Date",
  kind: "Kind of day",
  name: "Name",
  why: "Because of",
  cell: "Cell",
};

export const understood_words: Record<Language, typeof vi> = { vi, en };
