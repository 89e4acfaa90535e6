import type { AuditEntry } from "../api/audit";
import { format_clock, format_date } from "../format";
import { audit_words } from "../i18n/audit_words";
import { language, words } from "../i18n/language";

interface Props {
  entries: AuditEntry[];
  caption: string;
  with_records: boolean; // whose records: told where they are not always one's own
}

/** Who did or read what, when and from where. */
export function AuditTable({ entries, caption, with_records }: Props) {
  const said = words.value.audit;
  return (
    <table role="table" class="report entries">
      <caption class="unseen">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">{said.at}</th>
          <th role="columnheader" scope="col" class="name">{said.actor}</th>
          <th role="columnheader" scope="col">{said.action}</th>
          {with_records && <th role="columnheader" scope="col">{said.records}</th>}
          <th role="columnheader" scope="col">{said.address}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {entries.map((entry) => (
          <tr key={entry.no} role="row">
            <td role="cell" class="clock">
              {format_clock(entry.at, true)} {format_date(entry.at.slice(0, 10), language.value)}
            </td>
            <th role="rowheader" scope="row" class="name">{entry.actor}</th>
            <td role="cell">
              {audit_words(entry, language.value)}
              {entry.status >= 400 && <span class="about">{said.refused}</span>}
              {entry.status === 0 && <span class="about">{said.outcome_unknown}</span>}
            </td>
            {with_records && <td role="cell">{[entry.staff_code, entry.unit_code].filter(Boolean).join(", ")}</td>}
            <td role="cell" class="soft">{entry.address}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
