import { useSignal, type Signal } from "@preact/signals";
import { useId } from "preact/hooks";
import { taps_demanded, type ScheduleRules, type Season, type Session, type TapsDemanded } from "../api/hours";
import { language, words } from "../i18n/language";
import { schedule_words } from "../i18n/schedule_words";
import { new_session, sessions_max } from "../model/schedules";
import { weekday_codes } from "../model/year_calendar";
import { Cancel } from "./dialog";
import { capital } from "./session_list";

/** What stands in the form: the rules of the schedule and one of its seasons. */
export interface ScheduleDraft {
  rules: ScheduleRules;
  season: Season;
}

interface Props {
  draft: ScheduleDraft;
  names: readonly string[] | null; // of a new schedule: those that are taken
  fixed_date: boolean; // a season that is there
  close: () => void;
  plan: (draft: ScheduleDraft) => void;
}

/** The hours from a day on: sessions as rows, what most offices never touch folded away. */
export function ScheduleForm({ draft: first, names, fixed_date, close, plan }: Props) {
  const said = schedule_words[language.value];
  const draft = useSignal(first);
  const fault = useSignal("");
  const id = useId();
  const { rules, season } = draft.value;
  const set_rules = (some: Partial<ScheduleRules>) => (draft.value = { rules: { ...rules, ...some }, season });
  const set_season = (some: Partial<Season>) => (draft.value = { rules, season: { ...season, ...some } });
  const submit = (event: Event) => {
    event.preventDefault();
    fault.value = fault_in(draft.value, names);
    if (fault.value === "") plan(draft.value);
  };
  return (
    <form onSubmit={submit} noValidate aria-describedby={`${id}-fault`}>
      <div class="side-by-side">
        {names && (
          <Text label={said.name} hint={said.name_hint} value={rules.name} set={(name) => set_rules({ name: name.trim() })} />
        )}
        <Text
          type="date"
          label={said.valid_from}
          hint={fixed_date ? "" : said.valid_from_hint}
          value={season.valid_from}
          readonly={fixed_date}
          set={(valid_from) => set_season({ valid_from })}
        />
      </div>
      <Weekdays chosen={season.weekdays} set={(weekdays) => set_season({ weekdays })} />
      <h3>{said.sessions}</h3>
      {season.sessions.map((session, place) => (
        <SessionFields
          key={place}
          session={session}
          place={place}
          set={(some) => set_season({ sessions: season.sessions.map((each, i) => (i === place ? { ...each, ...some } : each)) })}
          remove={season.sessions.length > 1 ? () => set_season({ sessions: season.sessions.filter((_, i) => i !== place) }) : null}
        />
      ))}
      <p class="soft">{said.night_hint}</p>
      {season.sessions.length < sessions_max && (
        <button type="button" class="plain" onClick={() => set_season({ sessions: [...season.sessions, new_session("", "", "")] })}>
          {said.add_session}
        </button>
      )}
      <details class="folded">
        <summary>{said.more}</summary>
        <MoreRules draft={draft} set_rules={set_rules} set_season={set_season} />
      </details>
      <p id={`${id}-fault`} class="error" role="alert">
        {fault.value}
      </p>
      <button type="submit" class="main-button">
        {said.preview}
      </button>
      <Cancel close={close} />
    </form>
  );
}

/** What the server could only tell by a line of a file. */
function fault_in({ rules, season }: ScheduleDraft, names: readonly string[] | null): string {
  const said = schedule_words[language.value];
  if (rules.name === "") return said.no_name;
  if (names?.includes(rules.name)) return said.taken;
  if (season.valid_from === "") return said.no_date;
  return season.weekdays.length === 0 ? said.no_weekday : "";
}

interface TextProps {
  label: string;
  value: string;
  set: (value: string) => void;
  type?: "text" | "date" | "time";
  hint?: string;
  readonly?: boolean;
}

function Text({ label, value, set, type = "text", hint, readonly }: TextProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type={type as "text"}
        value={value}
        readOnly={readonly}
        autocomplete="off"
        spellcheck={false}
        maxLength={64}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onInput={(event) => set(event.currentTarget.value)}
      />
      {hint && (
        <p id={`${id}-hint`} class="soft">
          {hint}
        </p>
      )}
    </div>
  );
}

/** A whole number, zero or more; the server knows how many. */
function Amount({ label, value, set }: { label: string; value: number; set: (value: number) => void }) {
  const id = useId();
  return (
    <div class="field amount">
      <label for={id}>{label}</label>
      <input
        id={id}
        type={"number" as "text"}
        inputMode="numeric"
        min={0}
        step={1}
        value={String(value)}
        onInput={(event) => set(Math.max(0, Math.trunc(Number(event.currentTarget.value) || 0)))}
      />
    </div>
  );
}

function Check({ label, value, set }: { label: string; value: boolean; set: (value: boolean) => void }) {
  return (
    <label class="check">
      <input type="checkbox" checked={value} onChange={(event) => set(event.currentTarget.checked)} />
      <span>{label}</span>
    </label>
  );
}

function Weekdays({ chosen, set }: { chosen: readonly string[]; set: (codes: string[]) => void }) {
  const said = schedule_words[language.value];
  const toggle = (code: string, on: boolean) => set(weekday_codes.filter((each) => (each === code ? on : chosen.includes(each))));
  return (
    <fieldset class="weekdays">
      <legend>{said.weekdays}</legend>
      {weekday_codes.map((code, place) => (
        <Check key={code} label={capital(words.value.weekdays[place]!)} value={chosen.includes(code)} set={(on) => toggle(code, on)} />
      ))}
    </fieldset>
  );
}

interface SessionProps {
  session: Session;
  place: number;
  set: (some: Partial<Session>) => void;
  remove: (() => void) | null;
}

function SessionFields({ session, place, set, remove }: SessionProps) {
  const said = schedule_words[language.value];
  return (
    <fieldset class="session-fields">
      <legend class="unseen">{said.session_of(String(place + 1))}</legend>
      <Text label={said.session} value={session.name} set={(name) => set({ name: name.trim() })} />
      <Text type="time" label={said.start} value={session.start} set={(start) => set({ start })} />
      <Text type="time" label={said.end_time} value={session.end} set={(end) => set({ end })} />
      <Amount label={said.late_grace} value={session.late_grace_min} set={(late_grace_min) => set({ late_grace_min })} />
      <Amount label={said.early_grace} value={session.early_grace_min} set={(early_grace_min) => set({ early_grace_min })} />
      {remove && (
        <button type="button" class="plain" aria-label={`${said.remove_session}: ${session.name || place + 1}`} onClick={remove}>
          {said.remove_session}
        </button>
      )}
    </fieldset>
  );
}

interface MoreProps {
  draft: Signal<ScheduleDraft>;
  set_rules: (some: Partial<ScheduleRules>) => void;
  set_season: (some: Partial<Season>) => void;
}

function MoreRules({ draft, set_rules, set_season }: MoreProps) {
  const said = schedule_words[language.value];
  const { rules, season } = draft.value;
  const id = useId();
  const set_session = (place: number, some: Partial<Session>) =>
    set_season({ sessions: season.sessions.map((each, i) => (i === place ? { ...each, ...some } : each)) });
  return (
    <>
      {season.sessions.map((session, place) => (
        <fieldset key={place} class="session-fields windows">
          <legend>{session.name || said.session_of(String(place + 1))}</legend>
          <Amount label={said.opens_before} value={session.opens_before_min} set={(value) => set_session(place, { opens_before_min: value })} />
          <Amount label={said.closes_after} value={session.closes_after_min} set={(value) => set_session(place, { closes_after_min: value })} />
        </fieldset>
      ))}
      <fieldset class="session-fields windows">
        <legend class="soft">{said.flex_hint}</legend>
        <Amount label={said.flex_earlier} value={season.flex_earlier_min} set={(value) => set_season({ flex_earlier_min: value })} />
        <Amount label={said.flex_later} value={season.flex_later_min} set={(value) => set_season({ flex_later_min: value })} />
      </fieldset>
      <p class="soft">{said.rules_hint}</p>
      <div class="field">
        <label for={id}>{said.taps_field}</label>
        <select id={id} value={rules.taps} onChange={(event) => set_rules({ taps: event.currentTarget.value as TapsDemanded })}>
          {taps_demanded.map((code) => (
            <option key={code} value={code}>
              {capital(said.taps[code])}
            </option>
          ))}
        </select>
      </div>
      <div class="session-fields windows">
        <Amount label={said.explanation_days} value={rules.explanation_days} set={(value) => set_rules({ explanation_days: value })} />
        <Amount label={said.repeat_quiet} value={rules.repeat_quiet_s} set={(value) => set_rules({ repeat_quiet_s: value })} />
        <Amount label={said.stay} value={rules.stay_min} set={(value) => set_rules({ stay_min: value })} />
        <Amount label={said.lone_reach} value={rules.lone_tap_reach_min} set={(value) => set_rules({ lone_tap_reach_min: value })} />
      </div>
      <div class="checks">
        <Check label={said.ignores_calendar} value={rules.ignores_calendar} set={(value) => set_rules({ ignores_calendar: value })} />
        <Check label={said.noon_one_tap} value={rules.noon_one_tap} set={(value) => set_rules({ noon_one_tap: value })} />
        <Check label={said.minutes_after_grace} value={rules.minutes_after_grace} set={(value) => set_rules({ minutes_after_grace: value })} />
      </div>
    </>
  );
}
