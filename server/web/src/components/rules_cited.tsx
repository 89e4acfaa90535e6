import { rules_in_force_path, type CitedRule } from "../api/rules";
import { format_date } from "../format";
import { language, words } from "../i18n/language";
import { useResource } from "../resource";

/** By which of the office's rules a list of these days stands; nothing where none was published. */
export function RulesCited({ unit, from, to }: { unit: string; from: string; to: string }) {
  const said = words.value.rules;
  const { value } = useResource<{ rules: CitedRule[] }>(rules_in_force_path(unit, from, to)).value;
  if (value === null || value.rules.length === 0) return null;
  const one = ({ name, paper, valid_from }: CitedRule) =>
    `${name} (${[paper, said.since(format_date(valid_from, language.value))].filter(Boolean).join(", ")})`;
  return <p class="history">{said.cited(value.rules.map(one).join("; "))}</p>;
}

/** The days of "2026-07". */
export function days_of(month: string): { from: string; to: string } {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return { from: `${month}-01`, to: `${month}-${String(last).padStart(2, "0")}` };
}
