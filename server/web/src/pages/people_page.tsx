import { paths } from "../api/client";
import type { Months, PeopleReport } from "../api/types";
import { Chosen } from "../components/chosen";
import { GuestTable } from "../components/guest_table";
import { Heading } from "../components/heading";
import { BarLegend } from "../components/legend";
import { Loaded } from "../components/loaded";
import { MonthChooser } from "../components/month_chooser";
import { MonthOnPaper } from "../components/month_on_paper";
import { PeopleTable } from "../components/people_table";
import { Trail } from "../components/trail";
import { format_month } from "../format";
import { language, words } from "../i18n/language";
import type { Door } from "../model/doors";
import { useResource } from "../resource";
import { href, type Count } from "../route";

interface Props {
  month: string;
  unit: string;
  count: Count;
  show: Door;
}

/** The people behind a unit's figures; `show` keeps those whom the chosen figure counts. */
export function PeoplePage({ month, unit, count, show }: Props) {
  const said = words.value;
  const { value: known } = useResource<Months>(paths.months()).value;
  const here = { page: "people", month, unit, count, show } as const;
  return (
    <>
      <Trail steps={[{ text: format_month(month, language.value), to: href({ page: "units", month, count }) }]} />
      <Loaded<PeopleReport> path={paths.people(month, unit, count, language.value)} title={said.people.title}>
        {(report) => (
          <>
            <Heading
              title={report.unit.name}
              about={
                <>
                  {count === "subtree" && has_several_units(report) && said.people.with_subtree}
                  <MonthOnPaper month={month} />
                </>
              }
            >
              <MonthChooser month={month} months={known?.months ?? []} to={(other) => href({ ...here, month: other })} />
            </Heading>
            {report.history.map((told) => (
              <p class="history" key={told}>
                {told}
              </p>
            ))}
            {show !== "all" && (
              <Chosen
                text={said.people.only(said.figure[show])}
                all={said.people.everybody}
                to={href({ ...here, show: "all" })}
              />
            )}
            <div class="above-table">
              <BarLegend />
            </div>
            <PeopleTable rows={report.rows} month={month} show={show} with_units={has_several_units(report)} />
            {show === "all" && <GuestTable guests={report.guests} month={month} />}
          </>
        )}
      </Loaded>
    </>
  );
}

const has_several_units = ({ rows }: PeopleReport): boolean =>
  rows.some((row) => row.unit_code !== rows[0]?.unit_code);
