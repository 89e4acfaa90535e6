import { inspect_words } from "../i18n/inspect_words";
import { language } from "../i18n/language";

/** What was written last. */
export interface Telling {
  says: () => string; // in the language of the moment
  failed?: boolean; // this device did not keep it
  undo: (() => void) | null; // null: it cannot be undone, or was itself an undoing
}

/** Stands at the foot of the page, under the thumb. */
export function Told({ telling }: { telling: Telling | null }) {
  return (
    <div class="inspect-told" role="status">
      {telling && (
        <p class={telling.failed ? "failed" : undefined}>
          <span class="inspect-told-text">{telling.says()}</span>
          {telling.undo && (
            <button type="button" class="big" onClick={telling.undo}>
              {inspect_words[language.value].undo}
            </button>
          )}
        </p>
      )}
    </div>
  );
}
