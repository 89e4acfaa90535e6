import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { Observed, Word } from "../api/inspections";
import { Heading } from "../components/heading";
import { SearchInput } from "../components/search_input";
import { Segmented } from "../components/segmented";
import { Waiting } from "../components/waiting";
import { format_number } from "../format";
import { inspect_words } from "../i18n/inspect_words";
import { language } from "../i18n/language";
import { verify_words } from "../i18n/verify_words";
import { is_checked, seen_people, shown, undoing, walked, type Seen, type Show } from "../model/inspect_marks";
import { at_after, mark_step, type Mark } from "../model/inspect_queue";
import { href } from "../route";
import { powers } from "../session";
import { Delivery, obstacle } from "./delivery";
import { Desk } from "./desk";
import { useKept } from "./kept";
import { OtherDialog } from "./other_dialog";
import { about, name_of } from "./page";
import { Refused } from "./refused";
import { inspection_of, keep_step, steps_of } from "./store";
import { Unsent, UnsentSign } from "./unsent";
import { Verify } from "./verify";

/** What was written last, and what stood there before. */
interface Told {
  name: string;
  observed: Observed;
  kept: boolean; // on this device
  undo: { staff_code: string; before: Word | null } | null; // null: it was not kept, or was itself an undoing
}

/** One inspection: the people of its list, and what is seen of each. */
export function Walk({ file, owner }: { file: string; owner: string }) {
  const said = inspect_words[language.value];
  const kept = useKept(() => inspection_of(owner, file).then((found) => found ?? null), [file, owner]);
  const steps = useKept(() => steps_of(owner), [owner]);
  const delivery = useRef<Delivery | null>(null);
  useEffect(() => {
    delivery.current = new Delivery(owner, file);
    delivery.current.open();
    return () => delivery.current?.close();
  }, [file, owner]);

  const show = useSignal<Show>("unchecked");
  const typed = useSignal("");
  const round = useSignal(0);
  const other = useSignal<string | null>(null); // about whom the dialog asks
  const told = useSignal<Told | null>(null);
  const said_at = useRef(new Map<string, number>());

  const inspection = kept.value?.inspection;
  const all = useMemo(
    () => (inspection && steps.value ? seen_people(inspection, steps.value, owner) : []),
    [inspection, steps.value, owner],
  );
  const codes = useMemo(() => new Set(shown(all, show.value, typed.value)), [show.value, typed.value, round.value, all.length]);

  const mark = async (seen: Seen, word: Omit<Mark, "staff_code">, undoes = false) => {
    const { staff_code, full_name } = seen.person;
    const before = said_at.current.get(staff_code) ?? seen.said_at;
    const step = mark_step(owner, file, { staff_code, ...word }, at_after(before, Date.now()));
    said_at.current.set(staff_code, step.at);
    try {
      await keep_step(step);
      const undo = undoes ? null : { staff_code, before: seen.mine };
      told.value = { name: full_name, observed: word.observed, kept: true, undo };
      delivery.current?.nudge();
    } catch {
      told.value = { name: full_name, observed: word.observed, kept: false, undo: null };
    }
  };
  const take_back = ({ staff_code, before }: NonNullable<Told["undo"]>) => {
    const seen = all.find(({ person }) => person.staff_code === staff_code);
    if (seen) void mark(seen, undoing(before), true);
  };

  if (kept.value === undefined || steps.value === undefined) return <Waiting />;
  const title = inspection ? name_of(inspection) : said.title;
  const list = all.filter(({ person }) => codes.has(person.staff_code));
  const number = (count: number) => format_number(count, language.value);
  const { checked, listed, disputed } = walked(all);
  const asked = all.find(({ person }) => person.staff_code === other.value);
  return (
    <div class="inspect">
      <p class="trail">
        <a href={href({ page: "inspect", file: "" })}>‹ {said.all_inspections}</a>
      </p>
      <Heading title={title} about={inspection && about(inspection)} />
      {inspection?.state === "ended" && <p class="notice">{said.ended}</p>}
      {!inspection && (obstacle.value ? <p class="empty">{said.not_here}</p> : <Waiting />)}
      <Unsent steps={steps.value} send_now={() => delivery.current?.nudge()} />
      <Refused steps={steps.value} all={all} again={() => delivery.current?.nudge()} />
      {inspection && (
        <>
          {powers.value.inspects && (
            <details class="verify-part">
              <summary>{verify_words[language.value].title}</summary>
              <Verify file={file} />
            </details>
          )}
          <div class="inspect-top">
            <p class="inspect-progress">
              <progress value={checked} max={Math.max(listed, 1)} aria-label={said.progress_word} />
              <strong>{said.progress(number(checked), number(listed))}</strong> <span class="soft">{said.progress_word}</span>
              <UnsentSign steps={steps.value} />
            </p>
            <SearchInput typed={typed} label={said.search} />
          </div>
          <Segmented
            label={said.show}
            name="show"
            value={show.value}
            choices={(["unchecked", "all", "disputed"] as const).map((each) => ({
              value: each,
              text: each === "disputed" && disputed > 0 ? `${said.shows[each]} (${number(disputed)})` : said.shows[each],
            }))}
            choose={(each) => (show.value = each)}
          />
          <List all={all} list={list} show={show.value} is_search={typed.value.trim() !== ""} hide={() => (round.value += 1)}>
            {(seen) => <Desk key={seen.person.staff_code} seen={seen} mark={(word) => void mark(seen, word)} ask={() => (other.value = seen.person.staff_code)} />}
          </List>
        </>
      )}
      {asked && <OtherDialog seen={asked} mark={(word) => mark(asked, word)} close={() => (other.value = null)} />}
      <div class="inspect-told" role="status">
        {told.value && (
          <p class={told.value.kept ? undefined : "failed"}>
            <span>{told.value.kept ? said.told(told.value.name, said.observed[told.value.observed]) : said.not_kept}</span>
            {told.value.undo && (
              <button type="button" class="big" onClick={() => told.value?.undo && take_back(told.value.undo)}>
                {said.undo}
              </button>
            )}
          </p>
        )}
      </div>
    </div>
  );
}

interface ListProps {
  all: Seen[];
  list: Seen[];
  show: Show;
  is_search: boolean;
  hide: () => void; // takes away those who were marked since the list was asked for
  children: (seen: Seen) => ComponentChildren;
}

/** By unit, in the order of the list. */
function List({ all, list, show, is_search, hide, children }: ListProps) {
  const said = inspect_words[language.value];
  const stale = show === "unchecked" && !is_search ? list.filter(is_checked).length : 0;
  const units = [...new Set(list.map(({ person }) => person.unit_code))];
  const has_units = new Set(all.map(({ person }) => person.unit_code)).size > 1;
  return (
    <>
      {list.length === 0 && <p class="empty">{all.length === 0 ? said.nobody : is_search ? said.none_found : show === "unchecked" ? said.all_checked : said.none_found}</p>}
      {units.map((unit) => {
        const people = list.filter(({ person }) => person.unit_code === unit);
        return (
          <section key={unit}>
            {has_units && <h2>{people[0]?.person.unit_name}</h2>}
            <ul class="desks">{people.map(children)}</ul>
          </section>
        );
      })}
      {stale > 0 && (
        <button type="button" class="big inspect-hide" onClick={hide}>
          {said.hide(format_number(stale, language.value))}
        </button>
      )}
    </>
  );
}
