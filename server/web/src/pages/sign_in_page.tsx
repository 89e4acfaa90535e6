import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { Heading } from "../components/heading";
import { explanation } from "../components/notice";
import { words } from "../i18n/language";
import { sign_in } from "../session";

const token_chars_max = 512; // a token has 64; a pasted page is not sent

/** Takes the token from the field straight to the server and empties the field. */
export function SignInPage({ ended }: { ended: boolean }) {
  const said = words.value.sign_in;
  const field = useRef<HTMLInputElement>(null);
  const waiting = useSignal(false);
  const error = useSignal("");

  const submit = async (event: Event) => {
    event.preventDefault();
    const input = field.current;
    if (!input || waiting.value) return;
    const token = input.value.trim();
    if (!token) {
      error.value = said.empty;
      input.focus();
      return;
    }
    waiting.value = true;
    error.value = "";
    const problem = await sign_in(token);
    input.value = "";
    waiting.value = false;
    if (!problem) return;
    const refused = problem.status >= 400 && problem.status < 500 && problem.status !== 429;
    error.value = refused ? said.refused : explanation(problem, words.value.problem);
    input.focus();
  };

  return (
    <form class="sign-in" onSubmit={(event) => void submit(event)} noValidate>
      <Heading title={said.title} />
      {ended && !error.value && <p role="status">{said.ended}</p>}
      <label for="token">{said.token}</label>
      <input
        id="token"
        ref={field}
        type="password"
        autocomplete="current-password"
        spellcheck={false}
        maxLength={token_chars_max}
        aria-describedby="token-hint token-error"
        aria-invalid={error.value ? true : undefined}
      />
      <p id="token-hint" class="soft">
        {said.hint}
      </p>
      <p id="token-error" class="error" role="alert">
        {error.value}
      </p>
      <button type="submit" class="main-button" disabled={waiting.value}>
        {waiting.value ? said.waiting : said.submit}
      </button>
    </form>
  );
}
