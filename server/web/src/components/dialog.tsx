import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { words } from "../i18n/language";

interface Props {
  title: string;
  close: () => void; // also by Esc
  wide?: boolean; // it holds rows of fields
  children: ComponentChildren;
}

/** Something that is decided before the page goes on. The focus stays inside, and returns to where it was. */
export function Dialog({ title, close, wide, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog ref={dialog} class={wide ? "dialog wide" : "dialog"} aria-labelledby={id} onClose={close}>
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  );
}

/** `first`: it has the focus, so that nothing is done by a slip of Enter. */
export function Cancel({ close, first = false }: { close: () => void; first?: boolean }) {
  return (
    <button type="button" onClick={close} autofocus={first}>
      {words.value.cancel}
    </button>
  );
}
