import type { Identity, Months, PeopleReport, PersonReport, UnitReport, Why } from "./types";

/** What the server (RFC 9457) or the line said when a request did not succeed. status 0: no answer. */
export interface Problem {
  status: number;
  type: string;
  title: string;
  detail: string;
  wait_s: number; // from Retry-After; 0: nothing was said
  errors: RowError[]; // of a file or a form that was not taken
  error_count: number; // those too that are not listed
}

/** What is wrong with one cell: line 0 is the file as a whole, column "" the row. Row n of a form, from 0, is line n + 2. */
export interface RowError {
  line: number;
  column: string;
  value: string;
  message: string;
  place?: string; // of a workbook: "Danh sách!C7"
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

/** Hands something to the server. `path` names the language where the answer can be a sentence. */
export function send<T>(method: "POST" | "PUT" | "DELETE", path: string, body?: object): Promise<Answer<T>> {
  if (body === undefined) return call<T>(path, { method });
  return call<T>(path, { method, headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
}

export const no_answer: Problem = { status: 0, type: "no-answer", title: "", detail: "", wait_s: 0, errors: [], error_count: 0 };

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
    wait_s: Number(response.headers.get("Retry-After")) || 0,
    errors: Array.isArray(body.errors) ? body.errors : [],
    error_count: Number(body.error_count) || 0,
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
  /** Of one unit with all below it. */
  units_of: (month: string, unit: string, lang: string) => with_query("/reports/units", { month, unit, lang }),
  units_csv: (month: string, count: string) =>
    base + with_query("/reports/units", { month, count, format: "csv" }),
  people: (month: string, unit: string, count: string, lang: string) =>
    with_query("/reports/people", { month, unit, count, lang }),
  days: (month: string, unit: string, count: string) => with_query("/reports/days", { month, unit, count }),
  person: (staff: string, month: string, lang: string) =>
    with_query("/reports/person", { staff, month, lang }),
  leave: (staff: string, year: string, lang: string) => with_query("/reports/leave", { staff, year, lang }),
  why: (staff: string, date: string, lang: string) => with_query("/why", { staff, date, lang }),
  live: () => `${base}/live`,
  live_cards: () => `${base}/live/temporary-cards`,
  live_inspections: () => `${base}/live/inspections`,
};

export interface Answers {
  months: Months;
  units: UnitReport;
  people: PeopleReport;
  person: PersonReport;
  why: Why;
}

/** What somebody signs in with. */
export type Credentials = { name: string; password: string; code: string } | { token: string };

export const session_api = {
  current: () => call<Identity>("/session"),
  sign_in: (credentials: Credentials) => send<void>("POST", "/session", credentials),
  sign_out: () => send<void>("DELETE", "/session"),
};

/** What people do about their own password. The problems of a password come as sentences in `lang`. */
export const password_api = {
  whose_invitation: (token: string) => send<{ name: string }>("POST", "/invitation", { token }),
  answer_invitation: (token: string, password: string, lang: string) =>
    send<{ name: string }>("POST", with_query("/password", { lang }), { token, password }),
  change: (old_password: string, new_password: string, lang: string) =>
    send<void>("PUT", with_query("/session/password", { lang }), { old: old_password, new: new_password }),
};
