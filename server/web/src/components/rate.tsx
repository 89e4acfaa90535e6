import type { Tally } from "../api/types";
import { format_number, format_share } from "../format";
import { language, words } from "../i18n/language";
import { judged_sessions } from "../model/bar";
import { Linked } from "./linked";
import { ShareBar } from "./share_bar";

/** The bar, the on-time rate, and what it was divided by: three cells. */
export function RateCells({ tally, to }: { tally: Tally; to: string | undefined }) {
  const said = words.value;
  const number = (value: number) => format_number(value, language.value);
  return (
    <>
      <td role="cell" class="bar-cell">
        <ShareBar tally={tally} />
      </td>
      <td role="cell" class="rate">
        {tally.on_time_rate === null ? (
          <span class="zero">–</span>
        ) : (
          <Linked to={to}>{format_share(tally.on_time_rate, language.value)}</Linked>
        )}
      </td>
      <td role="cell" class="fraction">
        {number(tally.on_time)}
        <span aria-hidden="true">/</span>
        <span class="unseen"> {said.of} </span>
        {number(judged_sessions(tally))}
      </td>
    </>
  );
}

export function RateHead() {
  const said = words.value;
  return (
    <>
      <th role="columnheader" scope="colgroup" colSpan={2} class="rate-head">
        {said.columns.on_time}
      </th>
      <th role="columnheader" scope="col" class="fraction">
        <span class="unseen">{said.columns.counted}</span>
      </th>
    </>
  );
}
