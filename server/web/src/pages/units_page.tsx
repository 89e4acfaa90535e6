import { useSignal } from "@preact/signals";
import { paths } from "../api/client";
import { closes_paths, type ProgressReport } from "../api/closes";
import type { Months, UnitReport } from "../api/types";
import { Heading } from "../components/heading";
import { BarLegend } from "../components/legend";
import { Loaded } from "../components/loaded";
import { MonthChooser } from "../components/month_chooser";
import { MonthOnPaper } from "../components/month_on_paper";
import { SearchInput } from "../components/search_input";
import { Segmented } from "../components/segmented";
import { ToLists } from "../components/to_lists";
import { WaitingLine } from "../components/waiting_line";
import { set_open, UnitTable } from "../components/unit_table";
import { format_number } from "../format";
import { language, words } from "../i18n/language";
import { by_unit, is_left } from "../model/progress";
import { matches } from "../model/search";
import { go_to } from "../navigation";
import { useResource } from "../resource";
import { href, type Count } from "../route";

/** The first question of HR: how did the month go, and who is not done? */
export function UnitsPage({ month, count }: { month: string | null; count: Count }) {
  return (
    <Loaded<Months> path={paths.months()} title={words.value.units.title}>
      {(known) => <UnitsOfMonth month={month ?? known.default} months={known.months} count={count} />}
    </Loaded>
  );
}

function UnitsOfMonth({ month, months, count }: { month: string; months: string[]; count: Count }) {
  const said = words.value;
  return (
    <>
      <Heading title={said.units.title} about={<MonthOnPaper month={month} />}>
        <MonthChooser month={month} months={months} to={(other) => href({ page: "units", month: other, count })} />
        <Segmented
          label={said.units.count}
          name="count"
          value={count}
          choices={[
            { value: "subtree", text: said.units.subtree },
            { value: "own", text: said.units.own },
          ]}
          choose={(chosen) => go_to(href({ page: "units", month, count: chosen }))}
        />
      </Heading>
      <WaitingLine />
      <Loaded<UnitReport> path={paths.units(month, language.value)}>
        {(report) =>
          report.rows.length === 0 ? (
            <p class="empty">{months.length === 0 ? said.no_months : said.no_rows}</p>
          ) : (
            <>
              <Units report={report} count={count} />
              <ToLists unit="" period={month} />
              <p class="footnote">
                {said.legend.rate} {said.legend.overlap}
              </p>
            </>
          )
        }
      </Loaded>
    </>
  );
}

/** The tree of units; or, by a search or for who must be chased, the units that it finds. */
function Units({ report, count }: { report: UnitReport; count: Count }) {
  const said = words.value.units;
  const question = useSignal("");
  const only_left = useSignal(false);
  const told = useResource<ProgressReport>(closes_paths.progress(report.month)).value.value;
  const progress = by_unit(told?.units ?? []);
  const left = report.rows.filter((row) => is_left(progress.get(row.unit_code)?.state ?? "nobody"));
  const of_choice = only_left.value ? left : report.rows;
  const is_searched = question.value.trim() !== "";
  const found = of_choice.filter((row) => matches(`${row.unit_name} ${row.unit_code}`, question.value));
  const is_tree = !only_left.value && !is_searched;
  return (
    <>
      <div class="above-table">
        <BarLegend />
      </div>
      <div class="search">
        <SearchInput typed={question} label={said.search} />
        <Segmented
          label={said.which}
          name="which"
          value={only_left.value ? "left" : "every"}
          choices={[
            { value: "every", text: said.every },
            { value: "left", text: said.left(told ? format_number(left.length, language.value) : "…") },
          ]}
          choose={(chosen) => (only_left.value = chosen === "left")}
        />
        <Tools report={report} count={count} is_tree={is_tree} />
      </div>
      {found.length === 0 ? (
        <p class="empty">{is_searched ? said.none_found : said.none_left}</p>
      ) : (
        <UnitTable report={report} progress={progress} count={count} chosen={is_tree ? null : found} />
      )}
    </>
  );
}

/** What can be done with the whole table. */
function Tools({ report, count, is_tree }: { report: UnitReport; count: Count; is_tree: boolean }) {
  const said = words.value.units;
  const codes = report.rows.map((row) => row.unit_code);
  return (
    <div class="tools">
      {is_tree && (
        <>
          <button type="button" class="plain" onClick={() => set_open(codes, true)}>
            {said.open_all}
          </button>
          <button type="button" class="plain" onClick={() => set_open(codes, false)}>
            {said.shut_all}
          </button>
        </>
      )}
      <a href={paths.units_csv(report.month, count)} download>
        {said.csv}
      </a>
    </div>
  );
}
