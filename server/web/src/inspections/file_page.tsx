import { useSignal } from "@preact/signals";
import { document_path, inspection_path, type InspectionFile } from "../api/inspection_files";
import { Heading } from "../components/heading";
import { capital } from "../components/session_list";
import { Trail } from "../components/trail";
import { inspection_words } from "../i18n/inspection_words";
import { language } from "../i18n/language";
import { go_to } from "../navigation";
import { retry } from "../resource";
import { href } from "../route";
import { Facts } from "./facts";
import { FindingsPart } from "./findings_part";
import { Followed } from "./followed";
import { LinesPart } from "./lines_part";
import { PeoplePart } from "./people_part";
import { PrepareForm } from "./prepare_form";
import { choices_of, StepDialog } from "./step_dialog";
import { TeamPart } from "./team_part";
import { day, responsible_text, when_text } from "./texts";
import { WearingSum } from "./wearing_sum";

/** One inspection: what it is, who was seen, what was found and what became of it. */
export function FilePage({ file }: { file: string }) {
  const said = inspection_words[language.value];
  return (
    <Followed<InspectionFile> path={inspection_path(file)} title={said.title} file={file}>
      {(inspection) => <Opened inspection={inspection} />}
    </Followed>
  );
}

function Opened({ inspection }: { inspection: InspectionFile }) {
  const said = inspection_words[language.value];
  const again = () => retry(inspection_path(inspection.file));
  const { state, may } = inspection;
  const has_begun = inspection.started_at !== null;
  return (
    <>
      <Trail steps={[{ text: said.title, to: href({ page: "inspections", tab: "list" }) }]} />
      <Heading
        title={[inspection.unit_name, inspection.place].filter(Boolean).join(" · ")}
        about={about_text(inspection)}
      >
        <Actions inspection={inspection} again={again} />
      </Heading>
      {!has_begun && <p class="soft">{said.secret}</p>}
      <Why inspection={inspection} />
      {inspection.whole && has_begun && <WearingSum wearing={inspection.wearing} />}
      {inspection.whole && <TeamPart inspection={inspection} again={again} />}
      {inspection.whole && has_begun && inspection.lines.length > 0 && <LinesPart inspection={inspection} again={again} />}
      {has_begun && <FindingsPart inspection={inspection} again={again} />}
      {has_begun && <PeoplePart inspection={inspection} again={again} />}
      {state === "ended" && may.follow_up && <Papers inspection={inspection} again={again} />}
    </>
  );
}

/** "Cuộc kiểm tra số 17/2026 · đang kiểm tra · bắt đầu 08:05 ngày 09/3/2026". */
function about_text(inspection: InspectionFile): string {
  const said = inspection_words[language.value];
  const { number, state } = inspection;
  const how_far = state === "started" || state === "dropped" ? said.state[state] : ""; // the others say it already
  return [number ? said.number(number) : state === "prepared" ? said.draft : "", how_far, when_text(inspection)].filter(Boolean).join(" · ");
}

type Asked = "edit" | "start" | "drop" | "end";

function Actions({ inspection, again }: { inspection: InspectionFile; again: () => void }) {
  const said = inspection_words[language.value];
  const asked = useSignal<Asked | null>(null);
  const { state, may, file } = inspection;
  const close = () => (asked.value = null);
  const done = () => {
    close();
    again();
  };
  const ask = (what: Asked, text: string, main = false) => (
    <button type="button" class={main ? "main-button" : ""} onClick={() => (asked.value = what)}>
      {text}
    </button>
  );
  return (
    <>
      {state === "prepared" && may.lead && ask("edit", said.edit)}
      {state === "prepared" && may.lead && ask("drop", said.drop)}
      {state === "prepared" && may.team && ask("start", said.start, true)}
      {state === "started" && may.lead && ask("end", said.end)}
      {state === "started" && may.team && (
        <a class="main-button" href={href({ page: "inspect", file })}>
          {said.walk}
        </a>
      )}
      {asked.value === "edit" && <PrepareForm before={inspection} close={close} done={done} />}
      {asked.value === "start" && (
        <StepDialog title={said.start_title} about={said.start_text} submit={said.start} file={file} fields={[]} steps={() => [{ kind: "started", fields: {} }]} done={done} close={close} />
      )}
      {asked.value === "drop" && (
        <StepDialog
          title={said.drop_title}
          submit={said.drop}
          file={file}
          fields={[{ name: "reason", type: "sentences", label: said.reason }]}
          steps={(value) => [{ kind: "dropped", fields: value }]}
          done={() => go_to(href({ page: "inspections", tab: "list" }))}
          close={close}
        />
      )}
      {asked.value === "end" && (
        <StepDialog
          title={said.end_title}
          submit={said.end}
          file={file}
          fields={[
            { name: "unit_view", type: "sentences", label: said.unit_view },
            { name: "signed_by", label: said.signed_by },
            { name: "refusal_reason", type: "sentences", label: said.refusal_reason },
            { name: "copies", label: said.copies, value: "2" },
          ]}
          steps={(value) => [{ kind: "ended", fields: value }]}
          done={done}
          close={close}
        />
      )}
    </>
  );
}

/** By whose order, for which plan, looking at what; and who answers for the unit. */
function Why({ inspection }: { inspection: InspectionFile }) {
  const said = inspection_words[language.value];
  const { basis, form, ordered_by, paper, decision, checklists, head } = inspection;
  const rows: [string, string][] = [
    [said.basis_word, capital([`${said.basis[basis]}, ${said.form[form]}`, ordered_by, paper].filter(Boolean).join(" · "))],
    [said.decision, decision],
    [said.checklists, capital(checklists.map((list) => said.list[list]).join("; "))],
    [said.responsible, head ? responsible_text(head) || said.nobody_responsible : ""],
    [said.unit_view, inspection.ended?.unit_view ?? ""],
    [said.signed_by, inspection.ended?.signed_by ?? ""],
    [said.refusal_reason, inspection.ended?.refusal_reason ?? ""],
  ];
  return <Facts rows={rows} />;
}

/** What can be printed, and the numbers that the clerk gave. */
function Papers({ inspection, again }: { inspection: InspectionFile; again: () => void }) {
  const said = inspection_words[language.value];
  const issuing = useSignal(false);
  const { file, papers, may } = inspection;
  return (
    <section class="asked-for">
      <h2>{said.papers}</h2>
      <ul class="plain-list">
        {papers.map((one) => (
          <li key={one.paper}>{said.paper_line(said.issued[one.paper], one.number, day(one.date))}</li>
        ))}
      </ul>
      <p class="links">
        <a href={document_path(file, "minutes", "pdf")}>{said.minutes}</a>
        <a href={document_path(file, "report", "pdf")}>{said.report_pdf}</a>
        <a href={document_path(file, "report", "docx")}>{said.report_docx}</a>
        <a href={document_path(file, "notice", "pdf")}>{said.notice_pdf}</a>
        <a href={document_path(file, "notice", "docx")}>{said.notice_docx}</a>
      </p>
      {may.lead && (
        <button type="button" onClick={() => (issuing.value = true)}>
          {said.issue}
        </button>
      )}
      {issuing.value && (
        <StepDialog
          title={said.issue}
          file={file}
          fields={[
            { name: "paper", type: "choice", label: said.paper_kind, choices: choices_of(said.issued), value: "report" },
            { name: "number", label: said.paper_number },
            { name: "date", type: "date", label: said.paper_date },
          ]}
          steps={(value) => [{ kind: "issued", fields: value }]}
          done={() => {
            issuing.value = false;
            again();
          }}
          close={() => (issuing.value = false)}
        />
      )}
    </section>
  );
}
