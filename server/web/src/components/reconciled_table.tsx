import type { Differs, MissingHere, MissingThere, ReconciledList, Reconciliation } from "../api/roster";
import { format_date, format_number } from "../format";
import { language } from "../i18n/language";
import { roster_words } from "../i18n/roster_words";
import { SeenRows } from "./seen_rows";

/** One of the three lists; only the rows that are seen stand in the document. */
export function ReconciledTable({ list, found }: { list: ReconciledList; found: Reconciliation }) {
  const said = roster_words[language.value];
  const heads = {
    missing_here: [said.line_head, said.name, said.unit, said.position, said.was_here],
    missing_there: [said.name, said.unit, said.position],
    differs: [said.line_head, said.name, said.field, said.here, said.there],
  }[list];
  const rows =
    list === "missing_here"
      ? found.missing_here.listed.map(missing_here)
      : list === "missing_there"
        ? found.missing_there.listed.map(missing_there)
        : found.differs.listed.flatMap(differs);
  return (
    <div class="reconciled-table">
      <table role="table" class={`report reconciled-list ${list}`} aria-rowcount={rows.length + 1}>
        <caption class="unseen">{said.lists[list]}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {heads.map((head, place) => (
              <th key={place} role="columnheader" scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <SeenRows
          keys={rows.map(({ key }) => key)}
          row={(place) => {
            const { key, cells } = rows[place]!;
            return (
              <tr key={key} role="row" aria-rowindex={place + 2}>
                {cells.map((cell, column) => (
                  <td key={column} role="cell" data-head={heads[column]}>
                    {cell}
                  </td>
                ))}
              </tr>
            );
          }}
        />
      </table>
    </div>
  );
}

interface Row {
  key: string;
  cells: (string | preact.JSX.Element)[];
}

const line = (value: number): string => format_number(value, language.value);

function named(name: string, code: string) {
  return (
    <>
      {name} <span class="soft">{code}</span>
    </>
  );
}

function missing_here(one: MissingHere): Row {
  const said = roster_words[language.value];
  const { served } = one;
  const date = (text: string) => format_date(text, language.value);
  const was = served ? said.served(date(served.from), served.to ? date(served.to) : "") : said.never;
  return { key: one.staff_code, cells: [line(one.line), named(one.full_name, one.staff_code), one.unit || "–", one.position || "–", was] };
}

function missing_there(one: MissingThere): Row {
  return { key: one.staff_code, cells: [named(one.full_name, one.staff_code), one.unit_name, one.position || "–"] };
}

function differs(one: Differs): Row[] {
  const said = roster_words[language.value];
  return one.fields.map(({ field, here, there }) => ({
    key: `${one.staff_code} ${field}`,
    cells: [line(one.line), named(one.full_name, one.staff_code), said.fields[field], here || said.empty, there],
  }));
}
