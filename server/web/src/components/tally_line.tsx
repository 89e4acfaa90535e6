import type { Tally } from "../api/types";
import { format_number, format_share } from "../format";
import { language, words } from "../i18n/language";
import { judged_sessions } from "../model/bar";
import { doors, type Door } from "../model/doors";
import { Sign } from "./sign";

interface Props {
  tally: Tally;
  show: Door;
  to: (show: Door) => string;
}

/** A month in one line; each figure narrows what stands below it, and once more widens it again. */
export function TallyLine({ tally, show, to }: Props) {
  const said = words.value;
  const number = (value: number) => format_number(value, language.value);
  const minutes: Partial<Record<Door, number>> = { late: tally.late_min, early: tally.early_min };
  return (
    <div class="tally">
      {tally.on_time_rate !== null && (
        <p class="tally-rate">
          <strong>{format_share(tally.on_time_rate, language.value)}</strong> {said.figure.on_time}
          <span class="soft">
            {" "}
            ({number(tally.on_time)}/{said.sessions(number(judged_sessions(tally)))})
          </span>
        </p>
      )}
      <ul>
        {doors
          .filter((door) => tally[door] > 0)
          .map((door) => (
            <li key={door}>
              <a href={to(show === door ? "all" : door)} aria-current={show === door ? "true" : undefined}>
                <Sign name={door === "early" ? "late" : door} />
                <b>{number(tally[door])}</b> {said.figure[door]}
                {minutes[door] ? <span class="soft"> ({said.minutes(number(minutes[door]))})</span> : null}
              </a>
            </li>
          ))}
      </ul>
    </div>
  );
}
