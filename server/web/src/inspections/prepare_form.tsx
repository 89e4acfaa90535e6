import { feedback_path, plans_path, type FeedbackCase, type InspectionFile, type Plan } from "../api/inspection_files";
import { inspection_words } from "../i18n/inspection_words";
import { language } from "../i18n/language";
import { useResource } from "../resource";
import { powers, session } from "../session";
import { choices_of, StepDialog, type StepField } from "./step_dialog";

interface Props {
  before?: InspectionFile | undefined; // what was stated so far
  close: () => void;
  done: (file: string) => void;
}

/** What is to be inspected, and why. Whoever prepares it leads it until somebody else does. */
export function PrepareForm({ before, close, done }: Props) {
  const said = inspection_words[language.value];
  const { inspects } = powers.value;
  const basis = inspects ? said.basis : { own: said.basis.own };
  const fields: StepField[] = [
    { name: "unit_code", type: "unit", label: said.unit, none: said.no_unit, value: before?.unit_code },
    { name: "place", label: said.place, value: before?.place },
    { name: "basis", type: "choice", label: said.basis_word, choices: choices_of(basis), value: before?.basis },
    { name: "form", type: "choice", label: said.form_word, choices: choices_of(said.form), value: before?.form ?? "unannounced" },
    { name: "ordered_by", label: said.ordered_by, value: before?.ordered_by },
    { name: "paper", label: said.paper, value: before?.paper },
    { name: "team", type: "choice", label: said.team_word, choices: choices_of(said.team_kind), value: before?.team_kind ?? "group" },
    { name: "decision", label: said.decision, value: before?.decision },
    { name: "checklists", type: "checks", label: said.checklists, choices: choices_of(said.list), value: before?.checklists.join("+") ?? "badge+hours" },
    { name: "day", type: "date", label: said.day, value: before?.day ?? "" },
  ];
  return inspects ? <WithFiles fields={fields} before={before} close={close} done={done} /> : <Form fields={fields} before={before} close={close} done={done} />;
}

interface FormProps extends Props {
  fields: StepField[];
}

/** For an inspector: which plan it counts for, and which case it follows. */
function WithFiles({ fields, ...rest }: FormProps) {
  const said = inspection_words[language.value];
  const { value: plans } = useResource<{ plans: Plan[] }>(plans_path).value;
  const { value: cases } = useResource<{ feedback: FeedbackCase[] }>(feedback_path).value;
  const plan_choices = [
    { value: "", text: said.no_plan },
    ...(plans?.plans ?? []).map((plan) => ({ value: plan.file, text: said.plan_name(plan.number, plan.year) })),
  ];
  const case_choices = [
    { value: "", text: said.no_feedback },
    ...(cases?.feedback ?? []).map((one) => ({ value: one.file, text: [one.subject ?? one.number, one.received_on].filter(Boolean).join(" · ") })),
  ];
  const own: StepField[] = [
    { name: "plan", type: "choice", label: said.plan, choices: plan_choices, value: rest.before?.plan },
    { name: "feedback", type: "choice", label: said.feedback_word, choices: case_choices, value: rest.before?.feedback },
  ];
  const after_basis = fields.findIndex(({ name }) => name === "ordered_by");
  return <Form {...rest} fields={[...fields.slice(0, after_basis), ...own, ...fields.slice(after_basis)]} />;
}

function Form({ fields, before, close, done }: FormProps) {
  const said = inspection_words[language.value];
  const now = session.value;
  const me = now.state === "signed_in" ? now.who.name : "";
  return (
    <StepDialog
      title={before ? said.edit : said.prepare}
      about={said.prepare_about}
      fields={fields}
      {...(before && { file: before.file })}
      steps={(value) => [
        { kind: "prepared", fields: value },
        ...(before ? [] : [{ kind: "joined", fields: { login: me, full_name: me, role: "leader" } }]),
      ]}
      done={done}
      close={close}
    />
  );
}
