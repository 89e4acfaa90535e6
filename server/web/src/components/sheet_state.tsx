import { useSignal } from "@preact/signals";
import { closes_paths, type ProgressReport, type UnitProgress } from "../api/closes";
import { timesheet_paths } from "../api/timesheets";
import { language, words } from "../i18n/language";
import { progress_words, who_and_when } from "../i18n/progress_words";
import { timesheet_words } from "../i18n/timesheet_words";
import { actions_for, may_take_timesheet, type SheetAction } from "../model/progress";
import { retry, useResource } from "../resource";
import { powers } from "../session";
import { SheetChanges } from "./sheet_changes";
import { SheetDialog } from "./sheet_dialog";
import { TimesheetDialog } from "./timesheet_dialog";

interface Props {
  unit: string;
  month: string;
  done: () => void; // something was signed, closed or opened
}

/** How far the unit's own sheet of the month is, and what the reader may do about it. */
export function SheetState({ unit, month, done }: Props) {
  const path = closes_paths.progress(month, unit);
  const { value } = useResource<ProgressReport>(path).value;
  const doing = useSignal<SheetAction | null>(null);
  const shows_changes = useSignal(false);
  const takes_timesheet = useSignal(false);
  const progress = value?.units[0];
  if (!progress || progress.state === "nobody") return null;
  const said = words.value.progress;
  const finish = (is_done: boolean) => {
    doing.value = null;
    if (!is_done) return;
    retry(path);
    done();
  };
  return (
    <section class="sheet-state" aria-label={said.title}>
      <p>
        <span class="sheet-word">{said.title}:</span> <strong>{progress_words(progress, words.value, language.value)}</strong>
        <LastHand progress={progress} />
        {progress.changed && (
          <button type="button" class="plain" aria-expanded={shows_changes.value} onClick={() => (shows_changes.value = !shows_changes.value)}>
            {said.what_changed}
          </button>
        )}
      </p>
      <div class="sheet-actions">
        {actions_for(powers.value.roles, progress).map((action) => (
          <button key={action} type="button" onClick={() => (doing.value = action)}>
            {said.actions[action]}
          </button>
        ))}
        {may_take_timesheet(powers.value.roles) && (
          <>
            <a href={timesheet_paths.deviations(unit, month)} download>
              {timesheet_words[language.value].deviations}
            </a>
            <button type="button" onClick={() => (takes_timesheet.value = true)}>
              {timesheet_words[language.value].open}
            </button>
          </>
        )}
      </div>
      {progress.changed && shows_changes.value && <SheetChanges unit={unit} month={month} />}
      {takes_timesheet.value && <TimesheetDialog unit={unit} month={month} close={() => (takes_timesheet.value = false)} />}
      {doing.value && <SheetDialog action={doing.value} unit={unit} month={month} finish={finish} />}
    </section>
  );
}

/** Who signed or closed last. */
function LastHand({ progress }: { progress: UnitProgress }) {
  const said = words.value.progress;
  const { by, at, changed, state } = progress;
  if (by === null || at === null) return null;
  const text = who_and_when(by, at, words.value, language.value);
  return <span class="soft"> · {text}
      {changed && ` · ${state === "closed" ? said.changed_closed : said.changed}`} </span>;
}

