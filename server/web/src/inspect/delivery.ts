import { signal } from "@preact/signals";
import { inspections_api } from "../api/inspections";
import type { Problem } from "../api/client";
import { no_answer } from "../api/client";
import { language } from "../i18n/language";
import { batch_steps_max, next_batch, pause_ms } from "../model/inspect_queue";
import { look_at_session } from "../session";
import { keep_fates, keep_inspection, keep_list, steps_of } from "./store";

/** Why nothing goes at the moment; null: nothing is in the way. status 0: there is no network. */
export const obstacle = signal<Problem | null>(null);
export const sending = signal(false);

const looked_again_ms = 60_000; // what other inspectors say comes at least so often

/** Delivers what `owner` has written, in batches, until all of it is at the server; and brings back what stands there
 *  of the inspection that is open. Begins anew whenever it is nudged, a pause is over or the network is back. */
export class Delivery {
  private failures = 0;
  private running = false;
  private nudged = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly owner: string,
    private readonly file: string | null, // null: the list of inspections is on the screen
  ) {}

  open(): void {
    addEventListener("online", this.back);
    document.addEventListener("visibilitychange", this.seen);
    this.nudge();
  }
  close(): void {
    removeEventListener("online", this.back);
    document.removeEventListener("visibilitychange", this.seen);
    clearTimeout(this.timer);
    this.timer = undefined;
    this.closed = true;
  }
  private closed = false;

  /** Something was written, or the network may be back: try now. */
  nudge = (): void => {
    this.nudged = true;
    if (!this.running) void this.run();
  };
  private back = () => this.nudge();
  private seen = () => {
    if (document.visibilityState === "visible") this.nudge();
  };

  private async run(): Promise<void> {
    this.running = sending.value = true;
    clearTimeout(this.timer);
    while (this.nudged && !this.closed) {
      this.nudged = false;
      obstacle.value = await this.attempt();
      this.failures = obstacle.value ? this.failures + 1 : 0;
    }
    this.running = sending.value = false;
    if (!this.closed) this.timer = setTimeout(this.nudge, this.failures ? pause_ms(this.failures) : looked_again_ms);
  }

  /** Null: all is delivered and what the server says is kept here. */
  private async attempt(): Promise<Problem | null> {
    try {
      const who = await look_at_session();
      if (!who.ok) return who.problem;
      if (who.value.name !== this.owner) return { ...no_answer, status: 401 }; // somebody else signed in meanwhile
      return (await this.deliver()) ?? (await this.bring_back());
    } catch (error) {
      return { ...no_answer, status: -1, title: String(error) }; // the device itself refuses to keep anything
    }
  }

  private async deliver(): Promise<Problem | null> {
    let most = batch_steps_max;
    for (;;) {
      const batch = next_batch(await steps_of(this.owner), most);
      const [first] = batch;
      if (first === undefined) return null;
      const answer = await inspections_api.deliver(batch, language.peek());
      if (!answer.ok && is_unreadable(answer.problem) && batch.length > 1) {
        most = 1; // one of them is no step at all: it must not keep the others back
        continue;
      }
      if (!answer.ok && is_unreadable(answer.problem)) {
        await keep_fates(this.owner, [{ id: first.id, taken: false, title: answer.problem.title }]);
        continue;
      }
      if (!answer.ok) return answer.problem;
      const changed = await keep_fates(this.owner, answer.value.steps);
      if (changed === 0) return no_answer; // an answer that speaks of none of them is no answer
    }
  }

  private async bring_back(): Promise<Problem | null> {
    if (this.file === null) {
      const answer = await inspections_api.list();
      if (!answer.ok) return answer.problem;
      await keep_list(this.owner, answer.value.inspections);
      return null;
    }
    const delivered = (await steps_of(this.owner)).filter(({ file, state }) => file === this.file && state === "delivered");
    const answer = await inspections_api.open(this.file);
    if (!answer.ok) return answer.problem;
    await keep_inspection(this.owner, answer.value, Date.now(), delivered.map(({ id }) => id));
    return null;
  }
}

/** What was sent is not understood, now or ever: the clock of this device, for one, may be decades off. */
function is_unreadable({ status }: Problem): boolean {
  return status === 400 || status === 413 || status === 422;
}
