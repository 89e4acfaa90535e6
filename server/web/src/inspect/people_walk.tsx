import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useMemo, useRef } from "preact/hooks";
import type { ListedPerson, Observed } from "../api/inspections";
import { SearchInput } from "../components/search_input";
import { Segmented } from "../components/segmented";
import { format_number } from "../format";
import { inspect_words } from "../i18n/inspect_words";
import { language } from "../i18n/language";
import { SettleDialog } from "../inspections/settle_dialog";
import { is_checked, shown, undoing, walked, type Seen, type Show } from "../model/inspect_marks";
import { at_after, mark_step, type Mark } from "../model/inspect_queue";
import { Desk } from "./desk";
import { OtherDialog } from "./other_dialog";
import { Progress } from "./progress";
import type { Walking } from "./walk";

/** The people of the list, and what is seen of each. */
export function PeopleWalk({ inspection, steps, owner, write, look, all }: Walking & { all: Seen[] }) {
  const said = inspect_words[language.value];
  const show = useSignal<Show>("unchecked");
  const typed = useSignal("");
  const round = useSignal(0);
  const other = useSignal<string | null>(null); // about whom the dialog asks
  const settling = useSignal<ListedPerson | null>(null);
  const said_at = useRef(new Map<string, number>());
  const codes = useMemo(() => new Set(shown(all, show.value, typed.value)), [show.value, typed.value, round.value, all.length]);

  const mark = (seen: Seen, word: Omit<Mark, "staff_code">, undoes = false): Promise<boolean> => {
    const { staff_code, full_name } = seen.person;
    const before = said_at.current.get(staff_code) ?? seen.said_at;
    const step = mark_step(owner, inspection.file, { staff_code, ...word }, at_after(before, Date.now()));
    said_at.current.set(staff_code, step.at);
    const undo = undoes ? null : () => void mark(seen, undoing(seen.mine), true);
    return write([step], () => told(full_name, word.observed), undo);
  };

  const list = all.filter(({ person }) => codes.has(person.staff_code));
  const number = (count: number) => format_number(count, language.value);
  const { checked, listed, disputed } = walked(all);
  const asked = all.find(({ person }) => person.staff_code === other.value);
  return (
    <>
      <div class="inspect-top">
        <Progress done={checked} of={listed} word={said.progress_word} steps={steps} />
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
        {(seen) => (
          <Desk
            key={seen.person.staff_code}
            seen={seen}
            mark={(word) => void mark(seen, word)}
            ask={() => (other.value = seen.person.staff_code)}
            settle={inspection.may?.lead && seen.person.disputed && !seen.unsent ? () => (settling.value = seen.person) : null}
          />
        )}
      </List>
      {settling.value && (
        <SettleDialog
          person={settling.value}
          file={inspection.file}
          done={() => {
            settling.value = null;
            look();
          }}
          close={() => (settling.value = null)}
        />
      )}
      {asked && <OtherDialog seen={asked} mark={(word) => mark(asked, word).then(() => {})} close={() => (other.value = null)} />}
    </>
  );
}

function told(name: string, observed: Observed): string {
  const said = inspect_words[language.value];
  return said.told(name, said.observed[observed]);
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
