import type { InspectionSummary, Responsible, Wearing } from "../api/inspection_files";
import { format_clock, format_date, format_number, format_share } from "../format";
import { inspection_words } from "../i18n/inspection_words";
import { language, words } from "../i18n/language";

export const number = (count: number): string => format_number(count, language.value);
export const day = (date: string): string => format_date(date.slice(0, 10), language.value);
export const moment = (at: string): string => words.value.accounts.moment(format_clock(at), day(at));

export function percent(permille: number | null): string {
  return permille === null ? inspection_words[language.value].not_observed : format_share(permille / 1000, language.value);
}

/** "23/25 (92,0%)": never a rate without its count, and none at all of nobody. */
export function worn_text({ worn, observed, worn_permille }: Wearing): string {
  const said = inspection_words[language.value];
  return worn_permille === null ? said.not_observed : said.share(number(worn), number(observed), percent(worn_permille));
}

/** When it began or ended, or for when it is meant. */
export function when_text({ started_at, ended_at, day: meant }: Pick<InspectionSummary, "started_at" | "ended_at" | "day">): string {
  const said = inspection_words[language.value];
  if (ended_at) return said.ended(moment(ended_at));
  if (started_at) return said.started(moment(started_at));
  return meant ? said.planned_for(day(meant)) : "";
}

/** "Đặng Thị Hường", and by which right where it is another than being the head. Empty: nobody is named. */
export function responsible_text({ full_name, role }: Responsible): string {
  return role === "head" || full_name === "" ? full_name : `${full_name}, ${inspection_words[language.value].head_role[role]}`;
}
