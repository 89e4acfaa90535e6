import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { password_api, type Problem } from "../api/client";
import { Field, FormEnd, useForm, type Fault } from "../components/form";
import { Heading } from "../components/heading";
import { new_password_fault, NewPassword } from "../components/new_password";
import { Notice } from "../components/notice";
import { Waiting } from "../components/waiting";
import { refusal } from "../i18n/explanation";
import { language, words } from "../i18n/language";
import { replace_address } from "../navigation";
import { href } from "../route";
import { begin_as } from "../session";

type Invitation = { state: "asking" } | { state: "over" } | { state: "problem"; problem: Problem } | { state: "open"; name: string };

const home = href({ page: "home" });

/** Where somebody who was invited sets a password. Opens for whoever holds the link, signed in or not. */
export function InvitationPage({ token }: { token: string }) {
  const invitation = useSignal<Invitation>({ state: "asking" });
  const ask = async () => {
    invitation.value = { state: "asking" };
    const answer = await password_api.whose_invitation(token);
    if (answer.ok) invitation.value = { state: "open", name: answer.value.name };
    else if (answer.problem.status === 404) invitation.value = { state: "over" };
    else invitation.value = { state: "problem", problem: answer.problem };
  };
  useEffect(() => void ask(), [token]);

  const now = invitation.value;
  return (
    <div class="small-form">
      {now.state === "over" ? <Over /> : <Heading title={words.value.invitation.title} />}
      {now.state === "asking" && <Waiting />}
      {now.state === "problem" && <Notice problem={now.problem} retry={() => void ask()} />}
      {now.state === "open" && (
        <SetPassword token={token} name={now.name} over={() => (invitation.value = { state: "over" })} />
      )}
    </div>
  );
}

function SetPassword({ token, name, over }: { token: string; name: string; over: () => void }) {
  const said = words.value;
  const form = useForm(async (value): Promise<Fault | null> => {
    const fault = new_password_fault(value);
    if (fault) return fault;
    const answer = await password_api.answer_invitation(token, value("new"), language.value);
    if (answer.ok) {
      await begin_as(answer.value.name);
      replace_address(home); // the link is used up: it stays in no history
      return null;
    }
    if (answer.problem.status === 404) over();
    return { text: refusal(answer.problem, words.value, language.value), field: "new" };
  });
  return (
    <form onSubmit={form.submit} noValidate>
      <p class="soft">{said.invitation.about}</p>
      <Field form={form} name="name" label={said.sign_in.name} value={name} autocomplete="username" readonly />
      <NewPassword form={form} />
      <FormEnd form={form} text={said.invitation.submit} waiting={said.password.saving} />
    </form>
  );
}

function Over() {
  const said = words.value.invitation;
  return (
    <>
      <Heading title={said.over_title} />
      <p>{said.over}</p>
      <p>
        <a href={home}>{said.to_sign_in}</a>
      </p>
    </>
  );
}
