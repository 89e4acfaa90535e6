import { useSignal } from "@preact/signals";
import { useEffect, useId, useMemo } from "preact/hooks";
import type { Problem } from "../api/client";
import { take_programme, type Programme, type ProgrammeOf } from "../api/programme";
import { FilePlace } from "../components/file_place";
import { Heading } from "../components/heading";
import { HoursTabs } from "../components/hours_tabs";
import { ImportErrors } from "../components/import_errors";
import { ProgrammePreview } from "../components/programme_preview";
import { UnitChoice } from "../components/unit_choice";
import { format_date, today } from "../format";
import { language, words } from "../i18n/language";
import { programme_words } from "../i18n/programme_words";
import { shift_date, weekday_of } from "../model/calendar";

const file_bytes_max = 1024 * 1024; // as the server takes

type Step =
  | { at: "choose" }
  | { at: "waiting" }
  | { at: "told"; text: string }
  | { at: "refused"; problem: Problem }
  | { at: "preview"; bytes: ArrayBuffer; of: ProgrammeOf; programme: Programme }
  | { at: "saved"; programme: Programme };

/** The programme of a week on its way to papers. */
export function ProgrammePage() {
  const said = programme_words[language.value];
  const of = useSignal<ProgrammeOf>({ week: today(), paper: "", unit: "", office: said.office_default });
  const chosen = useSignal<File | null>(null);
  const step = useSignal<Step>({ at: "choose" });
  const set = (some: Partial<ProgrammeOf>) => {
    of.value = { ...of.value, ...some };
    if (step.value.at !== "choose") step.value = { at: "choose" }; // what was looked at is not what would be recorded
  };
  const look = async () => {
    step.value = { at: "waiting" };
    step.value = await looked_at(chosen.value, of.value);
  };
  const save = async (bytes: ArrayBuffer, looked: ProgrammeOf) => {
    step.value = { at: "waiting" };
    const answer = await take_programme(bytes, looked, chosen.value?.name ?? "", false, language.value);
    step.value = answer.ok ? { at: "saved", programme: answer.value } : { at: "refused", problem: answer.problem };
  };
  return (
    <>
      <Heading title={said.title} about={said.about} />
      <HoursTabs here="programme" />
      <Fields of={of.value} set={set} />
      <Template />
      <FilePlace
        file={chosen.value}
        take={(file) => {
          chosen.value = file;
          void look();
        }}
      />
      {chosen.value && step.value.at === "choose" && (
        <p class="import-actions">
          <button type="button" class="main-button" onClick={() => void look()}>
            {said.preview}
          </button>
        </p>
      )}
      <div aria-live="polite">
        <Shown step={step.value} save={(bytes, looked) => void save(bytes, looked)} />
      </div>
    </>
  );
}

async function looked_at(file: File | null, of: ProgrammeOf): Promise<Step> {
  const said = programme_words[language.value];
  if (file === null) return { at: "choose" };
  if (of.week === "") return { at: "told", text: said.no_week };
  if (of.paper.trim() === "") return { at: "told", text: said.no_paper };
  if (file.size > file_bytes_max) return { at: "told", text: words.value.imports.too_large };
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    return { at: "told", text: words.value.imports.changed_on_disk };
  }
  const answer = await take_programme(bytes, of, file.name, true, language.value);
  return answer.ok ? { at: "preview", bytes, of, programme: answer.value } : { at: "refused", problem: answer.problem };
}

function Shown({ step, save }: { step: Step; save: (bytes: ArrayBuffer, of: ProgrammeOf) => void }) {
  const said = programme_words[language.value];
  switch (step.at) {
    case "choose":
      return null;
    case "waiting":
      return <p class="waiting">{words.value.imports.checking}</p>;
    case "told":
      return <p class="error">{step.text}</p>;
    case "refused":
      return <ImportErrors problem={step.problem} />;
    case "preview":
      return <ProgrammePreview programme={step.programme} save={() => save(step.bytes, step.of)} />;
    case "saved":
      return (
        <p class="saved">
          <strong>{said.saved}</strong>
        </p>
      );
  }
}

function Fields({ of, set }: { of: ProgrammeOf; set: (some: Partial<ProgrammeOf>) => void }) {
  const said = programme_words[language.value];
  return (
    <div class="programme-fields">
      <Typed type="date" label={said.week} value={of.week} hint={of.week && week_text(of.week)} set={(week) => set({ week })} />
      <Typed label={said.paper} value={of.paper} hint={said.paper_hint} set={(paper) => set({ paper })} />
      <UnitChoice label={said.unit} none={said.all_units} value={of.unit} choose={(unit) => set({ unit })} />
      <Typed label={said.office} value={of.office} hint={said.office_hint} set={(office) => set({ office })} />
    </div>
  );
}

interface TypedProps {
  label: string;
  value: string;
  hint: string;
  set: (value: string) => void;
  type?: "text" | "date";
}

function Typed({ label, value, hint, set, type = "text" }: TypedProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type={type as "text"}
        value={value}
        maxLength={500}
        autocomplete="off"
        aria-describedby={`${id}-hint`}
        onInput={(event) => set(event.currentTarget.value)}
      />
      <p id={`${id}-hint`} class="soft">
        {hint}
      </p>
    </div>
  );
}

function week_text(date: string): string {
  const monday = shift_date(date, -weekday_of(date));
  return programme_words[language.value].week_of(format_date(monday, language.value), format_date(shift_date(monday, 6), language.value));
}

function Template() {
  const said = programme_words[language.value];
  const url = useMemo(() => URL.createObjectURL(new Blob(["\uFEFF" + said.template_text], { type: "text/csv" })), [said]);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  return (
    <a class="template" href={url} download="lich-cong-tac-tuan.csv">
      {said.template}
    </a>
  );
}
