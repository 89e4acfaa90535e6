import { paths } from "../api/client";
import { paper_formats, person_months_path, person_sheet_path } from "../api/papers";
import type { Months, Person, PersonReport } from "../api/types";
import { Chosen } from "../components/chosen";
import { Heading } from "../components/heading";
import { SignLegend } from "../components/legend";
import { Loaded } from "../components/loaded";
import { MonthCalendar } from "../components/month_calendar";
import { MonthChooser } from "../components/month_chooser";
import { MonthOnPaper } from "../components/month_on_paper";
import { OwnAnswers } from "../components/own_answers";
import { PeriodPapers, type PeriodFile } from "../components/period_papers";
import { PersonInspections } from "../components/person_inspections";
import { days_of, RulesCited } from "../components/rules_cited";
import { SessionList } from "../components/session_list";
import { TallyLine } from "../components/tally_line";
import { Trail, type Step } from "../components/trail";
import { format_month } from "../format";
import { language, words } from "../i18n/language";
import { paper_words } from "../i18n/paper_words";
import type { Door } from "../model/doors";
import { useResource } from "../resource";
import { href } from "../route";
import { powers } from "../session";

interface Props {
  month: string;
  staff: string;
  show: Door;
}

/** One person's month: a calendar of half days, and beside it what needs reading, in sentences. */
export function PersonPage({ month, staff, show }: Props) {
  const said = words.value;
  const { value: known } = useResource<Months>(paths.months()).value;
  const to = (chosen: Door) => href({ page: "person", month, staff, show: chosen });
  return (
    <Loaded<PersonReport> path={paths.person(staff, month, language.value)} title={said.person.calendar}>
      {(report) => (
        <>
          <Trail steps={steps_to(report.staff, month)} />
          <Heading title={report.staff.full_name} about={<About staff={report.staff} month={month} />}>
            <MonthChooser
              month={month}
              months={known?.months ?? []}
              to={(other) => href({ page: "person", month: other, staff, show })}
            />
          </Heading>
          {staff === powers.value.own && <OwnAnswers report={report} />}
          <TallyLine tally={report.tally} show={show} to={to} />
          <RulesCited unit={report.staff.unit_code} {...days_of(month)} />
          <PeriodPapers month={month} key={month} files={files_of(report.staff.code)} />
          <div class="two-sides">
            <div>
              <MonthCalendar days={report.days} staff={staff} show={show} />
              <SignLegend sessions={report.days.flatMap((day) => day.sessions)} />
              <PersonInspections staff={report.staff.code} {...days_of(month)} />
            </div>
            <section>
              <h2>{show === "all" ? said.person.noteworthy : said.person.only(said.figure[show])}</h2>
              {show !== "all" && <Chosen all={said.people.everybody} to={to("all")} />}
              <SessionList days={report.days} staff={staff} show={show} />
            </section>
          </div>
        </>
      )}
    </Loaded>
  );
}

function files_of(staff: string): PeriodFile[] {
  const said = paper_words[language.value];
  const sheets = paper_formats.map((format) => ({
    name: said.as(said.sheet, format.toUpperCase()),
    path: (period: string) => person_sheet_path(staff, period, format),
  }));
  return [...sheets, { name: said.by_month, path: (period) => person_months_path(staff, period) }];
}

/** The way to a person: nothing for who sees only that one. */
export function steps_to(staff: Person, month: string): Step[] {
  if (!powers.value.sees_units) return [];
  const to_unit = href({ page: "people", month, unit: staff.unit_code, count: "own", show: "all" });
  return [
    { text: format_month(month, language.value), to: href({ page: "units", month, count: "subtree" }) },
    { text: staff.unit_name, to: to_unit },
  ];
}

function About({ staff, month }: { staff: Person; month: string }) {
  return (
    <>
      {[staff.code, staff.position].filter(Boolean).join(" · ")}
      <MonthOnPaper month={month} />
    </>
  );
}
