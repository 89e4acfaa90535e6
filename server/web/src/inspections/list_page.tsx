import { useSignal } from "@preact/signals";
import { inspections_path, type InspectionSummary } from "../api/inspection_files";
import { Heading } from "../components/heading";
import { capital } from "../components/session_list";
import { TableHead } from "../components/table_head";
import { WaitingLine } from "../components/waiting_line";
import { inspection_words } from "../i18n/inspection_words";
import { language } from "../i18n/language";
import { verify_words } from "../i18n/verify_words";
import { go_to } from "../navigation";
import { href } from "../route";
import { powers } from "../session";
import { Followed } from "./followed";
import { PrepareForm } from "./prepare_form";
import { InspectionTabs } from "./tabs";
import { number, when_text, worn_text } from "./texts";

/** Every inspection that the reader may know of. */
export function ListPage() {
  const said = inspection_words[language.value];
  const preparing = useSignal(false);
  const may_prepare = powers.value.inspects || powers.value.decides;
  return (
    <>
      <Heading title={said.title} about={said.about}>
        {powers.value.inspects && <a href={href({ page: "inspect", file: "" })}>{verify_words[language.value].title}</a>}
        {may_prepare && (
          <button type="button" class="main-button" onClick={() => (preparing.value = true)}>
            {said.prepare}
          </button>
        )}
      </Heading>
      <InspectionTabs here="list" />
      <WaitingLine />
      <Followed<{ inspections: InspectionSummary[] }> path={inspections_path}>
        {({ inspections }) => (inspections.length === 0 ? <p class="empty">{said.none}</p> : <Table inspections={inspections} />)}
      </Followed>
      {preparing.value && <PrepareForm close={() => (preparing.value = false)} done={(file) => go_to(href({ page: "inspection", file }))} />}
    </>
  );
}

function Table({ inspections }: { inspections: InspectionSummary[] }) {
  const said = inspection_words[language.value];
  const { unit, why, state, worn, findings } = said.columns;
  return (
    <table class="report stacked" role="table">
      <caption class="unseen">{said.title}</caption>
      <TableHead heads={[{ text: unit, of: "name" }, why, state, worn, { text: findings, of: "figure" }]} />
      <tbody role="rowgroup">
        {inspections.map((one) => (
          <tr key={one.file} role="row">
            <th role="rowheader" scope="row" class="name">
              <a href={href({ page: "inspection", file: one.file })}>{[one.unit_name, one.place].filter(Boolean).join(" · ")}</a>
            </th>
            <td role="cell" data-head={why}>{capital(`${said.basis[one.basis]}, ${said.form[one.form]}`)}</td>
            <td role="cell" data-head={state}>{capital(said.date_state(said.state[one.state], when_text(one)))}</td>
            <td role="cell" data-head={worn}>{one.started_at ? worn_text(one.wearing) : "–"}</td>
            <td role="cell" class="figure" data-head={findings}>{number(one.findings)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
