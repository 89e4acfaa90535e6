import type { Problem } from "../api/client";
import { explanation } from "../i18n/explanation";
import { words } from "../i18n/language";

/** What went wrong and what to do; with the server's own sentence where ours says no more than that it failed. */
export function Notice({ problem, retry }: { problem: Problem; retry: () => void }) {
  const said = words.value;
  const own = explanation(problem, said.problem);
  const detail = own === said.problem.other ? [problem.title, problem.detail].filter(Boolean).join(" ") : "";
  return (
    <div class="notice" role="alert">
      <p>
        <strong>{own}</strong>
        {problem.status > 0 && <span class="soft"> {said.problem.status(problem.status)}</span>}
      </p>
      {detail && <p class="soft">{detail}</p>}
      <button type="button" onClick={retry}>
        {said.retry}
      </button>
    </div>
  );
}
