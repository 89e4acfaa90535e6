import { useSignal } from "@preact/signals";
import { audit_page_max, type AuditEntries } from "../api/audit";
import { words } from "../i18n/language";
import { AuditTable } from "./audit_table";
import { Loaded } from "./loaded";

interface Props {
  path: (before: number | null) => string; // of the rows with a smaller number; null: of the newest
  caption: string;
  none: string;
  with_records: boolean;
}

/** Rows of the log, a page at a time, newest first. */
export function AuditPages({ path, caption, none, with_records }: Props) {
  const said = words.value.audit;
  const before = useSignal<number | null>(null);
  return (
    <Loaded<AuditEntries> path={path(before.value)}>
      {({ entries }) => (
        <>
          {entries.length === 0 ? (
            <p class="empty">{none}</p>
          ) : (
            <AuditTable entries={entries} caption={caption} with_records={with_records} />
          )}
          <div class="more tools">
            {before.value !== null && (
              <button type="button" onClick={() => (before.value = null)}>
                {said.newest}
              </button>
            )}
            {entries.length === audit_page_max && (
              <button type="button" onClick={() => (before.value = entries[entries.length - 1]!.no)}>
                {said.older}
              </button>
            )}
          </div>
        </>
      )}
    </Loaded>
  );
}
