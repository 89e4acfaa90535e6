import { send, with_query } from "./client";
import type { Grant, Invitation, Login } from "./types";

export interface Logins {
  logins: Login[];
}

export const logins_page_max = 200; // as many as one answer holds

/** Names, or staff codes, that begin with `begins`; those after the name `after`. */
export const logins_path = (begins: string, after: string): string => with_query("/logins", { begins, after });

const of = (name: string): string => `/logins/${encodeURIComponent(name)}`;

/** What an administrator does to logins. Refusals come as sentences in `lang`. */
export const logins_api = {
  add: (login: { name: string; staff_code: string; grants: Grant[] }, lang: string) =>
    send<Invitation>("POST", with_query("/logins", { lang }), login),
  invite: (name: string, lang: string) => send<Invitation>("POST", with_query(`${of(name)}/invitation`, { lang })),
  set_grants: (name: string, grants: Grant[], lang: string) =>
    send<void>("PUT", with_query(`${of(name)}/grants`, { lang }), { grants }),
  reset_second_factor: (name: string, lang: string) => send<void>("DELETE", with_query(`${of(name)}/second-factor`, { lang })),
  disable: (name: string, lang: string) => send<void>("DELETE", with_query(of(name), { lang })),
};
