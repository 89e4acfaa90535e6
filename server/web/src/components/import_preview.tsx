import type { ComponentChildren } from "preact";
import type { ImportCounts, ImportFile, ImportPreview } from "../api/imports";
import { format_number } from "../format";
import { language, words } from "../i18n/language";
import { ImportEffects } from "./import_effects";
import { ImportUnderstood } from "./import_understood";

interface Props {
  file: ImportFile;
  preview: ImportPreview;
  run: (file: ImportFile) => void;
  submit?: string; // of a form, the button's words
  children?: ComponentChildren; // other buttons
}

/** What a file would do, and the button that does it. */
export function ImportPreviewed({ file, preview, run, submit, children }: Props) {
  const said = words.value.imports;
  const number = (value: number) => format_number(value, language.value);
  const { concerns, effects, notes, understood } = preview;
  const changes_nothing = preview.added + preview.changed + preview.withdrawn === 0;
  const actions = (
    <p class="import-actions">
      {changes_nothing ? (
        <span class="soft">{said.changes_nothing}</span>
      ) : (
        <button type="button" class="main-button" onClick={() => run(file)}>
          {submit ?? (file.withdraw ? said.withdraw_submit : said.submit)}
        </button>
      )}{" "}
      {children}
    </p>
  );
  return (
    <section class="import-preview" aria-label={said.preview}>
      <h2>{said.preview}</h2>
      {submit === undefined && <p>{counted(preview, file.withdraw)}</p>}
      {notes.length > 0 && (
        <ul class="import-notes">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {understood && <ImportUnderstood understood={understood} />}
      {!changes_nothing && concerns.people > 0 && <p>{(submit === undefined ? said.concerns : said.concerns_form)(number(concerns.people), number(concerns.units))}</p>}
      {effects && !changes_nothing ? <ImportEffects effects={effects}>{actions}</ImportEffects> : actions}
    </section>
  );
}

/** "412 dòng: 3 thêm mới, 2 thay đổi, 407 không đổi." */
export function counted({ rows, added, changed, unchanged, withdrawn }: ImportCounts, is_withdrawal: boolean): string {
  const said = words.value.imports;
  const number = (value: number) => format_number(value, language.value);
  return is_withdrawal
    ? said.withdrawn(number(rows), number(withdrawn))
    : said.counts(number(rows), number(added), number(changed), number(unchanged));
}
