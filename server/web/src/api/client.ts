import type { Identity, Months, PeopleReport, PersonReport, UnitReport, Why } from "./types";

/** What the server (RFC 9457) or the line said when a request did not succeed. status 0: no answer. */
export interface Problem {
  status: number;
  type: string;
  title: string;
  detail: string;
}

export type Answer<T> = { ok: true; value: T } | { ok: false; problem: Problem };

const base = "/api/v1";
const answer_wait_ms = 20_000; // a month of a province takes a second; longer is a dead line

/** Never throws: a broken line is a Problem with status 0. */
export async function call<T>(path: string, init: RequestInit = {}): Promise<Answer<T>> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), answer_wait_ms);
  try {
    const response = await fetch(base + path, {
      credentials: "same-origin",
      cache: "no-store",
      signal: stop.signal,
      ...init,
    });
    if (!response.ok) return { ok: false, problem: await read_problem(response) };
    const value = response.status === 204 ? undefined : await response.json();
    return { ok: true, value: value as T };
  } catch {
    return { ok: false, problem: no_answer };
  } finally {
    clearTimeout(timer);
  }
}

export const no_answer: Problem = { status: 0, type: "no-answer", title: "", detail: "" };

async function read_problem(response: Response): Promise<Problem> {
  let body: Partial<Problem> = {};
  try {
    const parsed: unknown = await response.json();
    if (typeof parsed === "object" && parsed !== null) body = parsed as Partial<Problem>;
  } catch {
    // A proxy's own page is no problem document; the status says enough.
  }
  return {
    status: response.status,
    type: String(body.type ?? "about:blank"),
    title: String(body.title ?? ""),
    detail: String(body.detail ?? ""),
  };
}

/** Puts only the parameters that have a value. */
export function with_query(path: string, params: Record<string, string | undefined>): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(params)) if (value) query.set(key, value);
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

/** One typed line per question. A path of reports doubles as the key of its cached answer. */
export const paths = {
  months: () => "/months",
  units: (month: string, lang: string) => with_query("/reports/units", { month, lang }),
  units_csv: (month: string, count: string) =>
    base + with_query("/reports/units", { month, count, format: "csv" }),
  people: (month: string, unit: string, count: string, lang: string) =>
    with_query("/reports/people", { month, unit, count, lang }),
  person: (staff: string, month: string, lang: string) =>
    with_query("/reports/person", { staff, month, lang }),
  why: (staff: string, date: string, lang: string) => with_query("/why", { staff, date, lang }),
  live: () => `${base}/live`,
};

export interface Answers {
  months: Months;
  units: UnitReport;
  people: PeopleReport;
  person: PersonReport;
  why: Why;
}

export const session_api = {
  current: () => call<Identity>("/session"),
  sign_in: (token: string) =>
    call<void>("/session", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ token }),
    }),
  sign_out: () => call<void>("/session", { method: "DELETE" }),
};
