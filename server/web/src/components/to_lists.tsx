import { language } from "../i18n/language";
import { list_words } from "../i18n/list_words";
import { lists_for } from "../model/lists";
import { href } from "../route";
import { powers } from "../session";

/** What is to be done about the people of a unit; nothing for who may ask for none of it. `unit` empty: their own. */
export function ToLists({ unit, period }: { unit: string; period: string }) {
  const [list] = lists_for(powers.value.roles);
  if (list === undefined) return null;
  return (
    <p class="links to-lists">
      <a href={href({ page: "lists", list, unit, period })}>{list_words[language.value].title}</a>
    </p>
  );
}
