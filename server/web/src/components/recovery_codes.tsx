import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { words } from "../i18n/language";
import { copy_text } from "./invitation_link";

/** Shown this once: to be printed, or written down. */
export function RecoveryCodes({ codes, done }: { codes: string[]; done: () => void }) {
  const said = words.value.second_factor;
  const field = useRef<HTMLTextAreaElement>(null);
  const copied = useSignal(false);
  const copy = async () => {
    copied.value = field.current !== null && (await copy_text(field.current));
  };
  return (
    <>
      <p role="status">{said.confirmed}</p>
      <p>
        <strong>{said.codes_once}</strong>
      </p>
      <textarea ref={field} class="link codes" rows={codes.length} readOnly aria-label={said.codes} value={codes.join("\n")} />
      <p role="status" class="error soft">
        {copied.value && words.value.accounts.copied}
      </p>
      <button type="button" class="main-button" onClick={done}>
        {said.codes_kept}
      </button>
      <div class="tools">
        <button type="button" onClick={() => void copy()}>
          {words.value.accounts.copy}
        </button>
        <button type="button" onClick={() => window.print()}>
          {said.print}
        </button>
      </div>
    </>
  );
}
