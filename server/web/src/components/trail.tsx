import { words } from "../i18n/language";

export interface Step {
  text: string;
  to: string;
}

/** The way back up: month › unit › person. The page itself is the heading below. */
export function Trail({ steps }: { steps: Step[] }) {
  if (steps.length === 0) return null;
  return (
    <nav class="trail" aria-label={words.value.path_navigation}>
      <ol>
        {steps.map((step) => (
          <li key={step.to}>
            <a href={step.to}>{step.text}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
