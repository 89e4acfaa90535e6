import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Problem } from "../api/client";
import { imports_api, type ImportFile, type ImportPreview } from "../api/imports";
import { refusal } from "../i18n/explanation";
import { language, words } from "../i18n/language";
import { ImportPreviewed } from "./import_preview";
import { capital } from "./session_list";

type Step =
  | { at: "checking" }
  | { at: "refused"; problem: Problem }
  | { at: "preview"; preview: ImportPreview }
  | { at: "saving" };

interface Props {
  file: ImportFile;
  back: () => void; // to the form
  done: () => void;
}

/** What somebody is about to state in a form: first whom it concerns and which verdicts would change, then the button. */
export function PlannedChange({ file, back, done }: Props) {
  const step = useSignal<Step>({ at: "checking" });
  useEffect(() => {
    void imports_api.preview(file, language.value).then((answer) => {
      step.value = answer.ok ? { at: "preview", preview: answer.value } : { at: "refused", problem: answer.problem };
    });
  }, [file]);
  const run = async () => {
    step.value = { at: "saving" };
    const answer = await imports_api.run(file, language.value);
    if (answer.ok) done();
    else step.value = { at: "refused", problem: answer.problem };
  };
  const go_back = (
    <button type="button" onClick={back}>
      {words.value.imports.back}
    </button>
  );
  return (
    <div aria-live="polite" class="planned">
      <Shown step={step.value} file={file} run={() => void run()}>
        {go_back}
      </Shown>
    </div>
  );
}

interface ShownProps {
  step: Step;
  file: ImportFile;
  run: () => void;
  children: preact.ComponentChildren;
}

function Shown({ step, file, run, children }: ShownProps) {
  const said = words.value;
  switch (step.at) {
    case "checking":
      return <p class="waiting">{said.imports.checking}</p>;
    case "saving":
      return <p class="waiting">{said.imports.importing}</p>;
    case "refused":
      return (
        <>
          <Refused problem={step.problem} />
          <p class="import-actions">{children}</p>
        </>
      );
    case "preview":
      return (
        <ImportPreviewed file={file} preview={step.preview} run={run} submit={file.withdraw ? said.imports.withdraw : said.desk.save}>
          {children}
        </ImportPreviewed>
      );
  }
}

/** The sentences alone: a form has neither lines nor columns. */
function Refused({ problem }: { problem: Problem }) {
  const messages = [...new Set(problem.errors.map(({ message, value }) => capital(value ? `${value}: ${message}` : message)))];
  return (
    <div class="notice" role="alert">
      {messages.length === 0 ? (
        <p>
          <strong>{refusal(problem, words.value, language.value)}</strong>
        </p>
      ) : (
        <ul>
          {messages.map((message) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
