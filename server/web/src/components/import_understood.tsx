import type { ComponentChildren } from "preact";
import type { Understood } from "../api/imports";
import { format_date, format_number } from "../format";
import { language } from "../i18n/language";
import { understood_words } from "../i18n/understood_words";

/** What was understood of a workbook or a calendar: which heading is which column, what was left out and what changed. */
export function ImportUnderstood({ understood }: { understood: Understood }) {
  const said = understood_words[language.value];
  const number = (value: number) => format_number(value, language.value);
  const { sheet, columns, absent, changed, skipped, ignored, days } = understood;
  return (
    <section class="understood" aria-label={said.title}>
      <h3>{said.title}</h3>
      {sheet !== "" && <p>{said.sheet(sheet, number(understood.first_header_row), number(understood.last_header_row))}</p>}
      {columns.length > 0 && <Columns columns={columns} />}
      {absent.length > 0 && <p class="soft">{said.absent(absent.join(", "))}</p>}
      <Folded title={said.changed(number(understood.changed_count))} count={understood.changed_count} listed={changed.length} open>
        {changed.map(({ place, from, to }) => (
          <li key={place}>
            {place}: <span class="code">{from}</span> → <span class="code">{to}</span>
          </li>
        ))}
      </Folded>
      <Folded title={said.days(number(understood.day_count))} count={understood.day_count} listed={days.length} open>
        {days.map(({ date, kind, name, why }) => (
          <li key={`${date} ${name}`}>
            {format_date(date, language.value)} · {kind} · {name} <span class="soft">({why})</span>
          </li>
        ))}
      </Folded>
      <Folded title={said.skipped(number(understood.skipped_count))} count={understood.skipped_count} listed={skipped.length}>
        {skipped.map(({ row, text, why }) => (
          <li key={row}>
            {said.row(number(row))}: {text} <span class="soft">({why})</span>
          </li>
        ))}
      </Folded>
      <Folded title={said.ignored(number(ignored.length))} count={ignored.length} listed={ignored.length}>
        {ignored.map(({ place, text, why }) => (
          <li key={`${place} ${text}`}>
            {place}
            {text && ` “${text}”`} <span class="soft">({why})</span>
          </li>
        ))}
      </Folded>
    </section>
  );
}

function Columns({ columns }: { columns: Understood["columns"] }) {
  const said = understood_words[language.value];
  return (
    <table role="table" class="report understood-columns">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">{said.letters}</th>
          <th role="columnheader" scope="col">{said.heading}</th>
          <th role="columnheader" scope="col">{said.meaning}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {columns.map(({ column, called, heading, letters }) => (
          <tr key={column} role="row">
            <td role="cell">{letters}</td>
            <td role="cell">{heading}</td>
            <td role="cell">
              {called}
              {called !== column && <span class="soft"> ({column})</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface FoldedProps {
  title: string;
  count: number;
  listed: number;
  open?: boolean; // what was changed is seen without asking
  children: ComponentChildren;
}

function Folded({ title, count, listed, open = false, children }: FoldedProps) {
  const said = understood_words[language.value];
  if (count === 0) return null;
  return (
    <details class="folded" open={open}>
      <summary>{title}</summary>
      <ul>
        {children}
        {listed < count && <li class="soft">{said.more(format_number(count - listed, language.value))}</li>}
      </ul>
    </details>
  );
}
