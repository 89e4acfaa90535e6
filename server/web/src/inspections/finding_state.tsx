import type { FindingState } from "../api/inspection_files";
import { capital } from "../components/session_list";
import { inspection_words } from "../i18n/inspection_words";
import { language } from "../i18n/language";
import { day } from "./texts";

/** How far a finding is, in words with the sign of the table of duties; red only where its day is over. */
export function FindingStateLine({ state, due }: { state: FindingState; due?: string | null }) {
  const said = inspection_words[language.value];
  return (
    <span class={`finding-state duty-${state}`}>
      <span class="duty-state">{capital(said.finding_state[state])}</span>
      {due && ` · ${said.due_on(day(due))}`}
    </span>
  );
}
