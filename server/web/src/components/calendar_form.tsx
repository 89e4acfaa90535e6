import { useSignal } from "@preact/signals";
import { calendar_kinds, type CalendarKind, type CalendarRow } from "../api/hours";
import { form_file, type ImportFile } from "../api/imports";
import { calendar_words } from "../i18n/calendar_words";
import { language, words } from "../i18n/language";
import { dates_of, span_days_max, weekday_codes } from "../model/year_calendar";
import { Cancel } from "./dialog";
import { Choice, Field, FormEnd, useForm } from "./form";
import { capital } from "./session_list";
import { UnitChoice } from "./unit_choice";

interface Props {
  row: CalendarRow;
  is_new: boolean;
  unit_name: string; // of a row that is there: its date and unit are its key and stay
  to: string;
  close: () => void;
  plan: (file: ImportFile, row: CalendarRow, to: string) => void;
}

/** One row of the calendar, or the same for some days on end. */
export function CalendarForm({ row, is_new, unit_name, to, close, plan }: Props) {
  const said = calendar_words[language.value];
  const kind = useSignal<CalendarKind>(row.kind);
  const unit = useSignal(row.unit_code);
  const form = useForm(async (value) => {
    const last = value("to");
    if (last && last < row.date) return { text: said.to_before, field: "to" };
    const stated: CalendarRow = {
      date: row.date,
      kind: kind.value,
      name: value("name").trim(),
      works_like: kind.value === "working" ? value("works_like") : "",
      unit_code: unit.value,
      from_time: kind.value === "closure" ? value("from_time") : "",
      except_units: value("except_units").trim(),
      except_staff: value("except_staff").trim(),
      paper: value("paper").trim(),
    };
    if (!stated.name) return { text: said.no_name, field: "name" };
    const dates = dates_of(row.date, last);
    if (dates.length > span_days_max) return { text: said.too_long, field: "to" };
    plan(form_file("calendar", dates.map((date) => ({ ...stated, date }))), stated, last);
    return null;
  });
  return (
    <form onSubmit={form.submit} noValidate>
      <div class="side-by-side">
        <Choice
          form={form}
          name="kind"
          label={said.kind}
          choices={calendar_kinds.map((each) => ({ value: each, text: capital(said.kinds[each]) }))}
          value={kind.value}
          chosen={(value) => (kind.value = value as CalendarKind)}
        />
        {is_new && <Field form={form} name="to" label={said.to} type="date" value={to} hint={said.to_hint} />}
      </div>
      <Field form={form} name="name" label={said.name} value={row.name} hint={said.name_hint} chars_max={200} focused />
      {kind.value === "working" && (
        <Choice
          form={form}
          name="works_like"
          label={said.works_like}
          choices={weekday_codes.map((code, place) => ({ value: code, text: capital(words.value.weekdays[place]!) }))}
          value={row.works_like || "fri"}
        />
      )}
      {kind.value === "closure" && (
        <Field form={form} name="from_time" label={said.from_time} type="time" value={row.from_time} hint={said.from_time_hint} />
      )}
      {is_new ? (
        <UnitChoice label={said.unit} none={capital(said.everybody)} value={unit.value} choose={(code) => (unit.value = code)} />
      ) : (
        <p class="soft">{said.unit_fixed(unit_name || said.everybody)}</p>
      )}
      <Field form={form} name="paper" label={said.paper_field} value={row.paper} chars_max={200} />
      <details class="folded" open={Boolean(row.except_units || row.except_staff)}>
        <summary>{said.more}</summary>
        <div class="side-by-side">
          <Field form={form} name="except_units" label={said.except_units} value={row.except_units} hint={said.codes_hint} chars_max={1000} />
          <Field form={form} name="except_staff" label={said.except_staff} value={row.except_staff} chars_max={1000} />
        </div>
      </details>
      <FormEnd form={form} text={said.preview} waiting={words.value.imports.checking}>
        <Cancel close={close} />
      </FormEnd>
    </form>
  );
}
