import type { UnitProgress } from "../api/closes";
import { format_number } from "../format";
import { language, words } from "../i18n/language";
import { progress_words, who_and_when } from "../i18n/progress_words";

interface Props {
  progress: UnitProgress | undefined; // not known yet
  below: number; // units below it that are not done
  to: string;
}

/** How far the unit's month is; under it, how many units below are not done. */
export function StateCell({ progress, below, to }: Props) {
  const said = words.value.progress;
  const number = (value: number) => format_number(value, language.value);
  const about = progress?.by && progress.at && who_and_when(progress.by, progress.at, words.value, language.value);
  return (
    <td role="cell" class={`state state-${progress?.state ?? "unknown"}`}>
      {progress && progress.state !== "nobody" && (
        <a href={to} title={about || undefined}>
          {progress_words(progress, words.value, language.value)}
        </a>
      )}
      {progress?.changed && <span class="about">{progress.state === "closed" ? said.changed_closed : said.changed}</span>}
      {below > 0 && <span class="about">{said.left_below(number(below))}</span>}
    </td>
  );
}
