import { signal, type ReadonlySignal, type Signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { call, type Problem } from "./api/client";
import { problems } from "./api/second_factor";

/** A question's last answer, and what went wrong since. Both can hold: old figures under a notice. */
export interface Resource<T> {
  value: T | null;
  problem: Problem | null;
  loading: boolean;
}

const answers_max = 40; // a month's tables that were opened one after the other; a few MB at most
const answers = new Map<string, Signal<Resource<unknown>>>();
let on_unauthorized: (problem: Problem) => void = () => {};

/** Who is told when the server answers that this session may ask nothing, or nothing before a second factor is set up.
 *  Set once by main. */
export function when_unauthorized(action: (problem: Problem) => void): void {
  on_unauthorized = action;
}

/** Answers `path`, at once from memory where it was asked before (so that Back shows what was there), and asks again
 *  on every visit. */
export function useResource<T>(path: string): ReadonlySignal<Resource<T>> {
  const held = hold<T>(path);
  useEffect(() => {
    void refresh(path, held);
  }, [path]);
  return held;
}

export function retry(path: string): void {
  void refresh(path, hold(path));
}

export function forget_answers(): void {
  answers.clear();
}

function hold<T>(path: string): Signal<Resource<T>> {
  const known = answers.get(path) as Signal<Resource<T>> | undefined;
  const held = known ?? signal<Resource<T>>({ value: null, problem: null, loading: true });
  answers.delete(path); // put at the end: the one not seen for longest goes first
  answers.set(path, held as Signal<Resource<unknown>>);
  if (answers.size > answers_max) answers.delete(answers.keys().next().value as string);
  return held;
}

async function refresh<T>(path: string, held: Signal<Resource<T>>): Promise<void> {
  held.value = { ...held.value, loading: true };
  const answer = await call<T>(path);
  if (answer.ok) {
    held.value = { value: answer.value, problem: null, loading: false };
    return;
  }
  const { status } = answer.problem;
  const may_still_see = status !== 401 && status !== 403 && status !== 404;
  held.value = { value: may_still_see ? held.value.value : null, problem: answer.problem, loading: false };
  if (status === 401 || answer.problem.type === problems.enrol_first) on_unauthorized(answer.problem);
}
