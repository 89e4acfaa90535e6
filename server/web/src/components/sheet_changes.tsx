import { closes_paths, type SheetChange, type SheetPreview } from "../api/closes";
import { format_day } from "../format";
import { language, words } from "../i18n/language";
import { href } from "../route";
import { Loaded } from "./loaded";

const changes_shown_max = 20; // who needs more prints the list (badgectl changes)

/** What is judged otherwise than when the sheet was signed or closed last, and why. */
export function SheetChanges({ unit, month }: { unit: string; month: string }) {
  return (
    <Loaded<SheetPreview> path={closes_paths.preview(unit, month, language.value)}>
      {({ close, signatures }) => {
        const since = close === null ? String(signatures[signatures.length - 1]?.facts_position ?? "") : "";
        return (
          <Loaded<{ changes: SheetChange[] }> path={closes_paths.changes(unit, month, since, language.value)}>
            {({ changes }) => <Changes changes={changes} />}
          </Loaded>
        );
      }}
    </Loaded>
  );
}

function Changes({ changes }: { changes: SheetChange[] }) {
  const said = words.value.progress;
  return (
    <>
      <ul class="session-list">
        {changes.slice(0, changes_shown_max).map((change) => (
          <li key={`${change.staff_code} ${change.date} ${change.session}`}>
            <a href={href({ page: "day", date: change.date, staff: change.staff_code })}>
              {change.full_name}, {format_day(change.date, language.value)}, {change.session}
            </a>
            <p class="sentence">{[change.because.join("; "), change.text].filter(Boolean).join(". ")}</p>
          </li>
        ))}
      </ul>
      {changes.length > changes_shown_max && <p class="soft">{said.more_changes(String(changes.length - changes_shown_max))}</p>}
    </>
  );
}
