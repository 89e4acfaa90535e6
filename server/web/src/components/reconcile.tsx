import { useSignal } from "@preact/signals";
import { roster_api, type ReconciledList, type Reconciliation } from "../api/roster";
import type { Problem } from "../api/client";
import { format_number, today } from "../format";
import { language, words } from "../i18n/language";
import { roster_words } from "../i18n/roster_words";
import { import_draft } from "../model/import_draft";
import { import_bytes_max } from "../model/import_kinds";
import { save_text } from "../model/save_text";
import { go_to } from "../navigation";
import { href } from "../route";
import { powers } from "../session";
import { FilePlace } from "./file_place";
import { ImportErrors } from "./import_errors";
import { ReconciledTable } from "./reconciled_table";
import { UnitChoice } from "./unit_choice";

type Step =
  | { at: "choose" }
  | { at: "waiting" }
  | { at: "unreadable"; text: string }
  | { at: "refused"; problem: Problem }
  | { at: "compared"; bytes: ArrayBuffer; unit: string; found: Reconciliation };

/** The list of people beside the file of another system. */
export function Reconcile() {
  const said = roster_words[language.value];
  const chosen = useSignal<File | null>(null);
  const unit = useSignal("");
  const step = useSignal<Step>({ at: "choose" });
  const compare = async () => {
    const file = chosen.value;
    if (file === null) return;
    step.value = { at: "waiting" };
    step.value = await compared(file, unit.value);
  };
  return (
    <section class="roster-part" aria-label={said.reconcile}>
      <h2>{said.reconcile}</h2>
      <p class="soft">{said.reconcile_about}</p>
      <UnitChoice
        label={said.of_unit}
        none={said.all_units}
        value={unit.value}
        choose={(code) => {
          unit.value = code;
          void compare();
        }}
      />
      <FilePlace
        file={chosen.value}
        take={(file) => {
          chosen.value = file;
          void compare();
        }}
      />
      <div aria-live="polite">
        <Result step={step.value} />
      </div>
    </section>
  );
}

async function compared(file: File, unit: string): Promise<Step> {
  const said = words.value.imports;
  if (file.size > import_bytes_max) return { at: "unreadable", text: said.too_large };
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    return { at: "unreadable", text: said.changed_on_disk };
  }
  const answer = await roster_api.reconcile(bytes, unit, language.value);
  return answer.ok ? { at: "compared", bytes, unit, found: answer.value } : { at: "refused", problem: answer.problem };
}

function Result({ step }: { step: Step }) {
  switch (step.at) {
    case "choose":
      return null;
    case "waiting":
      return <p class="waiting">{words.value.imports.checking}</p>;
    case "unreadable":
      return <p class="error">{step.text}</p>;
    case "refused":
      return <ImportErrors problem={step.problem} />;
    case "compared":
      return <Compared {...step} />;
  }
}

function Compared({ bytes, unit, found }: { bytes: ArrayBuffer; unit: string; found: Reconciliation }) {
  const said = roster_words[language.value];
  const number = (value: number) => format_number(value, language.value);
  const names = found.columns.map((column) => said.columns[column] ?? column).join(", ");
  return (
    <>
      <p>
        <strong>{said.compared(number(found.rows), number(found.same))}</strong>{" "}
        <span class="soft">
          {said.read_columns(names)} {found.ignored_columns.length > 0 && said.ignored_columns(found.ignored_columns.join(", "))}
        </span>
      </p>
      {found.unread_count > 0 && (
        <details class="gap">
          <summary>{said.unread(number(found.unread_count))}</summary>
          <ul class="gap-items">
            {found.unread.slice(0, 100).map((error) => (
              <li key={error.line}>
                <span>
                  {said.line(number(error.line))}: {error.message}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <List list="missing_here" bytes={bytes} unit={unit} found={found} />
      <List list="missing_there" bytes={bytes} unit={unit} found={found} />
      <List list="differs" bytes={bytes} unit={unit} found={found} />
    </>
  );
}

interface ListProps {
  list: ReconciledList;
  bytes: ArrayBuffer;
  unit: string;
  found: Reconciliation;
}

function List({ list, bytes, unit, found }: ListProps) {
  const said = roster_words[language.value];
  const from = useSignal(today());
  const failed = useSignal(false);
  const { count, listed } = found[list];
  const number = (value: number) => format_number(value, language.value);
  const fetch_list = async (use: (text: string) => void, day = "") => {
    const text = await roster_api.list(bytes, list, unit, language.value, day);
    failed.value = text === null;
    if (text !== null) use(text);
  };
  const prepare = (text: string) => {
    import_draft.value = { kind: "staff", name: "staff.csv", text };
    go_to(href({ page: "import" }));
  };
  return (
    <section class="reconciled" aria-label={said.lists[list]}>
      <h3>
        {said.lists[list]} <span class="soft">{said.people_count(number(count))}</span>
      </h3>
      {count === 0 ? (
        <p class="soft">{said.empty_list}</p>
      ) : (
        <>
          <p class="soft">
            {said.lists_about[list]} {listed.length < count && said.first_only(number(listed.length))}
          </p>
          <ReconciledTable list={list} found={found} />
          <div class="reconciled-actions">
            <button type="button" onClick={() => void fetch_list((text) => save_text(`doi-chieu-${list}.csv`, text))}>
              {said.take_away}
            </button>
            {powers.value.imports && (
              <>
                <label class="reconciled-from">
                  <span>{said.prepare_about[list]}</span>
                  <input type="date" value={from.value} onInput={(event) => (from.value = event.currentTarget.value)} />
                </label>
                <button type="button" disabled={!from.value} onClick={() => void fetch_list(prepare, from.value)}>
                  {said.prepare}
                </button>
                <span class="soft">{said.prepare_hint}</span>
              </>
            )}
          </div>
          {failed.value && (
            <p class="error" role="alert">
              {said.failed}
            </p>
          )}
        </>
      )}
    </section>
  );
}
