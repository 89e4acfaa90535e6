import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { badges_api } from "../api/badges";
import type { Named } from "../api/requests";
import { badge_words } from "../i18n/badge_words";
import { language } from "../i18n/language";
import { Loaded } from "./loaded";

const typing_pause_ms = 250; // a search is asked when the typing rests

/** Somebody in service, found by name or code; marks need not be typed. */
export function PersonFinder({ choose }: { choose: (person: Named) => void }) {
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
        <span>{said.find}</span>
        <input
          type="search"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          maxLength={100}
          value={typed.value}
          onInput={(event) => (typed.value = event.currentTarget.value)}
        />
      </label>
      {asked.value && (
        <Loaded<{ people: Named[] }> path={badges_api.people_path(asked.value)}>
          {({ people }) => (people.length === 0 ? <p class="soft">{said.none_found}</p> : <Found people={people} choose={choose} />)}
        </Loaded>
      )}
    </div>
  );
}

function Found({ people, choose }: { people: Named[]; choose: (person: Named) => void }) {
  const said = badge_words[language.value];
  return (
    <ul class="found">
      {people.map((person) => (
        <li key={person.staff_code}>
          <button type="button" class="plain" aria-label={`${said.choose}: ${person.full_name}, ${person.staff_code}`} onClick={() => choose(person)}>
            {person.full_name}
          </button>{" "}
          <span class="soft">
            {person.staff_code} · {person.position} · {person.unit_name}
          </span>
        </li>
      ))}
    </ul>
  );
}
