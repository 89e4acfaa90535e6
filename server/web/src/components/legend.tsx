import type { SessionVerdict } from "../api/types";
import { words } from "../i18n/language";
import type { Segment } from "../model/bar";
import { session_signs, type SignName } from "../model/signs";
import { Sign } from "./sign";

/** The bar's pieces, each with its filling, its signs and its word. */
export function BarLegend() {
  const said = words.value;
  const entries: [Segment["kind"], SignName[], string][] = [
    ["on_time", ["on_time"], said.figure.on_time],
    ["not_on_time", ["late", "missing"], said.legend.not_on_time],
    ["absent", ["absent"], said.figure.absent],
    ["provisional", ["provisional"], said.figure.provisional],
    ["excused", ["excused"], said.figure.excused],
    ["exempt", ["exempt"], said.figure.exempt],
  ];
  return (
    <div class="legend">
      <h2 class="unseen">{said.legend.title}</h2>
      <ul>
        {entries.map(([kind, signs, text]) => (
          <li key={kind}>
            <svg class="swatch" aria-hidden="true" focusable="false">
              <rect class={`bar-${kind}`} width="100%" height="100%" />
            </svg>
            {signs.map((name) => (
              <Sign key={name} name={name} />
            ))}
            {text}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The signs that stand in these sessions, each with its word. */
export function SignLegend({ sessions }: { sessions: SessionVerdict[] }) {
  return <SignsLegend used={new Set(sessions.flatMap(session_signs))} />;
}

export function SignsLegend({ used }: { used: ReadonlySet<SignName> }) {
  const said = words.value;
  return (
    <div class="legend">
      <h2 class="unseen">{said.legend.title}</h2>
      <ul>
        {sign_order
          .filter((name) => used.has(name))
          .map((name) => (
            <li key={name}>
              <Sign name={name} />
              {said.sign[name]}
            </li>
          ))}
      </ul>
    </div>
  );
}

const sign_order: SignName[] = [
  "on_time", "late", "missing", "absent", "provisional", "excused", "exempt", "not_due",
];
