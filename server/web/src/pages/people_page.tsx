import { paths } from "../api/client";
import { duty_sheet_path, hours_notice_path, overtime_sheet_path, paper_formats, period_sheet_path, unit_report_path } from "../api/papers";
import type { Months, PeopleReport } from "../api/types";
import { Chosen } from "../components/chosen";
import { DayGrid } from "../components/day_grid";
import { GuestTable } from "../components/guest_table";
import { Heading } from "../components/heading";
import { BarLegend, SignsLegend } from "../components/legend";
import { Loaded } from "../components/loaded";
import { MonthChooser } from "../components/month_chooser";
import { MonthOnPaper } from "../components/month_on_paper";
import { PaperLinks } from "../components/paper_links";
import { PeopleTable } from "../components/people_table";
import { PeriodPapers, type PeriodFile } from "../components/period_papers";
import { days_of, RulesCited } from "../components/rules_cited";
import { Segmented } from "../components/segmented";
import { SheetState } from "../components/sheet_state";
import { ToLists } from "../components/to_lists";
import { Trail } from "../components/trail";
import { format_month, format_number } from "../format";
import { language, words } from "../i18n/language";
import { paper_words } from "../i18n/paper_words";
import type { Door } from "../model/doors";
import { letters_by_day, signs_of_letter, type UnitDays } from "../model/unit_days";
import { go_to } from "../navigation";
import { retry, useResource } from "../resource";
import { href, type Count } from "../route";

interface Props {
  month: string;
  unit: string;
  count: Count;
  show: Door;
  view?: "days" | undefined;
}

/** The people behind a unit's figures; `show` keeps those whom the chosen figure counts. */
export function PeoplePage(props: Props) {
  const { month, unit, count, view } = props;
  const said = words.value;
  const { value: known } = useResource<Months>(paths.months()).value;
  const path = paths.people(month, unit, count, language.value);
  const here = { page: "people", ...props } as const;
  return (
    <>
      <Trail steps={[{ text: format_month(month, language.value), to: href({ page: "units", month, count }) }]} />
      <Loaded<PeopleReport> path={path} title={said.people.title}>
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
              <Segmented
                label={said.days_view.choose}
                name="view"
                value={view ?? "list"}
                choices={[
                  { value: "list", text: said.days_view.list },
                  { value: "days", text: said.days_view.days },
                ]}
                choose={(chosen) => go_to(href({ ...here, view: chosen === "days" ? "days" : undefined }))}
              />
            </Heading>
            {report.history.map((told) => (
              <p class="history" key={told}>
                {told}
              </p>
            ))}
            <RulesCited unit={unit} {...days_of(month)} />
            <SheetState unit={unit} month={month} done={() => retry(path)} />
            {view === "days" ? (
              <Days month={month} unit={unit} count={count} with_units={has_several_units(report)} />
            ) : (
              <List report={report} {...props} />
            )}
            <ToLists unit={unit} period={month} />
            <PeriodPapers month={month} key={month} files={files_of(unit)} />
            <PaperLinks name={paper_words[language.value].duties} path={(format) => duty_sheet_path(unit, month, format)} />
            <PaperLinks name={paper_words[language.value].overtime} path={(format) => overtime_sheet_path(unit, month, format)} />
            <PaperLinks name={paper_words[language.value].hours} path={(format) => hours_notice_path(unit, format)} />
          </>
        )}
      </Loaded>
    </>
  );
}

function files_of(unit: string): PeriodFile[] {
  const said = paper_words[language.value];
  const reports = paper_formats.map((format) => ({
    name: said.as(said.unit_report, format.toUpperCase()),
    path: (period: string) => unit_report_path(unit, period, format),
  }));
  const sheets = (["units", "people", "months"] as const).map((sheet) => ({
    name: { units: said.by_unit, people: said.by_person, months: said.by_month }[sheet],
    path: (period: string) => period_sheet_path(sheet, unit, period),
  }));
  return [...reports, ...sheets];
}

function List({ report, ...props }: Props & { report: PeopleReport }) {
  const { month, show } = props;
  const said = words.value;
  return (
    <>
      {show !== "all" && (
        <Chosen
          text={said.people.only(said.figure[show])}
          all={said.people.everybody}
          to={href({ page: "people", ...props, show: "all" })}
        />
      )}
      <div class="above-table">
        <BarLegend />
      </div>
      <PeopleTable rows={report.rows} month={month} show={show} with_units={has_several_units(report)} />
      {show === "all" && <GuestTable guests={report.guests} month={month} />}
    </>
  );
}

function Days({ month, unit, count, with_units }: { month: string; unit: string; count: Count; with_units: boolean }) {
  const said = words.value;
  const number = (value: number) => format_number(value, language.value);
  return (
    <Loaded<UnitDays> path={paths.days(month, unit, count)}>
      {({ rows, people }) =>
        rows.length === 0 ? (
          <p class="empty">{said.people.none}</p>
        ) : (
          <>
            {people > rows.length && <p class="soft">{said.days_view.bounded(number(rows.length), number(people))}</p>}
            <div class="above-table">
              <SignsLegend used={new Set(rows.flatMap((row) => [...letters_by_day(row.days).join("")].flatMap(signs_of_letter)))} />
            </div>
            <DayGrid rows={rows} month={month} with_units={with_units} />
          </>
        )
      }
    </Loaded>
  );
}

const has_several_units = ({ rows }: PeopleReport): boolean =>
  rows.some((row) => row.unit_code !== rows[0]?.unit_code);
