import { useSignal } from "@preact/signals";
import type { InspectionFile } from "../api/inspection_files";
import { inspection_words } from "../i18n/inspection_words";
import { language } from "../i18n/language";
import { is_not_as_it_should_be } from "../model/inspect_findings";
import { FindDialog } from "./find_dialog";
import { FindingCard } from "./finding_card";
import { number } from "./texts";

/** What was found, and what became of each. */
export function FindingsPart({ inspection, again }: { inspection: InspectionFile; again: () => void }) {
  const said = inspection_words[language.value];
  const finding = useSignal<string[] | null>(null); // about whom
  const { findings, people, may, file } = inspection;
  const without = people.filter(({ holds }) => is_not_as_it_should_be(holds)).map(({ staff_code }) => staff_code);
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
        <FindDialog
          file={file}
          draft={{ people: finding.value }}
          name_of={(code) => names_of(inspection).get(code) ?? code}
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
