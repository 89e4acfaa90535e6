import { useSignal } from "@preact/signals";
import type { Assignment, AssignmentRow, Schedule, ScheduleRules } from "../api/hours";
import { form_file, type ImportFile } from "../api/imports";
import type { Named } from "../api/requests";
import { format_date, today } from "../format";
import { language } from "../i18n/language";
import { schedule_words } from "../i18n/schedule_words";
import { assignment_rows, new_schedule, new_season, season_on, toml_of, with_season, without_season } from "../model/schedules";
import { Cancel, Dialog } from "./dialog";
import { Field, FormEnd, useForm } from "./form";
import { Found, PersonFinder } from "./person_finder";
import { PlannedChange } from "./planned_change";
import { ScheduleForm, type ScheduleDraft } from "./schedule_form";
import { Segmented } from "./segmented";
import { UnitChoice } from "./unit_choice";

/** What was asked of the page of schedules. */
export type Asked =
  | { what: "new" }
  | { what: "season"; schedule: Schedule; valid_from: string } // empty: another one
  | { what: "drop"; schedule: Schedule; valid_from: string }
  | { what: "withdraw"; schedule: Schedule }
  | { what: "assign"; schedule: Schedule }
  | { what: "end"; assignment: Assignment };

interface Props {
  asked: Asked;
  all: readonly Schedule[];
  close: () => void;
  saved: () => void;
}

const schedule_file = (schedule: ScheduleRules, withdraw = false): ImportFile => ({
  kind: "schedules", withdraw, name: "schedules.toml", bytes: toml_of(schedule),
});

/** A form, and then the preview of what it would do. */
export function ScheduleDialog({ asked, all, close, saved }: Props) {
  const planned = useSignal<ImportFile | null>(at_once(asked));
  const draft = useSignal<ScheduleDraft>(draft_of(asked));
  const plan = (file: ImportFile) => (planned.value = file);
  const back = () => (at_once(asked) ? close() : (planned.value = null));
  return (
    <Dialog title={title_of(asked)} close={close} wide>
      {planned.value ? (
        <PlannedChange file={planned.value} back={back} done={saved} />
      ) : asked.what === "assign" ? (
        <AssignForm schedule={asked.schedule.name} all={all.flatMap(({ assignments }) => assignments)} close={close} plan={plan} />
      ) : asked.what === "end" ? (
        <EndForm assignment={asked.assignment} close={close} plan={plan} />
      ) : (
        <ScheduleForm
          draft={draft.value}
          names={asked.what === "new" ? all.map(({ name }) => name) : null}
          fixed_date={asked.what === "season" && asked.valid_from !== ""}
          close={close}
          plan={(next) => {
            draft.value = next;
            plan(schedule_file({ ...next.rules, season: with_season(next.rules.season, next.season) }));
          }}
        />
      )}
    </Dialog>
  );
}

/** What needs no form. */
function at_once(asked: Asked): ImportFile | null {
  if (asked.what === "withdraw") return schedule_file(asked.schedule, true);
  if (asked.what !== "drop") return null;
  const { schedule, valid_from } = asked;
  return schedule_file({ ...schedule, season: without_season(schedule.season, valid_from) });
}

function draft_of(asked: Asked): ScheduleDraft {
  if (asked.what !== "season") return { rules: new_schedule(), season: new_season(today()) };
  const { schedule, valid_from } = asked;
  const season = season_on(schedule.season, valid_from || today()) ?? new_season(today());
  return { rules: schedule, season: { ...season, valid_from } };
}

function title_of(asked: Asked): string {
  const said = schedule_words[language.value];
  const date = (text: string) => format_date(text, language.value);
  switch (asked.what) {
    case "new":
      return said.add_title;
    case "season":
      return asked.valid_from
        ? said.change_season_title(asked.schedule.name, date(asked.valid_from))
        : said.change_title(asked.schedule.name);
    case "drop":
      return said.drop_title(asked.schedule.name, date(asked.valid_from));
    case "withdraw":
      return said.withdraw_title(asked.schedule.name);
    case "assign":
      return said.assign_title(asked.schedule.name);
    case "end":
      return said.end_title(asked.assignment.schedule, asked.assignment.name);
  }
}

interface AssignProps {
  schedule: string;
  all: readonly AssignmentRow[];
  close: () => void;
  plan: (file: ImportFile) => void;
}

function AssignForm({ schedule, all, close, plan }: AssignProps) {
  const said = schedule_words[language.value];
  const whom = useSignal<"unit" | "person">("unit");
  const unit = useSignal("");
  const person = useSignal<Named | null>(null);
  const form = useForm(async (value) => {
    const of_unit = whom.value === "unit";
    if (of_unit && unit.value === "") return { text: said.no_unit };
    if (!of_unit && person.value === null) return { text: said.no_person };
    if (value("valid_from") === "") return { text: said.no_date, field: "valid_from" };
    const wanted: AssignmentRow = {
      schedule,
      unit_code: of_unit ? unit.value : "",
      staff_code: of_unit ? "" : person.value!.staff_code,
      valid_from: value("valid_from"),
      valid_to: value("valid_to"),
    };
    plan(form_file("assignments", assignment_rows(wanted, all)));
    return null;
  });
  return (
    <form onSubmit={form.submit} noValidate>
      <p class="soft">{said.assign_about}</p>
      <Segmented
        label={said.whom}
        name="whom"
        value={whom.value}
        choices={[
          { value: "unit", text: said.a_unit },
          { value: "person", text: said.a_person },
        ]}
        choose={(chosen) => (whom.value = chosen)}
      />
      {whom.value === "unit" ? (
        <UnitChoice label={said.a_unit} none={said.choose_unit} value={unit.value} choose={(code) => (unit.value = code)} />
      ) : person.value ? (
        <p class="chosen-person">
          <strong>{person.value.full_name}</strong> <span class="soft">{person.value.staff_code} · {person.value.unit_name}</span>{" "}
          <button type="button" class="plain" onClick={() => (person.value = null)}>
            {said.other_person}
          </button>
        </p>
      ) : (
        <PersonFinder>{(people) => <Found people={people} choose={(chosen) => (person.value = chosen)} />}</PersonFinder>
      )}
      <div class="side-by-side">
        <Field form={form} name="valid_from" label={said.valid_from} type="date" value={today()} />
        <Field form={form} name="valid_to" label={said.to} type="date" hint={said.to_hint} />
      </div>
      <FormEnd form={form} text={said.preview} waiting={said.preview}>
        <Cancel close={close} />
      </FormEnd>
    </form>
  );
}

interface EndProps {
  assignment: Assignment;
  close: () => void;
  plan: (file: ImportFile) => void;
}

function EndForm({ assignment, close, plan }: EndProps) {
  const said = schedule_words[language.value];
  const { name: _, unit_name: __, ...row } = assignment;
  const form = useForm(async (value) => {
    const last = value("last");
    if (last === "") return { text: said.no_date, field: "last" };
    const { unit_code, staff_code, valid_from } = row;
    plan(
      last < valid_from
        ? form_file("assignments", [{ unit_code, staff_code, valid_from }], true)
        : form_file("assignments", [{ ...row, valid_to: last }]),
    );
    return null;
  });
  return (
    <form onSubmit={form.submit} noValidate>
      <Field form={form} name="last" label={said.end_last} type="date" value={today()} hint={said.end_about} />
      <FormEnd form={form} text={said.preview} waiting={said.preview}>
        <Cancel close={close} />
      </FormEnd>
    </form>
  );
}
