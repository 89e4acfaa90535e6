import { format_number } from "../format";
import { inspect_words } from "../i18n/inspect_words";
import { language } from "../i18n/language";
import type { KeptStep } from "../model/inspect_queue";
import { UnsentSign } from "./unsent";

/** How far one is, and how much of it is on this device alone. */
export function Progress({ done, of, word, steps }: { done: number; of: number; word: string; steps: readonly KeptStep[] }) {
  const said = inspect_words[language.value];
  const number = (count: number) => format_number(count, language.value);
  return (
    <p class="inspect-progress">
      <progress value={done} max={Math.max(of, 1)} aria-label={word} />
      <strong>{said.progress(number(done), number(of))}</strong> <span class="soft">{word}</span>
      <UnsentSign steps={steps} />
    </p>
  );
}
