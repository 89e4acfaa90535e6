import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { badges_api } from "../api/badges";
import type { Named } from "../api/requests";
import { badge_words } from "../i18n/badge_words";
import { language } from "../i18n/language";
import { Loaded } from "./loaded";
import { SearchInput } from "./search_input";

const typing_pause_ms = 250; // a search is asked when the typing rests

interface FinderProps<T> {
  label?: string;
  path?: (find: string) => string; // where people are searched
  children: (people: T[]) => ComponentChildren; // those that were found
}

/** Somebody in service, found by name or code; marks need not be typed. */
export function PersonFinder<T extends Named = Named>({ label, path = badges_api.people_path, children }: FinderProps<T>) {
  const said = badge_words[language.value];
  const typed = useSignal("");
  const asked = useSignal("");
  useEffect(() => {
    const timer = setTimeout(() => (asked.value = typed.value.trim()), typing_pause_ms);
    return () => clearTimeout(timer);
  }, [typed.value]);
  return (
    <div class="finder">
      <label class="field">
        <span>{label ?? said.find}</span>
        <SearchInput typed={typed} />
      </label>
      {asked.value && (
        <Loaded<{ people: T[] }> path={path(asked.value)}>
          {({ people }) => (people.length === 0 ? <p class="soft">{said.none_found}</p> : children(people))}
        </Loaded>
      )}
    </div>
  );
}

interface FoundProps<T> {
  people: T[];
  choose: (person: T) => void;
  note?: (person: T) => string; // what keeps one from choosing them; empty: nothing
}

export function Found<T extends Named>({ people, choose, note }: FoundProps<T>) {
  const said = badge_words[language.value];
  return (
    <ul class="found">
      {people.map((person) => (
        <li key={person.staff_code}>
          <button type="button" class="plain" disabled={Boolean(note?.(person))} aria-label={`${said.choose}: ${person.full_name}, ${person.staff_code}`} onClick={() => choose(person)}>
            {person.full_name}
          </button>{" "}
          <span class="soft">
            {[person.staff_code, person.position, person.unit_name, note?.(person)].filter(Boolean).join(" · ")}
          </span>
        </li>
      ))}
    </ul>
  );
}
