import type { ComponentChildren } from "preact";
import type { InspectionResults, UnitResult } from "../api/inspection_files";
import { SeenRows } from "../components/seen_rows";
import { capital } from "../components/session_list";
import { TableHead } from "../components/table_head";
import { ToLists } from "../components/to_lists";
import { today } from "../format";
import { inspection_words } from "../i18n/inspection_words";
import { language } from "../i18n/language";
import { naming_words } from "../i18n/naming_words";
import { href } from "../route";
import { NamedUnits } from "./named_units";
import { ResultsOf } from "./results_of";
import { day, number, worn_text } from "./texts";
import { WearingSum } from "./wearing_sum";

/** What the inspections of some days say of units, people and findings. */
export function ResultsPage() {
  return <ResultsOf tab="results">{(results) => <Results results={results} />}</ResultsOf>;
}

function Results({ results }: { results: InspectionResults }) {
  const said = inspection_words[language.value];
  return (
    <>
      <p>{said.sum(number(results.inspections), number(results.own))}</p>
      <WearingSum wearing={results.total} />
      <Part title={said.by_unit}>
        <Units units={results.units} top={results.unit_code} />
      </Part>
      <Part title={said.without}>{results.people.length === 0 ? <p class="empty">{said.none_without}</p> : <People people={results.people} />}</Part>
      {results.kinds.length > 0 && (
        <Part title={said.kinds}>
          <Kinds kinds={results.kinds} />
        </Part>
      )}
      {results.reports.length > 0 && (
        <Part title={said.reports}>
          <Reports reports={results.reports} />
        </Part>
      )}
      <Part title={said.praise}>
        <p class="soft">{said.praise_rule(number(results.praise_inspections_min))}</p>
        <Names units={results.praised} />
      </Part>
      <Part title={naming_words[language.value].title}>
        <NamedUnits units={results.named} inspections_min={results.naming_inspections_min} />
      </Part>
      <Part title={said.without_own}>
        <Names units={results.without_own} />
      </Part>
      <ToLists unit={results.unit_code} period={today().slice(0, 7)} />
    </>
  );
}

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="asked-for">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Units({ units, top }: { units: UnitResult[]; top: string }) {
  const said = inspection_words[language.value];
  return (
    <table class="report stacked" role="table">
      <caption class="unseen">{said.by_unit}</caption>
      <TableHead
        heads={[
          { text: said.unit, of: "name" },
          { text: said.rate, of: "figure" },
          { text: said.not_worn, of: "figure" },
          { text: said.absent_without, of: "figure" },
          { text: said.inspections, of: "figure" },
          { text: said.own, of: "figure" },
          { text: said.findings, of: "figure" },
        ]}
      />
      <SeenRows
        keys={units.map(({ unit_code }) => unit_code)}
        row={(place) => {
          const unit = units[place]!;
          const { wearing } = unit;
          return (
            <tr key={unit.unit_code} role="row">
              <th role="rowheader" scope="row" class="name">{unit.unit_code === top ? said.own_people(unit.unit_name) : unit.unit_name}</th>
              <td role="cell" class="figure" data-head={said.rate}>{worn_text(wearing)}</td>
              <td role="cell" class="figure" data-head={said.not_worn}>{number(wearing.not_worn + wearing.worn_wrongly + wearing.someone_elses)}</td>
              <td role="cell" class="figure" data-head={said.absent_without}>{number(wearing.absent_without)}</td>
              <td role="cell" class="figure" data-head={said.inspections}>{number(unit.inspections)}</td>
              <td role="cell" class="figure" data-head={said.own}>{number(unit.own)}</td>
              <td role="cell" class="figure" data-head={said.findings}>{number(unit.findings)}</td>
            </tr>
          );
        }}
      />
    </table>
  );
}

function People({ people }: { people: InspectionResults["people"] }) {
  const said = inspection_words[language.value];
  return (
    <table class="report stacked" role="table">
      <caption class="unseen">{said.without}</caption>
      <TableHead heads={[{ text: said.full_name, of: "name" }, said.unit, { text: said.times, of: "figure" }, said.days]} />
      <SeenRows
        keys={people.map(({ staff_code }) => staff_code)}
        row={(place) => {
          const person = people[place]!;
          return (
            <tr key={person.staff_code} role="row">
              <th role="rowheader" scope="row" class="name">{person.full_name}</th>
              <td role="cell" data-head={said.unit}>{person.unit_name}</td>
              <td role="cell" class="figure" data-head={said.times}>{number(person.days.length)}</td>
              <td role="cell" data-head={said.days}>{person.days.map(day).join(", ")}</td>
            </tr>
          );
        }}
      />
    </table>
  );
}

function Kinds({ kinds }: { kinds: InspectionResults["kinds"] }) {
  const said = inspection_words[language.value];
  const states = ["open", "overdue", "repair_waits", "mended", "closed"] as const;
  return (
    <table class="report stacked" role="table">
      <caption class="unseen">{said.kinds}</caption>
      <TableHead
        heads={[
          { text: said.kind, of: "name" },
          ...states.map((state) => ({ text: capital(said.finding_state[state]), of: "figure" as const })),
          { text: said.repeated, of: "figure" },
        ]}
      />
      <tbody role="rowgroup">
        {kinds.map((kind) => (
          <tr key={kind.list} role="row">
            <th role="rowheader" scope="row" class="name">{capital(said.list[kind.list])}</th>
            {states.map((state) => (
              <td key={state} role="cell" class="figure" data-head={capital(said.finding_state[state])}>{number(kind[state])}</td>
            ))}
            <td role="cell" class="figure" data-head={said.repeated}>{number(kind.repeated)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Reports({ reports }: { reports: InspectionResults["reports"] }) {
  const said = inspection_words[language.value];
  return (
    <ul class="plain-list">
      {reports.map((report) => (
        <li key={report.file}>
          <a href={href({ page: "inspection", file: report.file })}>{report.unit_name}</a>{" "}
          <span class="soft">
            {`${said.ended(day(report.ended))} · ${report.took_days === null ? said.no_report : said.took(number(report.took_days))}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Names({ units }: { units: { unit_code: string; unit_name: string }[] }) {
  const said = inspection_words[language.value];
  return units.length === 0 ? <p class="empty">{said.nobody}</p> : <p>{units.map(({ unit_name }) => unit_name).join("; ")}</p>;
}
