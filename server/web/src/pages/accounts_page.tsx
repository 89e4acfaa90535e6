import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { logins_api, logins_page_max, logins_path, type Logins } from "../api/logins";
import type { Invitation, Login } from "../api/types";
import type { Fault } from "../components/form";
import { Heading } from "../components/heading";
import { InvitationLink } from "../components/invitation_link";
import { Loaded } from "../components/loaded";
import { Confirm } from "../components/confirm";
import { AddLogin, EditGrants } from "../components/login_dialogs";
import { LoginTable } from "../components/login_table";
import { SearchInput } from "../components/search_input";
import { refusal } from "../i18n/explanation";
import { language, words } from "../i18n/language";
import { retry } from "../resource";
import { session } from "../session";

const typing_pause_ms = 250; // a search is asked when the typing rests

type Open =
  | { dialog: "add" }
  | { dialog: "roles" | "invite" | "reset" | "disable"; login: Login }
  | { dialog: "link"; invitation: Invitation };

/** Who may sign in, and with which roles. */
export function AccountsPage() {
  const said = words.value.accounts;
  const open = useSignal<Open | null>(null);
  const begins = useSignal("");
  const after = useSignal(""); // the last name of the page before
  const path = logins_path(begins.value, after.value);
  return (
    <>
      <Heading title={said.title} about={said.about}>
        <button type="button" class="main-button" onClick={() => (open.value = { dialog: "add" })}>
          {said.add}
        </button>
      </Heading>
      <Search
        search={(text) => {
          if (text === begins.value) return; // a second timer of the same words must not turn back the page
          begins.value = text;
          after.value = "";
        }}
      />
      <Loaded<Logins> path={path}>
        {({ logins }) => (
          <>
            {logins.length === 0 ? (
              <p class="empty">{begins.value || after.value ? said.none_found : said.none}</p>
            ) : (
              <LoginTable logins={logins} own={own_name()} act={(dialog, login) => (open.value = { dialog, login })} />
            )}
            <div class="more tools">
              {after.value && (
                <button type="button" onClick={() => (after.value = "")}>
                  {said.first_page}
                </button>
              )}
              {logins.length === logins_page_max && (
                <button type="button" onClick={() => (after.value = logins[logins.length - 1]!.name)}>
                  {said.next_page}
                </button>
              )}
            </div>
          </>
        )}
      </Loaded>
      <Opened
        open={open.value}
        show={(next) => {
          open.value = next;
          if (next === null || next.dialog === "link") retry(path);
        }}
      />
    </>
  );
}

function Search({ search }: { search: (text: string) => void }) {
  const said = words.value.accounts;
  const typed = useSignal("");
  useEffect(() => {
    const timer = setTimeout(() => search(typed.value.trim()), typing_pause_ms);
    return () => clearTimeout(timer);
  }, [typed.value]);
  return (
    <div class="search">
      <SearchInput typed={typed} label={said.search} />
    </div>
  );
}

/** What is being done, one at a time. */
function Opened({ open, show }: { open: Open | null; show: (next: Open | null) => void }) {
  const said = words.value.accounts;
  const close = () => show(null);
  if (open === null) return null;
  switch (open.dialog) {
    case "add":
      return <AddLogin close={close} added={(invitation) => show({ dialog: "link", invitation })} />;
    case "link":
      return <InvitationLink invitation={open.invitation} close={close} />;
    case "roles":
      return <EditGrants login={open.login} close={close} changed={close} />;
    case "invite": {
      const { name } = open.login;
      const invite = async (): Promise<Fault | null> => {
        const answer = await logins_api.invite(name, language.value);
        if (answer.ok) show({ dialog: "link", invitation: answer.value });
        return answer.ok ? null : { text: refusal(answer.problem, words.value, language.value) };
      };
      return (
        <Confirm title={said.invite_title(name)} text={said.invite_text} submit={said.invite_submit} act={invite} close={close} />
      );
    }
    case "reset": {
      const { name } = open.login;
      const reset = async (): Promise<Fault | null> => {
        const answer = await logins_api.reset_second_factor(name, language.value);
        if (answer.ok) close();
        return answer.ok ? null : { text: refusal(answer.problem, words.value, language.value) };
      };
      return <Confirm title={said.reset_title(name)} text={said.reset_text} submit={said.reset} act={reset} close={close} />;
    }
    case "disable": {
      const { name } = open.login;
      const disable = async (): Promise<Fault | null> => {
        const answer = await logins_api.disable(name, language.value);
        if (answer.ok) close();
        return answer.ok ? null : { text: refusal(answer.problem, words.value, language.value) };
      };
      return (
        <Confirm title={said.disable_title(name)} text={said.disable_text} submit={said.disable_submit} act={disable} close={close} />
      );
    }
  }
}

function own_name(): string {
  return session.value.state === "signed_in" ? session.value.who.name : "";
}
