import type { Grant } from "../api/types";
import { format_date, type Language } from "../format";
import type { Words } from "./vi";

/** "người chấm công, đơn vị X1, từ 01/3/2026": a role as it was given. */
export function grant_words({ role, unit, from, to }: Grant, words: Words, language: Language): string {
  const said = words.accounts;
  const parts = [
    words.roles[role],
    unit && said.of_unit(unit),
    from && said.from_day(format_date(from, language)),
    to && said.to_day(format_date(to, language)),
  ];
  return parts.filter(Boolean).join(", ");
}
