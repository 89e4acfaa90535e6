import type { Login } from "../api/types";
import { grant_words } from "../i18n/grant_words";
import { language, words } from "../i18n/language";
import { capital } from "./session_list";

export type LoginAction = "roles" | "invite" | "reset" | "disable";

interface Props {
  logins: Login[];
  own: string; // nobody disables the login that they use
  act: (action: LoginAction, login: Login) => void;
}

/** Logins by name, what they may do, and what can be done about them. */
export function LoginTable({ logins, own, act }: Props) {
  const said = words.value;
  return (
    <table role="table" class="report logins">
      <caption class="unseen">{said.nav.accounts}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col" class="name">{said.sign_in.name}</th>
          <th role="columnheader" scope="col">{said.accounts.staff_code}</th>
          <th role="columnheader" scope="col">{said.accounts.roles}</th>
          <th role="columnheader" scope="col">{said.accounts.state}</th>
          <th role="columnheader" scope="col">{said.accounts.actions}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {logins.map((login) => (
          <tr key={login.name} role="row">
            <th role="rowheader" scope="row" class="name">{login.name}</th>
            <td role="cell" class="code">{login.staff_code}</td>
            <td role="cell" class="given">
              <Given login={login} />
            </td>
            <td role="cell" class={`login-${login.state}`}>
              {said.accounts.states[login.state]}
              {login.second_factor && <span class="soft">, {said.accounts.has_second_factor}</span>}
            </td>
            <td role="cell" class="actions">
              {login.state !== "disabled" && <Actions login={login} own={own} act={act} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Given({ login }: { login: Login }) {
  const said = words.value;
  if (login.grants.length === 0) return <span class="soft">{said.accounts.no_roles}</span>;
  return (
    <ul>
      {login.grants.map((grant, place) => (
        <li key={place}>{capital(grant_words(grant, said, language.value))}</li>
      ))}
    </ul>
  );
}

function Actions({ login, own, act }: { login: Login } & Omit<Props, "logins">) {
  const said = words.value.accounts;
  const button = (action: LoginAction, text: string) => (
    <button type="button" class="plain" aria-label={`${text}: ${login.name}`} onClick={() => act(action, login)}>
      {text}
    </button>
  );
  return (
    <>
      {button("roles", said.edit_roles)}
      {button("invite", said.invite_again)}
      {login.second_factor && button("reset", said.reset)}
      {login.name !== own && button("disable", said.disable)}
    </>
  );
}
