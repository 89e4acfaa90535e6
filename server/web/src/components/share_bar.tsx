import type { Tally } from "../api/types";
import { segments } from "../model/bar";

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;

/** How a row's sessions divide. The figures beside it say the same, so it is hidden from screen readers. */
export function ShareBar({ tally }: { tally: Tally }) {
  return (
    <svg class="bar" aria-hidden="true" focusable="false">
      <rect class="bar-ground" width="100%" height="100%" />
      {segments(tally).map(({ kind, from, share }) => (
        <rect key={kind} class={`bar-${kind}`} x={percent(from)} width={percent(share)} height="100%" />
      ))}
    </svg>
  );
}

/** The fillings that tell pieces apart without colour. Once in the document. */
export function Patterns() {
  return (
    <svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="hatch-ground" width="5" height="5" />
          <rect class="hatch-line" width="1.6" height="5" />
        </pattern>
        <pattern id="half" width="4" height="4" patternUnits="userSpaceOnUse">
          <rect class="half-ground" width="4" height="4" />
          <rect class="half-line" width="4" height="2" />
        </pattern>
      </defs>
    </svg>
  );
}
