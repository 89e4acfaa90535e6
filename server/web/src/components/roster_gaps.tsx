import type { Completeness, GapItem, GapList } from "../api/roster";
import { roster_api } from "../api/roster";
import { format_date, format_number } from "../format";
import { language } from "../i18n/language";
import { roster_words } from "../i18n/roster_words";
import { save_text } from "../model/save_text";
import { href } from "../route";
import { powers } from "../session";
import { Loaded } from "./loaded";

const of_units = new Set(["no_head", "no_entrance", "silent_entrance"]);

/** What the list of people does not say yet: a line for each, that opens to the names. */
export function RosterGaps() {
  const said = roster_words[language.value];
  return (
    <section class="roster-part">
      <h2>{said.gaps}</h2>
      <Loaded<Completeness> path={roster_api.completeness_path}>
        {({ date, gaps }) => (
          <>
            <p class="soft">{said.gaps_about(format_date(date, language.value))}</p>
            {gaps.map((list) => (
              <Gap key={list.gap} list={list} />
            ))}
          </>
        )}
      </Loaded>
    </section>
  );
}

function Gap({ list }: { list: GapList }) {
  const said = roster_words[language.value];
  const number = (value: number) => format_number(value, language.value);
  const { gap, count, items, file } = list;
  const counted = (of_units.has(gap) ? said.units_count : said.people_count)(number(count));
  if (count === 0) {
    return (
      <p class="gap none">
        <span>{said.gap[gap]}</span> <span class="soft">{said.none_missing}</span>
      </p>
    );
  }
  return (
    <details class="gap">
      <summary>
        <span>{said.gap[gap]}</span> <strong>{counted}</strong>
      </summary>
      <p class="soft">{said.gap_about[gap]}</p>
      {items.length < count && <p class="soft">{said.first_only(number(items.length))}</p>}
      <ul class="gap-items">
        {items.map((item) => (
          <Item key={item.code + item.entrance} list={list} item={item} />
        ))}
      </ul>
      {file && powers.value.imports && (
        <p class="gap-file">
          <button type="button" onClick={() => save_text(`${file.kind}.csv`, file.text)}>
            {said.fill_in}
          </button>{" "}
          <a href={href({ page: "import" })}>{said.to_import}</a>
          <span class="soft"> {said.fill_in_about}</span>
        </p>
      )}
    </details>
  );
}

function Item({ list, item }: { list: GapList; item: GapItem }) {
  const said = roster_words[language.value];
  const where = of_units.has(list.gap) ? item.entrance : item.unit_name;
  return (
    <li>
      <span>
        {item.name}{" "}
        <span class="soft">
          {item.code}
          {where && ` · ${where}`}
        </span>
      </span>
      <Mend list={list} item={item} said={said} />
    </li>
  );
}

/** The one step to where a single one is mended. */
function Mend({ list, item, said }: { list: GapList; item: GapItem; said: (typeof roster_words)["vi"] }) {
  const { imports, manages_badges, runs_entrances } = powers.value;
  if (list.gap === "no_badge" && manages_badges) {
    return (
      <a href={href({ page: "badges", staff: item.code })} aria-label={`${said.give_badge}: ${item.name}`}>
        {said.give_badge}
      </a>
    );
  }
  if (list.gap === "no_schedule" && imports) {
    return (
      <a href={href({ page: "schedules" })} aria-label={`${said.assign}: ${item.name}`}>
        {said.assign}
      </a>
    );
  }
  if (list.gap === "silent_entrance" && runs_entrances) {
    return (
      <a href={href({ page: "entrances" })} aria-label={`${said.to_entrances}: ${item.entrance}`}>
        {said.to_entrances}
      </a>
    );
  }
  return null;
}
