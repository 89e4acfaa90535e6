import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Problem } from "../api/client";
import { problems, second_factor_api, type Offer, type SecondFactor as State } from "../api/second_factor";
import { refusal } from "../i18n/explanation";
import { language, words } from "../i18n/language";
import { format_number } from "../format";
import { ask_session, session_ended } from "../session";
import { Field, FormEnd, useForm, type Fault } from "./form";
import { Notice } from "./notice";
import { QrPicture } from "./qr_picture";
import { RecoveryCodes } from "./recovery_codes";
import { Waiting } from "./waiting";

type Step = { at: "start" } | { at: "password" } | { at: "app"; offer: Offer } | { at: "codes"; codes: string[] };

/** Setting up the second factor of who is signed in: the password once more, the app, a first code, recovery codes. */
export function SecondFactor() {
  const state = useSignal<State | Problem | null>(null);
  const step = useSignal<Step>({ at: "start" });
  const ask = async () => {
    const answer = await second_factor_api.state();
    state.value = answer.ok ? answer.value : answer.problem;
  };
  useEffect(() => void ask(), []);
  const { value: known } = state;
  if (known === null) return <Waiting />;
  if ("status" in known) return <Notice problem={known} retry={() => void ask()} />;
  const now = step.value;
  switch (now.at) {
    case "start":
      return <Start known={known} begin={() => (step.value = { at: "password" })} />;
    case "password":
      return <Password enrolled={known.enrolled} offered={(offer) => (step.value = { at: "app", offer })} />;
    case "app":
      return (
        <App
          offer={now.offer}
          again={() => (step.value = { at: "password" })}
          confirmed={(codes) => (step.value = { at: "codes", codes })}
        />
      );
    case "codes": {
      const finish = async () => {
        await Promise.all([ask(), ask_session()]); // the way to all pages may be open now
        step.value = { at: "start" };
      };
      return <RecoveryCodes codes={now.codes} done={() => void finish()} />;
    }
  }
}

function Start({ known, begin }: { known: State; begin: () => void }) {
  const said = words.value.second_factor;
  const { enrolled, recovery_codes } = known;
  return (
    <>
      <p>{enrolled ? said.on(format_number(recovery_codes, language.value)) : said.off}</p>
      <button type="button" class="main-button" onClick={begin}>
        {enrolled ? said.change : said.set_up}
      </button>
    </>
  );
}

function Password({ enrolled, offered }: { enrolled: boolean; offered: (offer: Offer) => void }) {
  const said = words.value;
  const form = useForm(async (value): Promise<Fault | null> => {
    if (!value("password")) return { text: said.password.no_old, field: "password" };
    if (enrolled && !value("code")) return { text: said.second_factor.no_code, field: "code" };
    const answer = await second_factor_api.begin(value("password"), value("code"), language.value);
    if (answer.ok) {
      offered(answer.value);
      return null;
    }
    const { problem } = answer;
    if (problem.type === problems.wrong_password) return { text: said.password.wrong_old, field: "password", clear: true };
    if (problem.type === problems.code_wrong) return { text: said.second_factor.wrong_code, field: "code", clear: true };
    if (problem.status === 401) session_ended();
    return { text: refusal(problem, said, language.value), field: "password" };
  });
  return (
    <form onSubmit={form.submit} noValidate>
      <Field form={form} name="password" label={said.password.old} type="password" autocomplete="current-password" focused />
      {enrolled && <Code form={form} hint={said.second_factor.old_code_hint} />}
      <FormEnd form={form} text={said.second_factor.go_on} waiting={said.sign_in.waiting} />
    </form>
  );
}

function App({ offer, again, confirmed }: { offer: Offer; again: () => void; confirmed: (codes: string[]) => void }) {
  const said = words.value.second_factor;
  const form = useForm(async (value): Promise<Fault | null> => {
    if (!value("code")) return { text: said.no_code, field: "code" };
    const answer = await second_factor_api.confirm(offer.offer, value("code"), language.value);
    if (answer.ok) {
      confirmed(answer.value.recovery_codes);
      return null;
    }
    if (answer.problem.status === 409) again();
    if (answer.problem.status === 401) session_ended();
    return { text: refusal(answer.problem, words.value, language.value), field: "code" };
  });
  return (
    <form onSubmit={form.submit} noValidate>
      <ol class="steps">
        <li>{said.scan}</li>
        <li>{said.then_code}</li>
      </ol>
      <QrPicture picture={offer.picture} label={said.picture} />
      <p class="soft">
        {said.or_type} <a href={offer.uri}>{said.open_app}</a>
      </p>
      <p class="secret">{offer.secret}</p>
      <Code form={form} />
      <FormEnd form={form} text={said.confirm} waiting={words.value.sign_in.waiting} />
    </form>
  );
}

/** Six digits, or a recovery code where the hint says so. */
export function Code({ form, hint, focused }: { form: ReturnType<typeof useForm>; hint?: string; focused?: boolean }) {
  const said = words.value.second_factor;
  return <Field form={form} name="code" label={said.code} hint={hint} autocomplete="one-time-code" chars_max={64} focused={focused} />;
}
