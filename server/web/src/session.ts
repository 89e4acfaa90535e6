import { computed, signal } from "@preact/signals";
import { no_answer, session_api, type Answer, type Credentials, type Problem } from "./api/client";
import type { Identity } from "./api/types";
import { today } from "./format";
import { forget_kept } from "./kept_here";
import { no_powers, powers_of, type Powers } from "./model/roles";
import { come_back_from_provider } from "./provider";
import { forget_answers } from "./resource";

/** Who is signed in. The secret itself is in a cookie that no script can read; the pages know only the name. */
export type Session =
  | { state: "asking" }
  | { state: "signed_out"; why: WhySignedOut; name: string; problem?: Problem } // name: to begin the next sign-in with
  | { state: "unreachable"; problem: Problem }
  | { state: "signed_in"; who: Identity; powers: Powers };

/** ended: it was valid a moment ago. provider: the office's own sign-in did not succeed, for `problem`. */
export type WhySignedOut = "left" | "ended" | "password_set" | "provider";

export const session = signal<Session>({ state: "asking" });
export const powers = computed<Powers>(() => (session.value.state === "signed_in" ? session.value.powers : no_powers));

/** The first question of a page that was opened, perhaps by the office's own sign-in. */
export async function begin_session(): Promise<void> {
  const problem = await come_back_from_provider();
  if (problem) session.value = { state: "signed_out", why: "provider", name: "", problem };
  else await ask_session();
}

export async function ask_session(): Promise<void> {
  session.value = { state: "asking" };
  const answer = await session_api.current();
  if (answer.ok) {
    session.value = { state: "signed_in", who: answer.value, powers: powers_of(answer.value, today()) };
  } else if (answer.problem.status === 401) {
    session.value = { state: "signed_out", why: "left", name: "" };
  } else {
    session.value = { state: "unreachable", problem: answer.problem };
  }
}

/** The same without a moment in which nobody is known, for a page that goes on without a network: whoever is signed
 *  in becomes known, and nothing else changes. */
export async function look_at_session(): Promise<Answer<Identity>> {
  const answer = await session_api.current();
  const now = session.peek();
  if (answer.ok && now.state !== "signed_in") {
    session.value = { state: "signed_in", who: answer.value, powers: powers_of(answer.value, today()) };
  }
  return answer;
}

/** To the form, for who learnt that their session is over and went on without it. */
export function sign_in_again(): void {
  leave("ended");
}

/** Null when it went well. Secrets are handed on to the server and kept nowhere. */
export async function sign_in(credentials: Credentials): Promise<Problem | null> {
  const answer = await session_api.sign_in(credentials);
  if (!answer.ok) return answer.problem;
  await ask_session();
  return session.value.state === "signed_in" ? null : no_answer;
}

export async function sign_out(): Promise<Problem | null> {
  const answer = await session_api.sign_out();
  if (!answer.ok && answer.problem.status !== 401) return answer.problem; // still signed in: say so
  leave("left");
  return null;
}

/** The server no longer knows the session: nothing that was read stays on the screen. */
export function session_ended(): void {
  if (session.value.state === "signed_in") leave("ended");
}

/** To the sign-in of `name`, who has just set a password. Whoever was signed in here is so no longer. */
export async function begin_as(name: string): Promise<void> {
  if (session.value.state === "signed_in") await session_api.sign_out();
  leave("password_set", name);
}

/** For lines that end without saying why. False, and signed out, only when the server says so. */
export async function still_signed_in(): Promise<boolean> {
  const answer = await session_api.current();
  if (answer.ok || answer.problem.status !== 401) return true;
  session_ended();
  return false;
}

function leave(why: WhySignedOut, name = ""): void {
  forget_answers();
  if (why !== "ended") void forget_kept();
  session.value = { state: "signed_out", why, name };
}
