import { useSignal, type Signal } from "@preact/signals";
import { words } from "../i18n/language";
import { Choice, Field, type Form } from "./form";

/** Which part of its days a paper or a request takes: "days", "hours", or "session:sáng". */
export const useDayPart = (): Signal<string> => useSignal("days");

/** The fields as columns of absences.csv. */
export function span_cells(part: string, value: (name: string) => string): Record<string, string> {
  const by_hours = part === "hours";
  return {
    from: value("from"),
    to: value("to") || value("from"),
    sessions: part.startsWith("session:") ? part.slice("session:".length) : "",
    from_time: by_hours ? value("from_time") : "",
    to_time: by_hours ? value("to_time") : "",
  };
}

/** From which day to which, and what part of them. */
export function AbsenceSpan({ form, part, date }: { form: Form; part: Signal<string>; date: string }) {
  const said = words.value.ask;
  return (
    <>
      <div class="side-by-side">
        <Field form={form} name="from" label={said.from} type="date" value={date} />
        <Field form={form} name="to" label={said.to} type="date" value={date} />
      </div>
      <Choice
        form={form}
        name="sessions"
        label={said.part}
        choices={[
          { value: "days", text: said.whole_days },
          { value: "session:sáng", text: said.session("sáng") },
          { value: "session:chiều", text: said.session("chiều") },
          { value: "hours", text: said.hours },
        ]}
        value={part.value}
        chosen={(value) => (part.value = value)}
      />
      {part.value === "hours" && (
        <div class="side-by-side">
          <Field form={form} name="from_time" label={said.from_time} type="time" />
          <Field form={form} name="to_time" label={said.to_time} type="time" />
        </div>
      )}
    </>
  );
}
