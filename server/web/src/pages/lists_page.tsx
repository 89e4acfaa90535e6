import { listing_formats, lists_paths, type Listing } from "../api/lists";
import { named_periods_path, type NamedPeriod } from "../api/papers";
import { Heading } from "../components/heading";
import { ListingTable } from "../components/listing_table";
import { Loaded } from "../components/loaded";
import { PeriodChooser } from "../components/period_chooser";
import { PraiseReleasing, ReleasedPraise, WhyNotReleased } from "../components/praise_release";
import { UnitChoice } from "../components/unit_choice";
import { format_number, today } from "../format";
import { language } from "../i18n/language";
import { list_words } from "../i18n/list_words";
import { door_of_cell, is_marked, lists_for, month_of_period, type ListName } from "../model/lists";
import { go_to } from "../navigation";
import { useResource } from "../resource";
import { href } from "../route";
import { powers } from "../session";

interface Props {
  list: ListName;
  unit: string; // empty: the first that one answers for
  period: string; // empty: this month
}

/** What somebody must be asked about, or praised for: one list of a unit in a period at a time. */
export function ListsPage({ list, ...asked }: Props) {
  const said = list_words[language.value];
  const unit = asked.unit || (powers.value.headed[0] ?? "");
  const period = asked.period || today().slice(0, 7);
  const to = (other: Partial<Props>) => href({ page: "lists", list, unit, period, ...other });
  return (
    <>
      <Heading title={said.title} />
      <div class="search">
        <UnitChoice label={said.unit} none={said.choose_unit} value={unit} choose={(code) => go_to(to({ unit: code }))} />
        <PeriodChooser period={period} choose={(chosen) => go_to(to({ period: chosen }))} />
      </div>
      <nav class="tabs" aria-label={said.tabs}>
        {lists_for(powers.value.roles).map((each) => (
          <a key={each} href={to({ list: each })} aria-current={each === list ? "page" : undefined}>
            {said.tab[each]}
          </a>
        ))}
      </nav>
      {unit === "" ? <p class="empty">{said.choose_unit}</p> : <List list={list} unit={unit} period={period} />}
      {list === "praise" && <ReleasedPraise />}
    </>
  );
}

function List({ list, unit, period }: Props) {
  const said = list_words[language.value];
  const { value: known } = useResource<{ named: NamedPeriod[] }>(named_periods_path).value;
  const month = month_of_period(period, known?.named ?? [], today());
  return (
    <Loaded<Listing> path={lists_paths.data(list, unit, period, language.value)} key={`${list} ${unit} ${period}`}>
      {(listing) => (
        <>
          {listing.notes.map((note, place) => (
            <p class="history" key={note}>
              {place === 0 && is_marked(list) ? <strong>{note}</strong> : note}
            </p>
          ))}
          <div class="above-table">
            <span class="soft">{said.count(format_number(listing.rows.length, language.value))}</span>
            <span class="tools">
              {listing_formats.map((format) => (
                <a key={format} href={lists_paths.file(list, unit, period, format, language.value)} download>
                  {said.take(format.toUpperCase())}
                </a>
              ))}
              {list === "praise" && <PraiseReleasing listing={listing} unit={unit} period={period} />}
            </span>
          </div>
          {list === "praise" && <WhyNotReleased listing={listing} />}
          {listing.rows.length === 0 ? (
            <p class="empty">{said.none}</p>
          ) : (
            <ListingTable listing={listing} door={(row, key) => door_of_cell(list, row, key, month)} />
          )}
        </>
      )}
    </Loaded>
  );
}
