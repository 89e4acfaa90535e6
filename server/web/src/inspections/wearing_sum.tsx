import type { Wearing } from "../api/inspection_files";
import { inspection_words } from "../i18n/inspection_words";
import { language } from "../i18n/language";
import { number, worn_text } from "./texts";

const parts = [
  "listed", "present", "worn", "worn_wrongly", "not_worn", "someone_elses", "not_issued", "exempt", "absent_with_paper", "absent_without",
  "tapped_not_there", "disputed", "not_checked",
] as const;

/** How many wear their badge, of how many that were seen, of how many on the list. */
export function WearingSum({ wearing }: { wearing: Wearing }) {
  const said = inspection_words[language.value];
  return (
    <section class="asked-for wearing">
      <h2>{said.counts}</h2>
      <p>
        <strong class="wearing-rate">{worn_text(wearing)}</strong> <span class="soft">{said.goal}</span>
      </p>
      <p class="soft">{said.observed_of(number(wearing.observed), number(wearing.listed))}</p>
      <dl class="wearing-parts">
        {parts
          .filter((part) => wearing[part] > 0 || part === "listed" || part === "worn" || part === "not_worn" || part === "absent_without")
          .map((part) => (
            <div key={part}>
              <dt>{said[part]}</dt>
              <dd>{number(wearing[part])}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
