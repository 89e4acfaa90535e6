import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { closes_api, closes_paths, type SheetPreview } from "../api/closes";
import { format_date, format_month, format_number } from "../format";
import { refusal } from "../i18n/explanation";
import { language, words } from "../i18n/language";
import { who_and_when } from "../i18n/progress_words";
import { doors } from "../model/doors";
import type { SheetAction } from "../model/progress";
import { retry } from "../resource";
import { Cancel, Dialog } from "./dialog";
import { Field, FormEnd, useForm, type Fault } from "./form";
import { Loaded } from "./loaded";
import { capital } from "./session_list";

interface Props {
  action: SheetAction;
  unit: string;
  month: string;
  finish: (is_done: boolean) => void;
}

/** What will be signed, closed or opened again, before it is done. */
export function SheetDialog({ action, unit, month, finish }: Props) {
  const path = closes_paths.preview(unit, month, language.value);
  const said = words.value.progress;
  useEffect(() => retry(path), [path]); // never the figures of an earlier look
  return (
    <Dialog title={`${said.actions[action]} · ${format_month(month, language.value)}`} close={() => finish(false)}>
      <Loaded<SheetPreview> path={path}>
        {(preview) =>
          action === "reopen" ? (
            <Reopen preview={preview} finish={finish} />
          ) : (
            <Sign action={action} preview={preview} month={month} finish={finish} />
          )
        }
      </Loaded>
    </Dialog>
  );
}

interface SignProps extends Pick<Props, "month" | "finish"> {
  action: "prepare" | "confirm" | "close";
  preview: SheetPreview;
}

function Sign({ action, preview, month, finish }: SignProps) {
  const said = words.value.progress;
  const preliminary = useSignal(false);
  const form = useForm(async (): Promise<Fault | null> => {
    const signed = { unit: preview.unit_code, month, sheet_sha256: preview.sheet_sha256 };
    const answer =
      action === "close"
        ? await closes_api.close({ ...signed, preliminary: preliminary.value }, language.value)
        : await closes_api[action](signed, language.value);
    if (!answer.ok) return { text: refusal(answer.problem, words.value, language.value) };
    finish(true);
    return null;
  });
  const may_be_preliminary = action === "close" && preview.open_sessions > 0;
  return (
    <form onSubmit={form.submit} noValidate>
      <p>
        <strong>{preview.unit_name}</strong>, {said.days(format_date(preview.from, language.value), format_date(preview.to, language.value))}
      </p>
      <Figures preview={preview} />
      <OpenSessions preview={preview} />
      <Signatures preview={preview} />
      {may_be_preliminary && (
        <label class="check">
          <input type="checkbox" checked={preliminary.value} onChange={(event) => (preliminary.value = event.currentTarget.checked)} />
          {said.preliminary}
        </label>
      )}
      <p class="soft">{said.meaning[action]}</p>
      <FormEnd form={form} text={said.actions[action]} waiting={words.value.password.saving}>
        <Cancel close={() => finish(false)} />
      </FormEnd>
    </form>
  );
}

/** The sums of the sheet. */
function Figures({ preview }: { preview: SheetPreview }) {
  const said = words.value;
  const { tally } = preview;
  const number = (value: number) => format_number(value, language.value);
  const figures: [string, number][] = [
    [said.columns.staff, tally.staff],
    [said.columns.sessions, tally.sessions_due],
    ...doors.map((door): [string, number] => [said.columns[door], tally[door]]),
  ];
  return (
    <dl class="sums">
      {figures.map(([word, value]) => (
        <div key={word} class={value === 0 ? "zero" : undefined}>
          <dt>{word}</dt>
          <dd>{number(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

function OpenSessions({ preview }: { preview: SheetPreview }) {
  const said = words.value.progress;
  if (preview.open_sessions === 0) return <p>{said.all_settled}</p>;
  return (
    <div class="notice">
      <p>
        <strong>{said.open_sessions(format_number(preview.open_sessions, language.value))}</strong>
      </p>
      <ul class="open-list" tabIndex={0} aria-label={said.open_sessions(format_number(preview.open_sessions, language.value))}>
        {preview.open.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}

/** Who has signed; those whose sheet has changed since are told too, because they must be asked again. */
function Signatures({ preview }: { preview: SheetPreview }) {
  const said = words.value.progress;
  const last = (step: "prepared" | "confirmed") => preview.signatures.filter((each) => each.step === step).pop();
  return (
    <dl class="signatures">
      {(["prepared", "confirmed"] as const).map((step) => {
        const signature = last(step);
        return (
          <div key={step}>
            <dt>{capital(said.step[step])}</dt>
            <dd>
              {signature ? who_and_when(signature.by, signature.at, words.value, language.value) : said.not_signed}
              {signature && !signature.stands && <span class="about">{said.changed}</span>}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function Reopen({ preview, finish }: { preview: SheetPreview; finish: (is_done: boolean) => void }) {
  const said = words.value.progress;
  const form = useForm(async (value): Promise<Fault | null> => {
    const reason = value("reason").trim();
    if (reason === "") return { text: said.no_reason, field: "reason" };
    if (preview.close === null) return { text: said.not_closed };
    const answer = await closes_api.reopen(preview.close.id, reason, language.value);
    if (!answer.ok) return { text: refusal(answer.problem, words.value, language.value) };
    finish(true);
    return null;
  });
  return (
    <form onSubmit={form.submit} noValidate>
      <p>
        <strong>{preview.unit_name}</strong>
        {preview.close && <span class="about">{who_and_when(preview.close.closed_by, preview.close.at, words.value, language.value)}</span>}
      </p>
      <p class="soft">{said.meaning.reopen}</p>
      <Field form={form} name="reason" label={said.reason} hint={said.reason_hint} />
      <FormEnd form={form} text={said.actions.reopen} waiting={words.value.password.saving}>
        <Cancel close={() => finish(false)} />
      </FormEnd>
    </form>
  );
}
