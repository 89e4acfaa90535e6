import { useSignal } from "@preact/signals";
import type { Finding, InspectionFile } from "../api/inspection_files";
import { capital } from "../components/session_list";
import { today } from "../format";
import { inspection_words } from "../i18n/inspection_words";
import { language } from "../i18n/language";
import { powers } from "../session";
import { Facts } from "./facts";
import { acts_of, dialog_of, type Act } from "./finding_acts";
import { FindingStateLine } from "./finding_state";
import { StepDialog } from "./step_dialog";
import { day, moment, responsible_text } from "./texts";

interface Props {
  file: string;
  finding: Finding;
  may: InspectionFile["may"];
  names: Map<string, string>; // of people, by code
  again: () => void;
}

/** A finding with its history, and what the reader may do about it now. */
export function FindingCard({ file, finding, may, names, again }: Props) {
  const said = inspection_words[language.value];
  const asked = useSignal<Act | null>(null);
  const name_of = (code: string) => names.get(code) ?? code;
  const acts = acts_of(finding, may, powers.value.own);
  const dialog = asked.value && dialog_of(asked.value, finding, name_of, powers.value.own, today());
  return (
    <li class="card">
      <p class="card-title">
        {capital(said.list[finding.list])}
        <FindingStateLine state={finding.state} due={finding.due} />
      </p>
      <p class="rule-text">{finding.text}</p>
      <About finding={finding} name_of={name_of} />
      <History finding={finding} name_of={name_of} />
      {finding.handled && finding.gaps.length > 0 && <p class="soft">{said.missing(finding.gaps.map((gap) => said.gap[gap]).join("; "))}</p>}
      {acts.length > 0 && (
        <p class="links">
          {acts.map((act) => (
            <button key={act} type="button" onClick={() => (asked.value = act)}>
              {said[act]}
            </button>
          ))}
        </p>
      )}
      {dialog && (
        <StepDialog
          {...dialog}
          file={file}
          done={() => {
            asked.value = null;
            again();
          }}
          close={() => (asked.value = null)}
        />
      )}
    </li>
  );
}

function About({ finding, name_of }: { finding: Finding; name_of: (code: string) => string }) {
  const said = inspection_words[language.value];
  const rows: [string, string][] = [
    [said.concerns, finding.people.map(name_of).join(", ")],
    [said.rule, finding.rule ?? ""],
    [said.evidence, finding.evidence ?? ""],
    [said.recommendation, finding.recommendation ?? ""],
    [said.owner, finding.owner ?? ""],
    [said.responsible, responsible_text(finding.head)],
  ];
  return <Facts rows={rows} />;
}

/** What was said and done since, in the order of time within each kind. */
function History({ finding, name_of }: { finding: Finding; name_of: (code: string) => string }) {
  const said = inspection_words[language.value];
  const { handled, decided } = finding;
  const lines = [
    ...finding.views.map((view) => `${said.view_of[view.of]} (${view.by}, ${moment(view.at)}): ${view.text}`),
    ...finding.extensions.map((one) => said.extended(day(one.due), one.reason)),
    ...finding.repairs.map((repair) => {
      const outcome = repair.review && (repair.review.accepted ? said.accepted : said.refused(repair.review.reason));
      const what = [repair.text, repair.evidence].filter(Boolean).join("; ");
      return `${said.repaired} (${repair.by}, ${moment(repair.at)}): ${what}${outcome ? ` — ${outcome}` : ""}`;
    }),
    ...(handled ? [handled_line(handled)] : []),
    ...(decided ? [`${said.answered}: ${[decided.text, decided.paper].filter(Boolean).join("; ")}`] : []),
    ...finding.carried.map((one) => said.carried(name_of(one.staff_code), one.period)),
  ];
  return lines.length === 0 ? null : (
    <ul class="plain-list soft">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function handled_line(handled: Record<string, string>): string {
  const said = inspection_words[language.value];
  const part = (name: string, text: string | undefined) => text && `${name}: ${text}`;
  const outcome = said.outcomes[handled.outcome === "proposed" ? "proposed" : "within_competence"];
  return [
    `${said.handle}: ${[outcome, handled.measure, handled.to, handled.paper].filter(Boolean).join(", ")}`,
    part(said.cause, handled.cause),
    part(said.who, handled.who),
    part(said.head_part, handled.head_part),
  ]
    .filter(Boolean)
    .join("; ");
}
