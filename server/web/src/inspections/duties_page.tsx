import type { Checklist, Duty, DutyState, InspectionResults, UnitResult } from "../api/inspection_files";
import { SeenRows } from "../components/seen_rows";
import { TableHead } from "../components/table_head";
import { duty_words } from "../i18n/duty_words";
import { inspection_words } from "../i18n/inspection_words";
import { language } from "../i18n/language";
import { ResultsOf } from "./results_of";
import { day, number, worn_text } from "./texts";

const lists = ["badge", "hours", "dress", "conduct", "alcohol", "gambling", "postings", "registers", "other"] as const satisfies readonly Checklist[];
const states = ["overdue", "open", "repair_waits", "not_kept", "in_order", "not_checked"] as const satisfies readonly DutyState[];

/** The whole province, or one body, on one page: units × duties × state. */
export function DutiesPage() {
  return (
    <ResultsOf tab="duties">
      {(results, choose_unit) => (
        <>
          <p class="soft">{duty_words[language.value].about}</p>
          <p class="soft duties-note">{duty_words[language.value].left_out}</p>
          <Duties results={results} choose_unit={choose_unit} />
          <Meanings />
        </>
      )}
    </ResultsOf>
  );
}

function Duties({ results, choose_unit }: { results: InspectionResults; choose_unit: (code: string) => void }) {
  const said = duty_words[language.value];
  return (
    <table class="report stacked duties" role="table">
      <caption class="unseen">{said.table}</caption>
      <TableHead heads={[{ text: said.unit, of: "name" }, ...lists.map((list) => said.heads[list]), said.own_check]} />
      <SeenRows
        keys={results.units.map(({ unit_code }) => unit_code)}
        row={(place) => {
          const unit = results.units[place]!;
          const is_top = unit.unit_code === results.unit_code;
          return (
            <tr key={unit.unit_code} role="row">
              <th role="rowheader" scope="row" class="name">
                {is_top ? (
                  inspection_words[language.value].own_people(unit.unit_name)
                ) : (
                  <button type="button" onClick={() => choose_unit(unit.unit_code)}>
                    {unit.unit_name}
                  </button>
                )}
              </th>
              {lists.map((list) => (
                <td key={list} role="cell" data-head={said.heads[list]} class={`duty duty-${unit.duties[list].state}`}>
                  <Cell duty={unit.duties[list]} unit={unit} list={list} />
                </td>
              ))}
              <td role="cell" data-head={said.own_check}>{unit.own > 0 ? said.own_done(number(unit.own)) : <span class="soft">{said.own_none}</span>}</td>
            </tr>
          );
        }}
      />
    </table>
  );
}

/** The state with what it counts; of badges the share too, and when somebody looked. */
function Cell({ duty, unit, list }: { duty: Duty; unit: UnitResult; list: Checklist }) {
  const said = duty_words[language.value];
  if (duty.state === "not_checked") {
    return (
      <span class="soft">
        <span aria-hidden="true">–</span>
        <span class="unseen">{said.states.not_checked()}</span>
      </span>
    );
  }
  const count = duty.state === "in_order" ? 0 : duty[duty.state];
  return (
    <>
      <span class="duty-state">{said.states[duty.state](number(count))}</span>
      {list === "badge" && unit.wearing.observed > 0 && <span class="soft">{said.rate(worn_text(unit.wearing))}</span>}
      {duty.last && <span class="soft">{said.last(day(duty.last))}</span>}
    </>
  );
}

function Meanings() {
  const said = duty_words[language.value];
  return (
    <section class="asked-for">
      <h2>{said.meanings}</h2>
      <dl class="facts">
        {states.map((state) => {
          const [name, text] = said.meaning[state];
          return (
            <div key={state}>
              <dt class={`duty-${state}`}>
                <span class="duty-state">{name}</span>
              </dt>
              <dd>{text}</dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
