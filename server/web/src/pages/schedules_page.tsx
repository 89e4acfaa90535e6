import { useSignal } from "@preact/signals";
import { schedules_path, type Assignment, type Schedule, type Schedules, type Season } from "../api/hours";
import { Heading } from "../components/heading";
import { HoursTabs } from "../components/hours_tabs";
import { Loaded } from "../components/loaded";
import { ScheduleDialog, type Asked } from "../components/schedule_dialogs";
import { capital } from "../components/session_list";
import { format_date, format_number } from "../format";
import { language, words } from "../i18n/language";
import { schedule_words } from "../i18n/schedule_words";
import { season_on } from "../model/schedules";
import { weekday_codes } from "../model/year_calendar";
import { retry } from "../resource";
import { powers } from "../session";

/** Who works by which hours, and since when. */
export function SchedulesPage() {
  const said = schedule_words[language.value];
  const asked = useSignal<Asked | null>(null);
  const saved = useSignal(false);
  const ask = (next: Asked) => {
    saved.value = false;
    asked.value = next;
  };
  return (
    <>
      <Heading title={said.title} about={powers.value.imports ? said.about : said.about_read}>
        {powers.value.imports && (
          <button type="button" onClick={() => ask({ what: "new" })}>
            {said.add}
          </button>
        )}
      </Heading>
      <HoursTabs here="schedules" />
      <p class="saved" role="status">{saved.value ? said.saved : ""}</p>
      <Loaded<Schedules> path={schedules_path}>
        {({ date, schedules }) => (
          <>
            {schedules.length === 0 && <p class="empty">{said.none}</p>}
            {schedules.map((schedule) => (
              <OneSchedule key={schedule.name} schedule={schedule} today={date} ask={ask} />
            ))}
            {asked.value && (
              <ScheduleDialog
                asked={asked.value}
                all={schedules}
                close={() => (asked.value = null)}
                saved={() => {
                  asked.value = null;
                  saved.value = true;
                  retry(schedules_path);
                }}
              />
            )}
          </>
        )}
      </Loaded>
    </>
  );
}

interface OneProps {
  schedule: Schedule;
  today: string;
  ask: (asked: Asked) => void;
}

function OneSchedule({ schedule, today, ask }: OneProps) {
  const said = schedule_words[language.value];
  const now = season_on(schedule.season, today);
  return (
    <section class="schedule" aria-label={schedule.name}>
      <h2>
        {schedule.name} <span class="soft">{said.taps[schedule.taps]}</span>
      </h2>
      <ul class="seasons" aria-label={said.seasons}>
        {schedule.season.map((season) => (
          <OneSeason key={season.valid_from} schedule={schedule} season={season} is_now={season === now} is_later={season.valid_from > today} ask={ask} />
        ))}
      </ul>
      <Assigned schedule={schedule} today={today} ask={ask} />
      {powers.value.imports && (
        <p class="schedule-actions">
          <button type="button" aria-label={`${said.change_from}: ${schedule.name}`} onClick={() => ask({ what: "season", schedule, valid_from: "" })}>
            {said.change_from}
          </button>
          <button type="button" aria-label={`${said.assign}: ${schedule.name}`} onClick={() => ask({ what: "assign", schedule })}>
            {said.assign}
          </button>
          {schedule.assigned === 0 && (
            <button type="button" class="plain" aria-label={`${said.withdraw}: ${schedule.name}`} onClick={() => ask({ what: "withdraw", schedule })}>
              {said.withdraw}
            </button>
          )}
        </p>
      )}
    </section>
  );
}

interface SeasonProps {
  schedule: Schedule;
  season: Season;
  is_now: boolean;
  is_later: boolean;
  ask: (asked: Asked) => void;
}

function OneSeason({ schedule, season, is_now, is_later, ask }: SeasonProps) {
  const said = schedule_words[language.value];
  const from = format_date(season.valid_from, language.value);
  const state = is_now ? said.in_force : is_later ? said.later : "";
  return (
    <li class={is_now ? "now" : undefined}>
      <span>
        <strong>{capital(said.from(from))}</strong> {state && <span class="soft">({state})</span>}: {weekdays_text(season.weekdays)};{" "}
        {season.sessions.map(({ name, start, end }) => said.hours(name, start, end)).join(", ")}
        <span class="soft">{remarks(season)}</span>
      </span>
      {powers.value.imports && (
        <span class="season-actions">
          <button
            type="button"
            class="plain"
            aria-label={said.change_season + said.of_season(from)}
            onClick={() => ask({ what: "season", schedule, valid_from: season.valid_from })}
          >
            {said.change_season}
          </button>
          {schedule.season.length > 1 && (
            <button
              type="button"
              class="plain"
              aria-label={said.drop_season + said.of_season(from)}
              onClick={() => ask({ what: "drop", schedule, valid_from: season.valid_from })}
            >
              {said.drop_season}
            </button>
          )}
        </span>
      )}
    </li>
  );
}

/** "; cho phép đi muộn 5 phút, về sớm 5 phút; linh hoạt …"; empty where there is neither. */
function remarks({ sessions, flex_earlier_min, flex_later_min }: Season): string {
  const said = schedule_words[language.value];
  const number = (value: number) => format_number(value, language.value);
  const late = Math.max(...sessions.map(({ late_grace_min }) => late_grace_min), 0);
  const early = Math.max(...sessions.map(({ early_grace_min }) => early_grace_min), 0);
  let text = late + early > 0 ? `; ${said.grace(number(late), number(early))}` : "";
  if (flex_earlier_min + flex_later_min > 0) text += `; ${said.flexible(number(flex_earlier_min), number(flex_later_min))}`;
  return text;
}

/** "thứ Hai–thứ Sáu", or each by its name where they do not follow one another. */
function weekdays_text(codes: readonly string[]): string {
  const places = weekday_codes.flatMap((code, place) => (codes.includes(code) ? [place] : []));
  const first = places[0] ?? 0, last = places[places.length - 1] ?? 0;
  const names = words.value.weekdays;
  if (places.length > 2 && last - first + 1 === places.length) return `${names[first]}–${names[last]}`;
  return places.map((place) => names[place]).join(", ");
}

const shown_open = 6; // more are folded away

function Assigned({ schedule, today, ask }: OneProps) {
  const said = schedule_words[language.value];
  const { assigned, assignments } = schedule;
  if (assigned === 0) return <p class="soft">{said.not_assigned}</p>;
  return (
    <details class="gap" open={assigned <= shown_open}>
      <summary>
        {said.assigned} <strong>{said.assigned_count(format_number(assigned, language.value))}</strong>
      </summary>
      <ul class="gap-items">
        {assignments.map((one) => (
          <li key={one.unit_code + one.staff_code + one.valid_from}>
            <span>
              {one.name}{" "}
              <span class="soft">
                {one.staff_code && `${one.staff_code} · ${one.unit_name} · `}
                {span_text(one)}
                {one.valid_to !== "" && one.valid_to < today && ` (${said.is_over})`}
              </span>
            </span>
            {powers.value.imports && (one.valid_to === "" || one.valid_to >= today) && (
              <button type="button" class="plain" aria-label={`${said.end}: ${schedule.name}, ${one.name}`} onClick={() => ask({ what: "end", assignment: one })}>
                {said.end}
              </button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

function span_text({ valid_from, valid_to }: Assignment): string {
  const said = schedule_words[language.value];
  const date = (text: string) => format_date(text, language.value);
  return valid_to === "" ? said.from(date(valid_from)) : said.until(date(valid_from), date(valid_to));
}
