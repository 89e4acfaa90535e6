import type { UnitProgress } from "../api/closes";
import { format_clock, format_date, format_day, format_number, type Language } from "../format";
import type { Words } from "./vi";

/** "đang làm, còn 4 buổi", "chờ duyệt", "đã chốt 02/8". */
export function progress_words(progress: UnitProgress, words: Words, language: Language): string {
  const said = words.progress;
  const { state, open_sessions, at } = progress;
  if (state === "open" && open_sessions > 0) return said.still_open(format_number(open_sessions, language));
  const word = said.state[state];
  const is_done = state === "closed" || state === "preliminary";
  return is_done && at !== null ? `${word} ${format_day(at.slice(0, 10), language)}` : word;
}

/** "hoa.tran, 08:12 ngày 02/8/2026". */
export function who_and_when(by: string, at: string, words: Words, language: Language): string {
  const moment = words.accounts.moment(format_clock(at), format_date(at.slice(0, 10), language));
  return `${by}, ${moment}`;
}
