import { useSignal } from "@preact/signals";
import { new_id, type InspectionFile } from "../api/inspection_files";
import { capital } from "../components/session_list";
import { inspection_words } from "../i18n/inspection_words";
import { language } from "../i18n/language";
import { FindingCard } from "./finding_card";
import { choices_of, StepDialog } from "./step_dialog";
import { number } from "./texts";

const not_as_it_should_be = ["worn_wrongly", "not_worn", "someone_elses", "not_issued"];

/** What was found, and what became of each. */
export function FindingsPart({ inspection, again }: { inspection: InspectionFile; again: () => void }) {
  const said = inspection_words[language.value];
  const finding = useSignal<string[] | null>(null); // about whom
  const { findings, people, may, file } = inspection;
  const without = people.filter(({ holds }) => holds !== null && not_as_it_should_be.includes(holds)).map(({ staff_code }) => staff_code);
  const told = new Set(findings.filter(({ list }) => list === "badge").flatMap((one) => one.people));
  const untold = without.filter((code) => !told.has(code));
  return (
    <section class="asked-for">
      <h2>{said.findings}</h2>
      {findings.length === 0 && <p class="empty">{said.no_findings}</p>}
      <ul class="cards">
        {findings.map((one) => (
          <FindingCard key={one.finding} file={file} finding={one} may={may} names={names_of(inspection)} again={again} />
        ))}
      </ul>
      {may.team && (
        <p class="links">
          {untold.length > 0 && (
            <button type="button" onClick={() => (finding.value = untold)}>
              {said.find_from(number(untold.length))}
            </button>
          )}
          <button type="button" onClick={() => (finding.value = [])}>
            {said.find}
          </button>
        </p>
      )}
      {finding.value && (
        <FindForm
          inspection={inspection}
          people={finding.value}
          done={() => {
            finding.value = null;
            again();
          }}
          close={() => (finding.value = null)}
        />
      )}
    </section>
  );
}

const names_of = ({ people }: InspectionFile): Map<string, string> => new Map(people.map((one) => [one.staff_code, one.full_name]));

interface FindProps {
  inspection: InspectionFile;
  people: string[];
  done: () => void;
  close: () => void;
}

function FindForm({ inspection, people, done, close }: FindProps) {
  const said = inspection_words[language.value];
  const names = names_of(inspection);
  const about_people = people.map((code) => names.get(code) ?? code).join(", ");
  return (
    <StepDialog
      title={said.find}
      about={about_people}
      file={inspection.file}
      fields={[
        { name: "list", type: "choice", label: said.kind, choices: choices_of(said.list), value: "badge" },
        { name: "text", type: "sentences", label: said.what, value: people.length > 0 ? `${capital(said.not_worn)}: ${about_people}.` : "" },
        { name: "rule", label: said.rule },
        { name: "evidence", label: said.evidence },
        { name: "recommendation", type: "sentences", label: said.recommendation },
        { name: "owner", label: said.owner },
        { name: "due", type: "date", label: said.due },
      ]}
      steps={(value) => {
        const id = new_id();
        return [
          { kind: "found", fields: { ...value, finding: id } },
          ...people.map((staff_code) => ({ kind: "named", fields: { finding: id, staff_code } })),
        ];
      }}
      done={done}
      close={close}
    />
  );
}

