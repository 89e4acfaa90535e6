import type { ListedPerson, Observed, Word } from "../api/inspections";
import { format_clock, format_date } from "../format";
import { inspect_words } from "../i18n/inspect_words";
import { inspection_words } from "../i18n/inspection_words";
import { language } from "../i18n/language";
import { absent, type Seen } from "../model/inspect_marks";
import type { Mark } from "../model/inspect_queue";

interface Props {
  seen: Seen;
  mark: (word: Omit<Mark, "staff_code">) => void;
  ask: () => void; // for what has no key of its own
  settle: (() => void) | null; // null: not theirs to say, or there is nothing to settle
}

/** One person: who they are, three large keys, and what inspectors say of them. */
export function Desk({ seen, mark, ask, settle }: Props) {
  const { person, mine } = seen;
  const said = inspect_words[language.value];
  const key = key_of(mine?.observed);
  const keys = [
    { key: "worn", press: () => mark({ observed: "worn" }) },
    { key: "not_worn", press: () => mark({ observed: "not_worn" }) },
    { key: "absent", press: () => mark(absent(person)) },
    { key: "other", press: ask },
  ] as const;
  return (
    <li class={seen.disputed ? "desk desk-disputed" : "desk"}>
      <p class="desk-who">
        <strong>{person.full_name}</strong>
        {seen.unsent && <span class="desk-unsent">◌ {said.not_sent}</span>}
        <span class="about">{[person.job, person.staff_code, person.badge_number && said.badge(person.badge_number)].filter(Boolean).join(" · ")}</span>
        <span class="about">{hint(person)}</span>
      </p>
      <div class="desk-keys" role="group" aria-label={person.full_name}>
        {keys.map((each) => (
          <button
            key={each.key}
            type="button"
            class={`desk-key desk-key-${each.key}`}
            aria-pressed={each.key === key}
            aria-haspopup={each.key === "other" ? "dialog" : undefined}
            aria-label={each.key === "other" ? said.other_of(person.full_name) : undefined}
            onClick={() => (each.key === key && each.key !== "other" ? undefined : each.press())}
          >
            {each.key === key && <span class="desk-chosen" aria-hidden="true">✓</span>}
            {said.keys[each.key]}
          </button>
        ))}
      </div>
      <Said seen={seen} />
      {settle && (
        <button type="button" class="big" aria-label={inspection_words[language.value].settle_of(person.full_name)} onClick={settle}>
          {inspection_words[language.value].settle}
        </button>
      )}
    </li>
  );
}

function key_of(observed: Observed | undefined): "worn" | "not_worn" | "absent" | "other" | null {
  if (observed === undefined) return null;
  if (observed === "worn" || observed === "not_worn") return observed;
  return observed === "absent_with_paper" || observed === "absent_without" ? "absent" : "other";
}

/** Where they were by taps and papers when the inspection began, and whether a reader has seen their badge since. */
function hint({ presence, first_tap, paper, reported_at, badge_shown }: ListedPerson): string {
  const said = inspect_words[language.value];
  const where = presence === "present" && first_tap ? `● ${said.tapped(format_clock(first_tap))}` : `${presence === "away" ? "◇" : "–"} ${said.presence[presence]}`;
  const of_paper = paper && reported_at ? said.reported(paper, format_clock(reported_at), format_date(reported_at.slice(0, 10), language.value)) : paper;
  const shown = badge_shown && `▣ ${said.badge_shown(format_clock(badge_shown))}`;
  return [[where, of_paper].filter(Boolean).join(": "), shown].filter(Boolean).join(" · ");
}

/** What I wrote, as far as the keys do not show it; what others say; whether all agree. */
function Said({ seen }: { seen: Seen }) {
  const said = inspect_words[language.value];
  const { person, mine, others, disputed, holds, refused } = seen;
  const was_settled = !disputed && holds && [mine, ...others].some((word) => word && word.observed !== holds);
  const is_gone = person.presence === "present" && person.first_tap && (holds === "absent_with_paper" || holds === "absent_without");
  return (
    <>
      {mine && !is_on_key(mine) && (
        <p class="desk-said">
          {said.mine}: {in_words(mine)}
        </p>
      )}
      {others.map((word) => (
        <p class="desk-said" key={word.by}>
          {word.by}: {in_words(word)} <span class="soft">{format_clock(word.at)}</span>
        </p>
      ))}
      {disputed && <p class="desk-said desk-differ">↔ {said.differ}</p>}
      {was_settled && <p class="desk-said">{said.settled(said.observed[holds])}</p>}
      {is_gone && person.first_tap && <p class="desk-said">{said.gone(format_clock(person.first_tap))}</p>}
      {refused && <p class="desk-said desk-differ">{refused.reason}</p>}
    </>
  );
}

/** Nothing is added to a row that its keys show already: the next one does not move away under the thumb. */
function is_on_key({ observed, paper, note }: Word): boolean {
  return (observed === "worn" || observed === "not_worn" || observed === "absent_without") && !paper && !note;
}

function in_words({ observed, paper, note }: Pick<Word, "observed" | "paper" | "note">): string {
  return [inspect_words[language.value].observed[observed], paper, note].filter(Boolean).join(" · ");
}
