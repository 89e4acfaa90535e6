import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { Invitation } from "../api/types";
import { format_clock, format_date } from "../format";
import { language, words } from "../i18n/language";
import { Dialog } from "./dialog";

/** The link that an administrator hands on: shown this once, and kept nowhere. */
export function InvitationLink({ invitation, close }: { invitation: Invitation; close: () => void }) {
  const said = words.value.accounts;
  const field = useRef<HTMLTextAreaElement>(null);
  const copied = useSignal(false);
  const { name, expires_at } = invitation;
  const until = said.moment(format_clock(expires_at), format_date(expires_at.slice(0, 10), language.value));
  const copy = async () => {
    copied.value = field.current !== null && (await copy_text(field.current));
  };
  return (
    <Dialog title={said.link_title(name)} close={close}>
      <p>{said.link_text(name, until)}</p>
      <textarea
        ref={field}
        class="link"
        rows={3}
        readOnly
        aria-label={said.link}
        value={location.origin + invitation.page}
        onFocus={(event) => event.currentTarget.select()}
      />
      <p>
        <strong>{said.link_once}</strong>
      </p>
      <p role="status" class="error soft">
        {copied.value && said.copied}
      </p>
      <button type="button" class="main-button" onClick={() => void copy()}>
        {said.copy}
      </button>
      <button type="button" onClick={close}>
        {words.value.close}
      </button>
    </Dialog>
  );
}

/** Without TLS a browser has no clipboard for pages; then what is selected is copied in the old way. */
export async function copy_text(field: HTMLTextAreaElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.select();
    return document.execCommand("copy");
  }
}
