import { inspection_words } from "../i18n/inspection_words";
import { language } from "../i18n/language";
import { href, type InspectionTab } from "../route";
import { powers } from "../session";

/** The pages about inspections, beside one another: plans and feedback are the inspectors' alone. */
export function InspectionTabs({ here }: { here: InspectionTab }) {
  const said = inspection_words[language.value];
  const followed: InspectionTab[] = ["list", "findings", "duties", "results", "indicators"];
  const tabs: InspectionTab[] = powers.value.inspects ? [...followed, "plans", "feedback"] : followed;
  return (
    <nav class="tabs" aria-label={said.tabs}>
      {tabs.map((tab) => (
        <a key={tab} href={href({ page: "inspections", tab })} aria-current={tab === here ? "page" : undefined}>
          {said.tab[tab]}
        </a>
      ))}
    </nav>
  );
}
