import type { Finding, InspectionFile, NewStep } from "../api/inspection_files";
import { inspection_words } from "../i18n/inspection_words";
import { language } from "../i18n/language";
import { choices_of, type StepField } from "./step_dialog";

/** What somebody may do about a finding; each is a word of the pages and a step. */
export type Act = "repair" | "review" | "extend" | "view" | "handle" | "decide" | "close" | "carry" | "name_person";

/** `own`: the reader's staff code. The server decides; this only spares people doors that do not open. */
export function acts_of(finding: Finding, may: InspectionFile["may"], own: string): Act[] {
  const is_closed = finding.state === "closed";
  const is_concerned = own !== "" && (finding.people.includes(own) || finding.head.staff_code === own);
  const uncarried = finding.people.some((code) => !finding.carried.some((one) => one.staff_code === code));
  const acts: [Act, boolean][] = [
    ["review", may.follow_up && finding.state === "repair_waits"],
    ["repair", may.answer && (finding.state === "open" || finding.state === "overdue")],
    ["view", is_concerned && !is_closed],
    ["extend", may.follow_up && (finding.state === "open" || finding.state === "overdue")],
    ["name_person", may.team && !is_closed],
    ["handle", (may.follow_up || may.answer) && !is_closed],
    ["decide", may.follow_up && !is_closed && finding.handled?.outcome === "proposed" && finding.decided === null],
    ["close", may.follow_up && !is_closed && finding.gaps.length === 0],
    ["carry", (may.follow_up || may.answer) && is_closed && uncarried],
  ];
  return acts.filter(([, holds]) => holds).map(([act]) => act);
}

interface ActDialog {
  title: string;
  about?: string;
  fields: StepField[];
  steps: (value: Record<string, string>) => NewStep[];
}

export function dialog_of(act: Act, finding: Finding, name_of: (code: string) => string, own: string, today: string): ActDialog {
  const said = inspection_words[language.value];
  const of_finding = { finding: finding.finding };
  const one = (kind: string, more: Record<string, string> = {}) => (value: Record<string, string>) => [
    { kind, fields: { ...value, ...of_finding, ...more } },
  ];
  const before = finding.handled ?? {};
  switch (act) {
    case "repair":
      return {
        title: said.repair,
        fields: [
          { name: "text", type: "sentences", label: said.repair_text },
          { name: "evidence", label: said.evidence },
        ],
        steps: one("repaired"),
      };
    case "review":
      return {
        title: said.review,
        about: finding.repairs.at(-1)?.text ?? "",
        fields: [
          { name: "accepted", type: "choice", label: said.result, choices: choices_of({ yes: said.accept, no: said.refuse }), value: "yes" },
          { name: "reason", type: "sentences", label: said.reason },
        ],
        steps: one("reviewed"),
      };
    case "extend":
      return {
        title: said.extend,
        fields: [
          { name: "due", type: "date", label: said.new_due, value: today },
          { name: "reason", type: "sentences", label: said.reason },
        ],
        steps: one("extended"),
      };
    case "view": {
      const is_head = !finding.people.includes(own);
      return { title: said.view, fields: [{ name: "text", type: "sentences", label: said.view_text }], steps: one("viewed", { of: is_head ? "head" : "person" }) };
    }
    case "name_person":
      return { title: said.name_person, fields: [{ name: "staff_code", label: said.person }], steps: one("named") };
    case "handle":
      return {
        title: said.handle,
        about: said.handle_about,
        fields: [
          { name: "cause", type: "sentences", label: said.cause, value: before.cause },
          { name: "who", label: said.who, value: before.who ?? finding.people.map(name_of).join(", ") },
          { name: "head_part", type: "sentences", label: said.head_part, value: before.head_part },
          { name: "outcome", type: "choice", label: said.outcome, choices: choices_of(said.outcomes), value: before.outcome },
          { name: "measure", type: "sentences", label: said.measure, value: before.measure },
          { name: "to", label: said.to, value: before.to },
          { name: "paper", label: said.handled_paper, value: before.paper },
        ],
        steps: one("handled"),
      };
    case "decide":
      return {
        title: said.decide,
        fields: [
          { name: "text", type: "sentences", label: said.answer_text },
          { name: "paper", label: said.handled_paper },
        ],
        steps: one("decided"),
      };
    case "close":
      return { title: said.close, fields: [], steps: one("closed") };
    case "carry":
      return {
        title: said.carry,
        fields: [
          {
            name: "staff_code",
            type: "choice",
            label: said.person,
            choices: finding.people.filter((code) => !finding.carried.some((each) => each.staff_code === code)).map((code) => ({ value: code, text: name_of(code) })),
          },
          { name: "period", label: said.period, value: today.slice(0, 7) },
        ],
        steps: one("carried"),
      };
  }
}
