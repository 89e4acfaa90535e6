import { signal } from "@preact/signals";
import type { ImportKind } from "./import_kinds";

/** A file that another page prepared, on its way to the page of imports: it is looked at there like one that was chosen,
 *  and imported only when somebody says so. */
export interface ImportDraft {
  kind: ImportKind;
  name: string;
  text: string;
}

export const import_draft = signal<ImportDraft | null>(null);

/** The draft, once. */
export function take_draft(): ImportDraft | null {
  const draft = import_draft.peek();
  import_draft.value = null;
  return draft;
}
