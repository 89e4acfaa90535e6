import { calendar_words } from "../i18n/calendar_words";
import { language } from "../i18n/language";
import { href } from "../route";

export type HoursTab = "calendar" | "schedules" | "programme";

/** The pages about days and hours, beside one another. */
export function HoursTabs({ here }: { here: HoursTab }) {
  const said = calendar_words[language.value];
  const links: [HoursTab, string][] = [
    ["calendar", href({ page: "calendar", year: "" })],
    ["schedules", href({ page: "schedules" })],
    ["programme", href({ page: "programme" })],
  ];
  return (
    <nav class="tabs" aria-label={said.tabs}>
      {links.map(([tab, to]) => (
        <a key={tab} href={to} aria-current={tab === here ? "page" : undefined}>
          {said.tab[tab]}
        </a>
      ))}
    </nav>
  );
}
