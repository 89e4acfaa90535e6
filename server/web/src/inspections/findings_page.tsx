import { findings_path, type FollowedFinding } from "../api/inspection_files";
import { Heading } from "../components/heading";
import { SeenRows } from "../components/seen_rows";
import { capital } from "../components/session_list";
import { TableHead } from "../components/table_head";
import { inspection_words } from "../i18n/inspection_words";
import { language } from "../i18n/language";
import { href } from "../route";
import { FindingStateLine } from "./finding_state";
import { Followed } from "./followed";
import { InspectionTabs } from "./tabs";
import { day, responsible_text } from "./texts";

/** What is still to be mended, handled or carried into an evaluation. */
export function FindingsPage() {
  const said = inspection_words[language.value];
  return (
    <>
      <Heading title={said.tab.findings} about={said.follow_about} />
      <InspectionTabs here="findings" />
      <Followed<{ findings: FollowedFinding[] }> path={findings_path}>
        {({ findings }) => (findings.length === 0 ? <p class="empty">{said.follow_none}</p> : <Table findings={findings} />)}
      </Followed>
    </>
  );
}

function Table({ findings }: { findings: FollowedFinding[] }) {
  const said = inspection_words[language.value];
  const { unit, state } = said.columns;
  return (
    <table class="report stacked" role="table">
      <caption class="unseen">{said.tab.findings}</caption>
      <TableHead heads={[{ text: unit, of: "name" }, said.what, said.due, state, said.responsible]} />
      <SeenRows
        keys={findings.map(({ finding }) => finding)}
        row={(place) => {
          const one = findings[place]!;
          return (
            <tr key={one.finding} role="row">
              <th role="rowheader" scope="row" class="name">
                <a href={href({ page: "inspection", file: one.file })}>{one.unit_name}</a>
                <span class="about">{said.number(one.number)}</span>
              </th>
              <td role="cell" data-head={said.what}>
                {one.text}
                <span class="about">{capital(said.list[one.list])}</span>
              </td>
              <td role="cell" data-head={said.due}>{one.due ? day(one.due) : "–"}</td>
              <td role="cell" data-head={state}>
                <FindingStateLine state={one.state} />
                {one.not_carried.length > 0 && <span class="about">{said.not_carried(one.not_carried.join(", "))}</span>}
              </td>
              <td role="cell" data-head={said.responsible}>{responsible_text(one.head) || "–"}</td>
            </tr>
          );
        }}
      />
    </table>
  );
}
