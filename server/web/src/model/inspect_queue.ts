import type { Observed, SentStep, StepFate } from "../api/inspections";

/** A step that this device keeps: until the server has it, and a list that shows it has come back. */
export interface KeptStep extends SentStep {
  owner: string; // login of who wrote it: in nobody else's name is it ever sent
  state: "waiting" | "delivered" | "refused";
  reason: string; // the server's sentence, of a refused one
}

export const batch_steps_max = 100; // of one request: half of what the server takes, a second on a thin line

const first_pause_ms = 2_000;
const pause_ms_max = 60_000; // a basement has no network for an hour; a minute later nobody waits for it
const second_ms = 1_000;

/** How long to wait after so many attempts that failed, one after the other. */
export function pause_ms(failures: number): number {
  return Math.min(first_pause_ms * 2 ** Math.max(0, failures - 1), pause_ms_max);
}

export function draw_id(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** When a word that is said at `now` counts as said: in a later second than the one before it, because the server
 *  orders one inspector's words by the second, and a clock may have been set back. */
export function at_after(before: number | null, now: number): number {
  return before === null ? now : Math.max(now, before + second_ms);
}

export interface Mark {
  staff_code: string;
  observed: Observed;
  paper?: string;
  note?: string;
}

/** A step that waits for the server. Fields that are empty are left out. */
export function new_step(owner: string, file: string, kind: SentStep["kind"], fields: Record<string, string>, at: number): KeptStep {
  const filled = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ""));
  return { id: draw_id(), owner, file, kind, at, fields: filled, state: "waiting", reason: "" };
}

export function mark_step(owner: string, file: string, mark: Mark, at: number): KeptStep {
  const { staff_code, observed, paper = "", note = "" } = mark;
  return new_step(owner, file, "marked", { staff_code, observed, paper, note }, at);
}

export const in_second = (at: number): number => Math.floor(at / second_ms);

/** Later by its time, of the same second by id: as the server orders them. */
export function last(steps: readonly KeptStep[]): KeptStep | null {
  const later = (a: KeptStep, b: KeptStep) => in_second(b.at) - in_second(a.at) || (b.id > a.id ? 1 : -1);
  return [...steps].sort(later)[0] ?? null;
}

/** What goes with the next request, in the order in which it was written. */
export function next_batch(steps: readonly KeptStep[], most = batch_steps_max): SentStep[] {
  return steps
    .filter(({ state }) => state === "waiting")
    .slice(0, most)
    .map(({ id, file, kind, at, fields }) => ({ id, file, kind, at, fields }));
}

/** What the server's answer makes of the kept steps: only those that it names change. */
export function settled(steps: readonly KeptStep[], fates: readonly StepFate[]): KeptStep[] {
  const by_id = new Map(fates.map((fate) => [fate.id, fate]));
  return steps.flatMap((step): KeptStep[] => {
    const fate = by_id.get(step.id);
    if (fate === undefined || step.state !== "waiting") return [];
    return [fate.taken ? { ...step, state: "delivered" } : { ...step, state: "refused", reason: fate.title }];
  });
}
