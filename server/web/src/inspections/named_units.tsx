import type { NamedUnit } from "../api/inspection_files";
import { SeenRows } from "../components/seen_rows";
import { TableHead } from "../components/table_head";
import { inspection_words } from "../i18n/inspection_words";
import { language } from "../i18n/language";
import { naming_words } from "../i18n/naming_words";
import { day, number, responsible_text } from "./texts";

/** Units that may be named, each with the reasons and who answered for it at those times. */
export function NamedUnits({ units, inspections_min }: { units: NamedUnit[]; inspections_min: number }) {
  const said = naming_words[language.value];
  return (
    <>
      <p class="soft">{said.rule(number(inspections_min))}</p>
      {units.length === 0 ? <p class="empty">{inspection_words[language.value].nobody}</p> : <Table units={units} />}
    </>
  );
}

function Table({ units }: { units: NamedUnit[] }) {
  const said = naming_words[language.value];
  return (
    <table class="report stacked" role="table">
      <caption class="unseen">{said.title}</caption>
      <TableHead heads={[{ text: said.unit, of: "name" }, said.why, said.heads]} />
      <SeenRows
        keys={units.map(({ unit_code }) => unit_code)}
        row={(place) => {
          const unit = units[place]!;
          return (
            <tr key={unit.unit_code} role="row">
              <th role="rowheader" scope="row" class="name">{unit.unit_name}</th>
              <td role="cell" data-head={said.why}>
                <Lines lines={reasons(unit)} />
              </td>
              <td role="cell" data-head={said.heads}>
                <Lines lines={unit.heads.length === 0 ? [said.no_head] : unit.heads.map((head) => said.head_on(responsible_text(head), head.days.map(day).join(", ")))} />
              </td>
            </tr>
          );
        }}
      />
    </table>
  );
}

function Lines({ lines }: { lines: string[] }) {
  return (
    <ul class="words">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function reasons(unit: NamedUnit): string[] {
  const said = naming_words[language.value];
  return (["overdue", "repeated", "without_badge", "absent_without"] as const)
    .filter((reason) => unit[reason] > 0)
    .map((reason) => said.reasons[reason](number(unit[reason])));
}
