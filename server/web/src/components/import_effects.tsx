import type { ComponentChildren } from "preact";
import type { Effect, Effects } from "../api/imports";
import { format_day, format_month, format_number } from "../format";
import { language, words } from "../i18n/language";
import { verdict_words } from "../i18n/verdict_words";
import { href } from "../route";
import { SeenRows } from "./seen_rows";

/** Whose verdicts would be others: the sum, what may be done about it, and the first of them. */
export function ImportEffects({ effects, children }: { effects: Effects; children: ComponentChildren }) {
  const said = words.value.imports;
  const number = (value: number) => format_number(value, language.value);
  const months = effects.months.map((month) => format_month(month, language.value)).join(", ");
  if (effects.verdicts === 0) {
    return (
      <>
        <p>{effects.months.length === 0 ? said.no_months : said.no_effects(months)}</p>
        {children}
      </>
    );
  }
  return (
    <section aria-label={said.effects_title}>
      <p class="effects">
        <strong>{said.effects(number(effects.people), number(effects.days), number(effects.verdicts))}</strong>{" "}
        <span class="soft">
          {said.looked_at(months)} {effects.has_more_months && said.more_months} {said.closed_stay}
        </span>
      </p>
      {children}
      <table role="table" class="report effects-list" aria-rowcount={effects.changes.length + 1}>
        <caption class="unseen">{said.effects_title}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col" class="name">{words.value.columns.person}</th>
            <th role="columnheader" scope="col">{said.session}</th>
            <th role="columnheader" scope="col">{said.before}</th>
            <th role="columnheader" scope="col">{said.after}</th>
          </tr>
        </thead>
        <SeenRows
          keys={effects.changes.map(({ staff_code, date, session }) => `${staff_code} ${date} ${session}`)}
          row={(place) => <Line key={place} effect={effects.changes[place]!} place={place} />}
        />
      </table>
      {effects.verdicts > effects.changes.length && <p class="soft">{said.first_only(number(effects.changes.length))}</p>}
    </section>
  );
}

function Line({ effect, place }: { effect: Effect; place: number }) {
  return (
    <tr role="row" aria-rowindex={place + 2}>
      <th role="rowheader" scope="row" class="name">
        <a href={href({ page: "day", date: effect.date, staff: effect.staff_code })}>{effect.full_name}</a>
      </th>
      <td role="cell">
        {effect.session} {format_day(effect.date, language.value)}
      </td>
      <td role="cell">{told(effect.before)}</td>
      <td role="cell">{told(effect.after)}</td>
    </tr>
  );
}

const told = (verdict: Effect["before"]): string =>
  verdict === null
    ? words.value.imports.nothing_owed
    : verdict_words({ ...verdict, name: "", start: "", end: "", in: null, out: null, text: "" }, words.value, language.value);
