import type { UnitProgress } from "../api/closes";
import type { Tally } from "../api/types";
import { format_number } from "../format";
import { language, words } from "../i18n/language";
import { doors, type Column, type Door } from "../model/doors";
import type { TreeLine } from "../model/tree";
import { href, type Count } from "../route";
import { Figure, FigureText } from "./figure";
import { RateCells } from "./rate";
import { StateCell } from "./state_cell";

interface Props {
  line: TreeLine;
  place: number; // among all lines, from 0
  tally: Tally;
  progress: UnitProgress | undefined;
  left_below: number; // units below it that are not done
  about: (string | null | undefined)[]; // what else is said of it, where the tree does not
  month: string;
  count: Count;
  toggle: () => void;
}

export function UnitLine({ line, place, tally, progress, left_below, about, month, count, toggle }: Props) {
  const { row } = line;
  const told = about.filter(Boolean).join(" · ");
  const to = (show: Door) => href({ page: "people", month, unit: row.unit_code, count, show });
  const number = (value: number) => format_number(value, language.value);
  return (
    <tr role="row" class={`depth-${Math.min(line.depth, 5)}`} aria-rowindex={place + 2}>
      <th role="rowheader" scope="row" class="name">
        <div class="name-inside">
          {line.has_children ? <Toggle line={line} toggle={toggle} /> : <span class="toggle-place" />}
          <div>
            <a href={to("all")}>{row.unit_name}</a>
            <span class="unseen">, {words.value.units.level(line.depth + 1)}</span>
            {told && <span class="about">{told}</span>}
          </div>
        </div>
      </th>
      <td role="cell" class={`figure staff${tally.staff === 0 ? " zero" : ""}`}>
        {tally.staff === 0 ? (
          <FigureText text="0" word={words.value.columns.staff} />
        ) : (
          <a href={to("all")}>
            <FigureText text={number(tally.staff)} word={words.value.columns.staff} />
          </a>
        )}
      </td>
      <td role="cell" class="figure sessions">{number(tally.sessions_due)}</td>
      <RateCells tally={tally} to={to("all")} />
      {doors.slice(1).map((door) => (
        <Figure key={door} of={door as Column} count={tally[door]} to={to(door)} />
      ))}
      <StateCell progress={progress} below={left_below} to={href({ page: "people", month, unit: row.unit_code, count: "own", show: "all" })} />
    </tr>
  );
}

/** Enter and space turn it; right opens, left closes, up and down go to the next one, as in a tree. */
function Toggle({ line, toggle }: { line: TreeLine; toggle: () => void }) {
  const said = words.value.units;
  const { unit_name } = line.row;
  const on_key = (event: KeyboardEvent) => {
    const button = event.currentTarget as HTMLElement;
    if (event.key === "ArrowRight" && !line.open) toggle();
    else if (event.key === "ArrowLeft" && line.open) toggle();
    else if (event.key === "ArrowDown") neighbour(button, 1)?.focus();
    else if (event.key === "ArrowUp") neighbour(button, -1)?.focus();
    else return;
    event.preventDefault();
  };
  return (
    <button
      type="button"
      class="toggle"
      aria-expanded={line.open}
      aria-label={said.below(unit_name)}
      onClick={toggle}
      onKeyDown={on_key}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d="M5.5 3.5 10.5 8l-5 4.5z" class="ink" />
      </svg>
    </button>
  );
}

function neighbour(button: HTMLElement, step: 1 | -1): HTMLElement | undefined {
  const all = [...(button.closest("table")?.querySelectorAll<HTMLElement>("button.toggle") ?? [])];
  return all[all.indexOf(button) + step];
}
