import { call, send, with_query } from "./client";

const path = "/session/provider";

/** Signing in with the office's account, at its OpenID provider. */
export const provider_api = {
  ways: () => call<{ provider: boolean }>("/sign-in"),
  begin: (lang: string) => send<{ url: string }>("POST", with_query(path, { lang }), {}),
  finish: (state: string, code: string, lang: string) => send<void>("PUT", with_query(path, { lang }), { state, code }),
};
