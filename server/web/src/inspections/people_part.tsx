import { useSignal } from "@preact/signals";
import type { Checked, InspectionFile } from "../api/inspection_files";
import { SeenRows } from "../components/seen_rows";
import { capital } from "../components/session_list";
import { TableHead } from "../components/table_head";
import { format_clock } from "../format";
import { inspect_words } from "../i18n/inspect_words";
import { inspection_words } from "../i18n/inspection_words";
import { language } from "../i18n/language";
import { SettleDialog } from "./settle_dialog";
import { moment } from "./texts";

/** Everybody on the list as it was frozen, with what each inspector saw. */
export function PeoplePart({ inspection, again }: { inspection: InspectionFile; again: () => void }) {
  const said = inspection_words[language.value];
  const settling = useSignal<Checked | null>(null);
  const { people, may, file } = inspection;
  const { unit } = said.columns;
  return (
    <section class="asked-for">
      <h2>{said.people}</h2>
      <table class="report stacked" role="table">
        <caption class="unseen">{said.people}</caption>
        <TableHead heads={[{ text: said.full_name, of: "name" }, unit, said.columns.state, said.result]} />
        <SeenRows
          keys={people.map(({ staff_code }) => staff_code)}
          row={(place) => {
            const person = people[place]!;
            return (
              <tr key={person.staff_code} role="row">
                <th role="rowheader" scope="row" class="name">
                  {person.full_name}
                  {person.job && <span class="about">{person.job}</span>}
                </th>
                <td role="cell" data-head={unit}>{person.unit_name}</td>
                <td role="cell" data-head={said.columns.state}>{at_start(person)}</td>
                <td role="cell" data-head={said.result}>
                  <Result person={person} />
                  {person.disputed && may.lead && (
                    <button type="button" aria-label={said.settle_of(person.full_name)} onClick={() => (settling.value = person)}>
                      {said.settle}
                    </button>
                  )}
                </td>
              </tr>
            );
          }}
        />
      </table>
      {settling.value && (
        <SettleDialog
          person={settling.value}
          file={file}
          done={() => {
            settling.value = null;
            again();
          }}
          close={() => (settling.value = null)}
        />
      )}
    </section>
  );
}

/** Where they were by taps and papers at the minute of the start. */
function at_start({ presence, first_tap, paper, reported_at, late_paper, badge_shown }: Checked) {
  const said = inspect_words[language.value];
  const line = first_tap ? said.tapped(format_clock(first_tap)) : said.presence[presence];
  const known = paper && (reported_at ? said.reported(paper, format_clock(reported_at), moment(reported_at).split(" ").at(-1)!) : paper);
  const late = late_paper && inspection_words[language.value].late_paper(late_paper.paper || "–", late_paper.reported_at ? moment(late_paper.reported_at) : "");
  return (
    <>
      {capital([line, known].filter(Boolean).join(": "))}
      {badge_shown && <span class="about">{`▣ ${capital(said.badge_shown(format_clock(badge_shown)))}`}</span>}
      {late && <span class="about alarm">{capital(late)}</span>}
    </>
  );
}

function Result({ person }: { person: Checked }) {
  const said = inspection_words[language.value];
  const observed = inspect_words[language.value].observed;
  if (person.words.length === 0) return <span class="zero">{said.not_observed}</span>;
  return (
    <>
      {person.holds && <strong>{observed[person.holds]}</strong>}
      {person.disputed && <strong class="alarm">{said.disputed}</strong>}
      {person.tapped_not_there && person.first_tap && <span class="about">{capital(said.tapped_gone(format_clock(person.first_tap)))}</span>}
      {person.settled_reason && <span class="about">{`${said.settle}: ${person.settled_reason} (${person.settled_by})`}</span>}
      {(person.words.length > 1 || person.words.some(({ note, paper }) => note || paper)) && (
        <ul class="words about">
          {person.words.map((word) => (
            <li key={word.id}>{`${word.by}: ${[observed[word.observed], word.paper, word.note].filter(Boolean).join("; ")}`}</li>
          ))}
        </ul>
      )}
    </>
  );
}
