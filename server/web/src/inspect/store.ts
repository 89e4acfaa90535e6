import Dexie, { type Table } from "dexie";
import type { InspectionLine, OpenInspection, StepFate } from "../api/inspections";
import { settled, type KeptStep } from "../model/inspect_queue";

/** What an inspector's device keeps through a closed browser, an empty battery and hours without a network. Steps stay
 *  until the server has them; lists of people until somebody signs out. Each row belongs to a login. */

type NumberedStep = KeptStep & { no?: number }; // counts up: the order in which they were written
interface KeptList {
  owner: string;
  inspections: InspectionLine[];
}
interface KeptInspection {
  owner: string;
  file: string;
  at: number; // when it was read, by the clock of this device
  inspection: OpenInspection;
}

class Keeping extends Dexie {
  steps!: Table<NumberedStep, number>;
  lists!: Table<KeptList, string>;
  inspections!: Table<KeptInspection, [string, string]>;
  constructor() {
    // What is told to be kept must be on the disk, not on its way there.
    super("inspections", { chromeTransactionDurability: "strict" });
    this.version(1).stores({ steps: "++no, &id, owner", lists: "owner", inspections: "[owner+file], owner" });
  }
}

const kept = new Keeping();

export const steps_of = (owner: string): Promise<KeptStep[]> => kept.steps.where("owner").equals(owner).sortBy("no");
export const list_of = (owner: string): Promise<KeptList | undefined> => kept.lists.get(owner);
export const inspection_of = (owner: string, file: string): Promise<KeptInspection | undefined> => kept.inspections.get([owner, file]);

/** Resolves when they are on the disk: all of them, or none. */
export async function keep_steps(steps: readonly KeptStep[]): Promise<void> {
  await kept.transaction("rw", kept.steps, () => kept.steps.bulkAdd([...steps]));
}

export async function keep_list(owner: string, inspections: InspectionLine[]): Promise<void> {
  await kept.transaction("rw", kept.lists, kept.inspections, async () => {
    await forget_lists_of_others(owner);
    await kept.lists.put({ owner, inspections });
  });
}

/** Of whoever inspected on this device before, no list stays. */
async function forget_lists_of_others(owner: string): Promise<void> {
  await kept.lists.where("owner").notEqual(owner).delete();
  await kept.inspections.where("owner").notEqual(owner).delete();
}

/** Keeps the list of people as the server has it now. Of my steps it shows `shown`; they need not be kept here. */
export async function keep_inspection(owner: string, inspection: OpenInspection, at: number, shown: readonly string[]): Promise<void> {
  await kept.transaction("rw", kept.tables, async () => {
    await forget_lists_of_others(owner);
    await kept.inspections.put({ owner, file: inspection.file, at, inspection });
    await kept.steps.where("id").anyOf([...shown]).delete();
  });
}

export async function keep_fates(owner: string, fates: readonly StepFate[]): Promise<number> {
  return kept.transaction("rw", kept.steps, async () => {
    const changed = settled(await steps_of(owner), fates);
    await kept.steps.bulkPut(changed);
    return changed.length;
  });
}

/** A refused step goes again, or is given up by whose it is. */
export async function send_again(id: string): Promise<void> {
  await kept.steps.where("id").equals(id).modify({ state: "waiting", reason: "" });
}
export async function give_up(id: string): Promise<void> {
  await kept.steps.where("id").equals(id).delete();
}

/** Who was the last to inspect on this device; null: nobody since somebody signed out. */
export async function last_owner(): Promise<string | null> {
  const known = (await kept.lists.toCollection().first()) ?? (await kept.inspections.toCollection().first());
  return known?.owner ?? null;
}

export const unsent_count = (): Promise<number> => kept.steps.filter(({ state }) => state !== "delivered").count();

/** Steps of other logins that wait here until these sign in again. */
export async function unsent_of_others(owner: string): Promise<number> {
  return kept.steps.where("owner").notEqual(owner).filter(({ state }) => state !== "delivered").count();
}

/** Takes away who was inspected, and what is delivered. What is not delivered stays until its author is back. */
export async function forget(): Promise<void> {
  await kept.transaction("rw", kept.tables, async () => {
    await kept.lists.clear();
    await kept.inspections.clear();
    await kept.steps.filter(({ state }) => state === "delivered").delete();
  });
}
