import { useSignal } from "@preact/signals";
import { plans_path, type Plan } from "../api/inspection_files";
import { Heading } from "../components/heading";
import { capital } from "../components/session_list";
import { TableHead } from "../components/table_head";
import { today } from "../format";
import { inspection_words } from "../i18n/inspection_words";
import { language } from "../i18n/language";
import { retry } from "../resource";
import { Followed } from "./followed";
import { StepDialog } from "./step_dialog";
import { InspectionTabs } from "./tabs";
import { day, number, percent } from "./texts";

/** Yearly plans, and how far each is done. */
export function PlansPage() {
  const said = inspection_words[language.value];
  const adding = useSignal(false);
  return (
    <>
      <Heading title={said.tab.plans}>
        <button type="button" class="main-button" onClick={() => (adding.value = true)}>
          {said.add_plan}
        </button>
      </Heading>
      <InspectionTabs here="plans" />
      <Followed<{ plans: Plan[] }> path={plans_path}>
        {({ plans }) => (
          <>
            {plans.length === 0 && <p class="empty">{said.plans_none}</p>}
            {plans.map((plan) => (
              <OnePlan key={plan.file} plan={plan} />
            ))}
          </>
        )}
      </Followed>
      {adding.value && (
        <StepDialog
          title={said.add_plan}
          fields={[
            { name: "number", label: said.plan_number },
            { name: "issuer", label: said.issuer },
            { name: "title", label: said.plan_title },
            { name: "issued_on", type: "date", label: said.issued_on, value: today() },
            { name: "year", label: said.year, value: today().slice(0, 4) },
          ]}
          steps={(value) => [{ kind: "plan_stated", fields: value }]}
          done={() => {
            adding.value = false;
            retry(plans_path);
          }}
          close={() => (adding.value = false)}
        />
      )}
    </>
  );
}

function OnePlan({ plan }: { plan: Plan }) {
  const said = inspection_words[language.value];
  const adding = useSignal(false);
  const next_line = Math.max(0, ...plan.rows.map(({ line }) => line)) + 1;
  return (
    <section class="asked-for">
      <h2>{said.plan_name(plan.number, plan.year)}</h2>
      <p class="soft">{[plan.title, plan.issuer, day(plan.issued_on)].filter(Boolean).join(" · ")}</p>
      {plan.permille !== null && <p>{said.done_of(number(plan.done), `${number(plan.of_planned)}/${number(plan.planned)}`, percent(plan.permille))}</p>}
      {plan.kinds.length > 0 && <Kinds plan={plan} />}
      {plan.rows.some(({ quarters }) => quarters.length > 0) && <Lines plan={plan} />}
      <button type="button" onClick={() => (adding.value = true)}>
        {said.add_line}
      </button>
      {adding.value && (
        <StepDialog
          title={said.add_line}
          file={plan.file}
          fields={[
            { name: "unit_kind", label: said.unit_kind },
            { name: "count", label: said.count },
            { name: "quarters", type: "checks", label: said.quarters, choices: ["1", "2", "3", "4"].map((text) => ({ value: text, text })) },
          ]}
          steps={(value) => [{ kind: "plan_line", fields: { ...value, line: String(next_line) } }]}
          done={() => {
            adding.value = false;
            retry(plans_path);
          }}
          close={() => (adding.value = false)}
        />
      )}
    </section>
  );
}

const share = (done: number, planned: number): string => (planned === 0 ? "–" : percent(Math.floor((Math.min(done, planned) * 1000) / planned)));

/** The yearly table: each kind of unit, and their sum. */
function Kinds({ plan }: { plan: Plan }) {
  const said = inspection_words[language.value];
  return (
    <table class="report narrow-table" role="table">
      <caption>{said.by_kind}</caption>
      <TableHead
        heads={[
          { text: said.unit_kind, of: "name" },
          { text: said.planned, of: "figure" },
          { text: said.done, of: "figure" },
          { text: said.percent, of: "figure" },
        ]}
      />
      <tbody role="rowgroup">
        {plan.kinds.map((kind) => (
          <tr key={kind.unit_kind} role="row">
            <th role="rowheader" scope="row" class="name">{capital(kind.unit_kind)}</th>
            <td role="cell" class="figure">{number(kind.planned)}</td>
            <td role="cell" class="figure">{number(kind.done)}</td>
            <td role="cell" class="figure">{share(kind.done, kind.planned)}</td>
          </tr>
        ))}
        <tr role="row" class="sum">
          <th role="rowheader" scope="row" class="name">{said.total}</th>
          <td role="cell" class="figure">{number(plan.planned)}</td>
          <td role="cell" class="figure">{number(plan.done)}</td>
          <td role="cell" class="figure">{plan.permille === null ? "–" : percent(plan.permille)}</td>
        </tr>
      </tbody>
    </table>
  );
}

function Lines({ plan }: { plan: Plan }) {
  const said = inspection_words[language.value];
  return (
    <table class="report narrow-table" role="table">
      <caption>{said.by_line}</caption>
      <TableHead
        heads={[
          { text: said.unit_kind, of: "name" },
          said.quarters,
          { text: said.planned, of: "figure" },
          { text: said.done, of: "figure" },
        ]}
      />
      <tbody role="rowgroup">
        {plan.rows.map((row) => (
          <tr key={row.line} role="row">
            <th role="rowheader" scope="row" class="name">{capital(row.unit_kind)}</th>
            <td role="cell">{capital(row.quarters.length === 0 ? said.any_quarter : said.quarter(row.quarters.join(", ")))}</td>
            <td role="cell" class="figure">{number(row.count)}</td>
            <td role="cell" class="figure">{number(row.done)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
