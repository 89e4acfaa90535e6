import type { SignName } from "../model/signs";

/** How a tap was taken. Other shapes than a verdict's: a tap at the door is never on time or late. */
export type TapSign = "recorded" | "attention";

/** Drawn, not typed, so that a sign looks the same in every font and on paper. A word must stand beside it. */
export function Sign({ name, small = false }: { name: SignName | TapSign; small?: boolean }) {
  return (
    <svg class={`sign sign-${name}${small ? " sign-small" : ""}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {shape(name)}
    </svg>
  );
}

function shape(name: SignName | TapSign) {
  switch (name) {
    case "on_time": // ●
      return <circle cx="8" cy="8" r="6" class="ink" />;
    case "late": // ◐
      return (
        <>
          <circle cx="8" cy="8" r="5.2" class="line" />
          <path d="M8 2.8a5.2 5.2 0 0 0 0 10.4z" class="ink" />
        </>
      );
    case "missing": // △
      return <path d="M8 2.6 14 13H2z" class="line" />;
    case "absent": // ○
      return <circle cx="8" cy="8" r="5.2" class="line" />;
    case "provisional": // ▨
      return (
        <>
          <rect x="2.6" y="2.6" width="10.8" height="10.8" class="line" />
          <path d="M3 7.6 7.6 3M3 13 13 3M8.4 13 13 8.4" class="line thin" />
        </>
      );
    case "excused": // ◇
      return <path d="M8 1.8 14.2 8 8 14.2 1.8 8z" class="line" />;
    case "exempt": // –
      return <path d="M3 8h10" class="line" />;
    case "not_due": // ·
      return <circle cx="8" cy="8" r="1.4" class="ink" />;
    case "recorded": // ✓
      return <path d="M2.8 8.6 6.4 12.2 13.2 4.4" class="line" />;
    case "attention": // !
      return (
        <>
          <path d="M8 2.4v7.4" class="line" />
          <circle cx="8" cy="13" r="1.3" class="ink" />
        </>
      );
  }
}
