import type { Problem } from "./api/client";
import { provider_api } from "./api/provider";
import { language } from "./i18n/language";
import { replace_address } from "./navigation";

const wanted_page = "chuyen-can-wanted-page"; // the address behind #, which no provider brings back

/** Goes to the office's own sign-in. Null: the browser is on its way. */
export async function go_to_provider(): Promise<Problem | null> {
  const answer = await provider_api.begin(language.value);
  if (!answer.ok) return answer.problem;
  sessionStorage.setItem(wanted_page, location.hash);
  location.assign(answer.value.url);
  return null;
}

/** Ends a sign-in whose answer is in the address, and takes it out of there and of the history. Undefined: there is
 *  none. */
export async function come_back_from_provider(): Promise<Problem | null | undefined> {
  const said = new URLSearchParams(location.search);
  const state = said.get("state");
  if (state === null) return undefined;
  replace_address(location.pathname + (sessionStorage.getItem(wanted_page) ?? ""));
  sessionStorage.removeItem(wanted_page);
  const answer = await provider_api.finish(state, said.get("code") ?? "", language.value); // no code: the provider refused
  return answer.ok ? null : answer.problem;
}
