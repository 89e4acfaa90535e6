import { useSignal, type Signal } from "@preact/signals";
import { useEffect, useId, useMemo } from "preact/hooks";
import { export_path, imports_api, type ImportCounts, type ImportFile, type ImportPreview } from "../api/imports";
import { no_answer, type Problem } from "../api/client";
import { FilePlace } from "../components/file_place";
import { Heading } from "../components/heading";
import { ImportErrors } from "../components/import_errors";
import { counted, ImportPreviewed } from "../components/import_preview";
import { Segmented } from "../components/segmented";
import { language, words } from "../i18n/language";
import { take_draft } from "../model/import_draft";
import { export_name, import_bytes_max, import_kinds, template_of, type ImportKind } from "../model/import_kinds";

/** Where a file is on its way. A preview without errors comes before every import. */
type Step =
  | { at: "choose" }
  | { at: "checking" }
  | { at: "refused"; problem: Problem }
  | { at: "unreadable"; text: string }
  | { at: "preview"; file: ImportFile; preview: ImportPreview }
  | { at: "importing" }
  | { at: "done"; file: ImportFile; counts: ImportCounts };

/** Files of facts: what one would change is seen before it is imported. */
export function ImportPage() {
  const said = words.value.imports;
  const kind = useSignal<ImportKind>("staff");
  const withdraw = useSignal(false);
  const chosen = useSignal<File | null>(null);
  const step = useSignal<Step>({ at: "choose" });

  const check = async () => {
    const file = chosen.value;
    if (file === null) return;
    step.value = { at: "checking" };
    step.value = await checked(file, kind.value, withdraw.value);
  };
  useEffect(() => {
    const draft = take_draft();
    if (draft === null) return;
    kind.value = draft.kind;
    chosen.value = new File([draft.text], draft.name, { type: "text/csv" });
    void check();
  }, []);
  const run = async (file: ImportFile) => {
    step.value = { at: "importing" };
    const answer = await imports_api.run(file, language.value);
    step.value = answer.ok ? { at: "done", file, counts: answer.value } : { at: "refused", problem: answer.problem };
  };
  const again = () => {
    chosen.value = null;
    step.value = { at: "choose" };
  };
  return (
    <>
      <Heading title={said.title} about={said.about} />
      <div class="asked">
        <KindChooser kind={kind} changed={() => void check()} />
        <Segmented
          label={said.mode}
          name="mode"
          value={withdraw.value ? "withdraw" : "state"}
          choices={[
            { value: "state", text: said.state },
            { value: "withdraw", text: said.withdraw },
          ]}
          choose={(mode) => {
            withdraw.value = mode === "withdraw";
            void check();
          }}
        />
        <Template kind={kind.value} />
        <InForce kind={kind.value} />
      </div>
      {withdraw.value && <p class="soft">{said.withdraw_hint}</p>}
      <FilePlace
        file={chosen.value}
        accept=".csv,.txt,.toml,.xlsx,.ics,text/csv"
        take={(file) => {
          chosen.value = file;
          void check();
        }}
      />
      <div aria-live="polite">
        <Result step={step.value} check={() => void check()} run={(file) => void run(file)} again={again} />
      </div>
    </>
  );
}

async function checked(file: File, kind: ImportKind, withdraw: boolean): Promise<Step> {
  const said = words.value.imports;
  if (file.size > import_bytes_max) return { at: "unreadable", text: said.too_large };
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    return { at: "unreadable", text: said.changed_on_disk }; // saved anew since it was chosen
  }
  const read: ImportFile = { kind, withdraw, name: file.name, bytes };
  const answer = await imports_api.preview(read, language.value);
  return answer.ok ? { at: "preview", file: read, preview: answer.value } : { at: "refused", problem: answer.problem ?? no_answer };
}

function KindChooser({ kind, changed }: { kind: Signal<ImportKind>; changed: () => void }) {
  const said = words.value.imports;
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{said.kind}</label>
      <select
        id={id}
        value={kind.value}
        onChange={(event) => {
          kind.value = event.currentTarget.value as ImportKind;
          changed();
        }}
      >
        {import_kinds.map((each) => (
          <option key={each.kind} value={each.kind}>
            {said.kinds[each.kind]}
          </option>
        ))}
      </select>
    </div>
  );
}

/** The first line of such a file, to be filled in. */
function Template({ kind }: { kind: ImportKind }) {
  const { name, text } = template_of(kind);
  const url = useMemo(() => URL.createObjectURL(new Blob([text], { type: "text/csv" })), [text]);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  return (
    <a class="template" href={url} download={name}>
      {words.value.imports.template(name)}
    </a>
  );
}

/** What is stored, to be mended and imported again. */
function InForce({ kind }: { kind: ImportKind }) {
  const name = export_name(kind);
  if (name === null) return null;
  return (
    <a class="template" href={export_path(name)} download={name}>
      {words.value.imports.in_force}
    </a>
  );
}

interface ResultProps {
  step: Step;
  check: () => void;
  run: (file: ImportFile) => void;
  again: () => void;
}

function Result({ step, check, run, again }: ResultProps) {
  const said = words.value.imports;
  const check_again = (
    <p class="import-actions">
      <button type="button" onClick={check}>
        {said.check_again}
      </button>
    </p>
  );
  switch (step.at) {
    case "choose":
      return null;
    case "checking":
      return <p class="waiting">{said.checking}</p>;
    case "importing":
      return <p class="waiting">{said.importing}</p>;
    case "unreadable":
      return <p class="error">{step.text}</p>;
    case "refused":
      return (
        <>
          <ImportErrors problem={step.problem} />
          {check_again}
        </>
      );
    case "preview":
      return <ImportPreviewed file={step.file} preview={step.preview} run={run} />;
    case "done":
      return (
        <div class="done">
          <p>
            <strong>{step.file.withdraw ? said.withdrawn_done : said.done}</strong> {step.file.name}: {counted(step.counts, step.file.withdraw)}
          </p>
          <p class="import-actions">
            <button type="button" onClick={again}>
              {said.another}
            </button>
          </p>
        </div>
      );
  }
}
