import { signal } from "@preact/signals";
import { no_answer, session_api, type Problem } from "./api/client";
import type { Identity } from "./api/types";
import { forget_answers } from "./resource";

/** Who is signed in. The secret itself is in a cookie that no script can read; the pages know only the name. */
export type Session =
  | { state: "asking" }
  | { state: "signed_out"; ended: boolean } // ended: it was valid a moment ago
  | { state: "unreachable"; problem: Problem }
  | { state: "signed_in"; who: Identity };

export const session = signal<Session>({ state: "asking" });

export async function ask_session(): Promise<void> {
  session.value = { state: "asking" };
  const answer = await session_api.current();
  if (answer.ok) session.value = { state: "signed_in", who: answer.value };
  else if (answer.problem.status === 401) session.value = { state: "signed_out", ended: false };
  else session.value = { state: "unreachable", problem: answer.problem };
}

/** Null when it went well. The token is handed on to the server and kept nowhere. */
export async function sign_in(token: string): Promise<Problem | null> {
  const answer = await session_api.sign_in(token);
  if (!answer.ok) return answer.problem;
  await ask_session();
  return session.value.state === "signed_in" ? null : no_answer;
}

export async function sign_out(): Promise<Problem | null> {
  const answer = await session_api.sign_out();
  if (!answer.ok && answer.problem.status !== 401) return answer.problem; // still signed in: say so
  leave(false);
  return null;
}

/** The server no longer knows the session: nothing that was read stays on the screen. */
export function session_ended(): void {
  if (session.value.state === "signed_in") leave(true);
}

/** For lines that end without saying why. False, and signed out, only when the server says so. */
export async function still_signed_in(): Promise<boolean> {
  const answer = await session_api.current();
  if (answer.ok || answer.problem.status !== 401) return true;
  session_ended();
  return false;
}

function leave(ended: boolean): void {
  forget_answers();
  session.value = { state: "signed_out", ended };
}
