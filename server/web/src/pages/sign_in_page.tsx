import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Problem } from "../api/client";
import { provider_api } from "../api/provider";
import { problems } from "../api/second_factor";
import { Field, FormEnd, useForm, type Fault } from "../components/form";
import { Heading } from "../components/heading";
import { Code } from "../components/second_factor";
import { refusal } from "../i18n/explanation";
import { language, words } from "../i18n/language";
import { go_to_provider } from "../provider";
import { sign_in, type WhySignedOut } from "../session";

const token_chars_max = 512; // a token has 64; a pasted page is not sent

interface Props {
  why: WhySignedOut;
  name: string;
  problem?: Problem | undefined; // of the office's own sign-in
}

/** By name and password; with the office's account where the server knows its provider; by a token on a server that has
 *  no logins yet. */
export function SignInPage({ why, name, problem }: Props) {
  const said = words.value.sign_in;
  const by_token = useSignal(false);
  return (
    <div class="small-form">
      <Heading title={said.title} />
      {problem ? (
        <p role="alert" class="error">
          {refusal(problem, words.value, language.value)}
        </p>
      ) : (
        why !== "left" && why !== "provider" && <p role="status">{said[why]}</p>
      )}
      {by_token.value ? <ByToken /> : <ByName name={name} />}
      <ByProvider />
      <button type="button" class="plain" onClick={() => (by_token.value = !by_token.value)}>
        {by_token.value ? said.by_name : said.by_token}
      </button>
    </div>
  );
}

/** The second step keeps what was typed in the first in the page's memory, and asks again with all three. */
function ByName({ name }: { name: string }) {
  const first = useSignal<{ name: string; password: string } | null>(null);
  if (first.value === null) return <Password name={name} code_needed={(typed) => (first.value = typed)} />;
  return <SecondStep {...first.value} back={() => (first.value = null)} />;
}

interface PasswordProps {
  name: string;
  code_needed: (typed: { name: string; password: string }) => void;
}

function Password({ name, code_needed }: PasswordProps) {
  const said = words.value.sign_in;
  const form = useForm(async (value): Promise<Fault | null> => {
    const typed = value("name").trim().toLowerCase(); // names have small letters; a phone begins with a capital
    const password = value("password");
    if (!typed) return { text: said.no_name, field: "name" };
    if (!password) return { text: said.no_password, field: "password" };
    const problem = await sign_in({ name: typed, password, code: "" });
    if (!problem) return null;
    if (problem.type === problems.code_needed) {
      code_needed({ name: typed, password });
      return null;
    }
    if (problem.status === 401) return { text: said.refused, field: "password", clear: true };
    return { text: refusal(problem, words.value, language.value), field: "password" };
  });
  return (
    <form onSubmit={form.submit} noValidate>
      <Field form={form} name="name" label={said.name} value={name} autocomplete="username" chars_max={64} />
      <Field form={form} name="password" label={said.password} type="password" autocomplete="current-password" />
      <FormEnd form={form} text={said.submit} waiting={said.waiting} />
      <p class="soft">{said.help}</p>
    </form>
  );
}

function SecondStep({ name, password, back }: { name: string; password: string; back: () => void }) {
  const said = words.value;
  const form = useForm(async (value): Promise<Fault | null> => {
    const code = value("code");
    if (!code) return { text: said.second_factor.no_code, field: "code" };
    const problem = await sign_in({ name, password, code });
    if (!problem) return null;
    if (problem.type === problems.code_wrong) return { text: said.second_factor.wrong_code, field: "code", clear: true };
    if (problem.status === 401) back(); // the password was changed meanwhile
    return { text: refusal(problem, said, language.value), field: "code" };
  });
  return (
    <form onSubmit={form.submit} noValidate>
      <p>{said.second_factor.second_step(name)}</p>
      <Code form={form} hint={said.second_factor.code_hint} focused />
      <FormEnd form={form} text={said.sign_in.submit} waiting={said.sign_in.waiting} />
      <button type="button" class="plain" onClick={back}>
        {said.second_factor.other_name}
      </button>
    </form>
  );
}

/** Nothing where the server knows no provider, or cannot be asked. */
function ByProvider() {
  const said = words.value.sign_in;
  const there = useSignal(false);
  useEffect(() => {
    void provider_api.ways().then((answer) => (there.value = answer.ok && answer.value.provider));
  }, []);
  const form = useForm(async (): Promise<Fault | null> => {
    const problem = await go_to_provider();
    return problem ? { text: refusal(problem, words.value, language.value) } : null;
  });
  if (!there.value) return null;
  return (
    <form onSubmit={form.submit} class="other-way">
      <p class="error" role="alert">
        {form.fault?.text}
      </p>
      <button type="submit" disabled={form.waiting}>
        {said.by_provider}
      </button>
    </form>
  );
}

function ByToken() {
  const said = words.value.sign_in;
  const form = useForm(async (value): Promise<Fault | null> => {
    const token = value("token").trim();
    if (!token) return { text: said.no_token, field: "token" };
    const problem = await sign_in({ token });
    if (!problem) return null;
    const refused = problem.status >= 400 && problem.status < 500 && problem.status !== 429;
    const text = refused ? said.token_refused : refusal(problem, words.value, language.value);
    return { text, field: "token", clear: true };
  });
  return (
    <form onSubmit={form.submit} noValidate>
      <Field form={form} name="token" label={said.token} type="password" hint={said.hint} chars_max={token_chars_max} />
      <FormEnd form={form} text={said.submit} waiting={said.waiting} />
    </form>
  );
}
