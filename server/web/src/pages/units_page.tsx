import { paths } from "../api/client";
import type { Months, UnitReport } from "../api/types";
import { Heading } from "../components/heading";
import { BarLegend } from "../components/legend";
import { Loaded } from "../components/loaded";
import { MonthChooser } from "../components/month_chooser";
import { MonthOnPaper } from "../components/month_on_paper";
import { Segmented } from "../components/segmented";
import { set_open, UnitTable } from "../components/unit_table";
import { language, words } from "../i18n/language";
import { go_to } from "../navigation";
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
      <Loaded<UnitReport> path={paths.units(month, language.value)}>
        {(report) =>
          report.rows.length === 0 ? (
            <p class="empty">{months.length === 0 ? said.no_months : said.no_rows}</p>
          ) : (
            <>
              <div class="above-table">
                <BarLegend />
                <Tools report={report} count={count} />
              </div>
              <UnitTable report={report} count={count} />
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

/** What can be done with the whole table. */
function Tools({ report, count }: { report: UnitReport; count: Count }) {
  const said = words.value.units;
  const codes = report.rows.map((row) => row.unit_code);
  return (
    <div class="tools">
      <button type="button" class="plain" onClick={() => set_open(codes, true)}>
        {said.open_all}
      </button>
      <button type="button" class="plain" onClick={() => set_open(codes, false)}>
        {said.shut_all}
      </button>
      <a href={paths.units_csv(report.month, count)} download>
        {said.csv}
      </a>
    </div>
  );
}
