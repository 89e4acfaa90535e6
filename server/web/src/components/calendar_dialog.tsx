import { useSignal } from "@preact/signals";
import type { CalendarDay, CalendarRow } from "../api/hours";
import { form_file, type ImportFile } from "../api/imports";
import { format_date } from "../format";
import { calendar_words } from "../i18n/calendar_words";
import { language, words } from "../i18n/language";
import { weekday_of } from "../model/calendar";
import { weekday_codes } from "../model/year_calendar";
import { powers } from "../session";
import { CalendarForm } from "./calendar_form";
import { Cancel, Dialog } from "./dialog";
import { PlannedChange } from "./planned_change";
import { capital } from "./session_list";

type Step =
  | { at: "rows" }
  | { at: "form"; row: CalendarRow; is_new: boolean; unit_name: string; to: string }
  | { at: "planned"; file: ImportFile; before: Step };

interface Props {
  date: string;
  rows: CalendarDay[];
  close: () => void;
  saved: () => void;
}

const empty_row = (date: string): CalendarRow => ({
  date, kind: "holiday", name: "", works_like: "", unit_code: "", from_time: "", except_units: "", except_staff: "", paper: "",
});

/** One day of the calendar: what is stated of it, a form to state more, and the preview before anything changes. */
export function CalendarDialog({ date, rows, close, saved }: Props) {
  const said = calendar_words[language.value];
  const can_edit = powers.value.imports;
  const new_form = (): Step => ({ at: "form", row: empty_row(date), is_new: true, unit_name: "", to: "" });
  const step = useSignal<Step>(rows.length === 0 && can_edit ? new_form() : { at: "rows" });
  const now = step.value;
  const plan = (file: ImportFile, before: Step) => (step.value = { at: "planned", file, before });
  return (
    <Dialog title={`${capital(words.value.weekdays[weekday_of(date)]!)}, ${format_date(date, language.value)}`} close={close} wide={now.at === "planned"}>
      {now.at === "rows" && (
        <>
          {rows.length === 0 && <p>{said.nothing_that_day}</p>}
          {rows.map((row) => (
            <Stated
              key={row.unit_code}
              row={row}
              change={() => (step.value = { at: "form", row: cells_of(row), is_new: false, unit_name: row.unit_name, to: "" })}
              withdraw={() => plan(form_file("calendar", [{ date: row.date, unit_code: row.unit_code }], true), { at: "rows" })}
            />
          ))}
          <p class="dialog-actions">
            {can_edit && (
              <button type="button" onClick={() => (step.value = new_form())}>
                {said.add}
              </button>
            )}
            <Cancel close={close} first />
          </p>
        </>
      )}
      {now.at === "form" && (
        <CalendarForm
          row={now.row}
          is_new={now.is_new}
          unit_name={now.unit_name}
          to={now.to}
          close={close}
          plan={(file, row, to) => plan(file, { ...now, row, to })}
        />
      )}
      {now.at === "planned" && <PlannedChange file={now.file} back={() => (step.value = now.before)} done={saved} />}
    </Dialog>
  );
}

function Stated({ row, change, withdraw }: { row: CalendarDay; change: () => void; withdraw: () => void }) {
  const said = calendar_words[language.value];
  return (
    <div class="calendar-row">
      <p>
        <strong>{row.name}</strong> <span>{told(row)}</span>
      </p>
      <p class="soft">
        {row.unit_name || said.everybody}
        {excepted(row) && `, ${said.except(excepted(row))}`}
        {row.paper && ` · ${row.paper}`}
      </p>
      {powers.value.imports && (
        <p class="calendar-row-actions">
          <button type="button" class="plain" aria-label={said.change + said.row(row.name)} onClick={change}>
            {said.change}
          </button>
          <button type="button" class="plain" aria-label={said.withdraw + said.row(row.name)} onClick={withdraw}>
            {said.withdraw}
          </button>
        </p>
      )}
    </div>
  );
}

/** "làm bù theo lịch thứ Sáu", "ngừng làm việc từ 13:30". */
export function told(row: CalendarRow): string {
  const said = calendar_words[language.value];
  const weekday = words.value.weekdays[weekday_codes.findIndex((code) => code === row.works_like)];
  return [said.kinds[row.kind], weekday && said.like(weekday), row.from_time && said.since(row.from_time)].filter(Boolean).join(" ");
}

export const excepted = (row: CalendarRow): string =>
  [row.except_units, row.except_staff].filter(Boolean).join("+").replaceAll("+", ", ");

const cells_of = ({ unit_name: _, ...row }: CalendarDay): CalendarRow => row;
