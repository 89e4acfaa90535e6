import { useSignal } from "@preact/signals";
import type { InspectionFile } from "../api/inspection_files";
import type { AskedLine } from "../api/inspections";
import { capital } from "../components/session_list";
import { TableHead } from "../components/table_head";
import { inspection_words } from "../i18n/inspection_words";
import { language } from "../i18n/language";
import { line_words, sign_of } from "../i18n/line_words";
import { key_of_line } from "../model/inspect_lines";
import { choices_of, StepDialog } from "./step_dialog";
import { moment } from "./texts";

/** What the checklists ask of the unit, with the last answer to each line. */
export function LinesPart({ inspection, again }: { inspection: InspectionFile; again: () => void }) {
  const said = line_words[language.value];
  const answering = useSignal<AskedLine | null>(null);
  const { lines, may, file, state } = inspection;
  const lists = [...new Set(lines.map(({ list }) => list))];
  return (
    <section class="asked-for">
      <h2>{said.title}</h2>
      <table class="report stacked lines-table" role="table">
        <caption class="unseen">{said.title}</caption>
        <TableHead heads={[{ text: said.asked, of: "name" }, said.result, said.note]} />
        {lists.map((list) => (
          <tbody key={list} role="rowgroup">
            <tr role="row" class="lines-of">
              <th role="rowheader" scope="rowgroup" colSpan={3} class="name">
                {capital(inspection_words[language.value].list[list])} <span class="soft">{said.version(versions(lines, list))}</span>
              </th>
            </tr>
            {lines
              .filter((one) => one.list === list)
              .map((one) => (
                <tr key={key_of_line(one)} role="row">
                  <th role="rowheader" scope="row" class="name">{one[language.value]}</th>
                  <td role="cell" data-head={said.result}>
                    {one.answer === null ? <span class="zero">{said.not_answered}</span> : `${sign_of(one.answer)} ${said.answers[one.answer]}`}
                    {may.team && state === "started" && <AnswerButton line={one} ask={() => (answering.value = one)} />}
                  </td>
                  <td role="cell" data-head={said.note}>
                    {one.note}
                    {one.answer !== null && <span class="about">{said.said(one.by ?? "", moment(one.at ?? ""))}</span>}
                  </td>
                </tr>
              ))}
          </tbody>
        ))}
      </table>
      {answering.value && (
        <AnswerDialog
          line={answering.value}
          file={file}
          done={() => {
            answering.value = null;
            again();
          }}
          close={() => (answering.value = null)}
        />
      )}
    </section>
  );
}

/** Under which the lines of a list are asked, or were answered: "1", or "1, 2". */
function versions(lines: AskedLine[], list: AskedLine["list"]): string {
  return [...new Set(lines.filter((one) => one.list === list).map(({ version }) => version))].join(", ");
}

function AnswerButton({ line, ask }: { line: AskedLine; ask: () => void }) {
  const said = line_words[language.value];
  const is_new = line.answer === null;
  const text = line[language.value];
  return (
    <button type="button" class="plain line-answer" aria-label={is_new ? said.answer_of(text) : said.answer_again_of(text)} onClick={ask}>
      {is_new ? said.answer : said.answer_again}
    </button>
  );
}

function AnswerDialog({ line, file, done, close }: { line: AskedLine; file: string; done: () => void; close: () => void }) {
  const said = line_words[language.value];
  const { list, version, line: key } = line;
  return (
    <StepDialog
      title={line[language.value]}
      file={file}
      fields={[
        { name: "answer", type: "choice", label: said.result, choices: choices_of(said.answers), value: line.answer ?? "kept" },
        { name: "note", type: "sentences", label: said.note, value: line.note },
      ]}
      steps={(value) => [{ kind: "answered", fields: { ...value, list, version: String(version), line: key } }]}
      done={done}
      close={close}
    />
  );
}
