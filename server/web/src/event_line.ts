import { signal, type ReadonlySignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { paths } from "./api/client";
import { still_signed_in } from "./session";

/** Who passes the door and what waits; only that the box of temporary cards changed; or only that a file of inspection
 *  did, of those that the reader may know of. */
export type Topic = "people" | "cards" | "inspections";
const topic_paths = { people: paths.live, cards: paths.live_cards, inspections: paths.live_inspections };

export type LineState = "connecting" | "open" | "broken";

const reopen_after_ms = 5_000; // the browser takes up a cut line by itself, but not one that was refused
const told_every_ms = 1_100; // a page asks again at most so often; and an answer may be a second old

/** What the server says by itself, from open() to close(): `actions` by the names of events. Takes the line up again
 *  for as long as it is open. */
export class EventLine {
  readonly state = signal<LineState>("connecting");
  private source: EventSource | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly actions: Record<string, (data: string) => void>,
    private readonly topic: Topic = "people",
  ) {}

  open(): void {
    const source = new EventSource(topic_paths[this.topic]());
    this.source = source;
    source.onopen = () => {
      this.state.value = "open";
    };
    for (const [name, action] of Object.entries(this.actions)) {
      source.addEventListener(name, (event) => action((event as MessageEvent<string>).data));
    }
    source.onerror = () => this.broken(source);
  }

  close(): void {
    clearTimeout(this.timer);
    this.source?.close();
    this.source = null;
  }

  /** A refused line does not say why, so the session is asked: it may have ended. */
  private broken(source: EventSource): void {
    this.state.value = "broken";
    if (source.readyState !== EventSource.CLOSED) return;
    this.timer = setTimeout(() => void this.reopen(source), reopen_after_ms);
  }

  private async reopen(source: EventSource): Promise<void> {
    const signed_in = await still_signed_in();
    if (signed_in && this.source === source) this.open();
  }
}

/** An action that is done once some time after it was wanted, and once more where it was wanted again meanwhile: what it
 *  asks for may be older than the last wish. */
function soon(action: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let again = false;
  const begin = () => {
    again = false;
    timer = setTimeout(() => {
      timer = undefined;
      action();
      if (again) begin();
    }, told_every_ms);
  };
  return () => {
    if (timer === undefined) begin();
    else again = true;
  };
}

/** Calls `changed` soon after an event of one of `kinds` that `concerns` the page, and when a broken line stands again:
 *  something may have been missed meanwhile. */
export function useServerEvents(
  kinds: string[],
  changed: () => void,
  concerns: (data: string) => boolean = () => true,
  topic: Topic = "people",
): ReadonlySignal<LineState> {
  const line = useMemo(() => {
    const tell = soon(changed);
    const tell_if = (data: string) => {
      if (concerns(data)) tell();
    };
    return new EventLine({ ...Object.fromEntries(kinds.map((kind) => [kind, tell_if])), missed: tell }, topic);
  }, []);
  useEffect(() => {
    line.open();
    let was = line.state.value;
    const stop = line.state.subscribe((state) => {
      if (was === "broken" && state === "open") changed();
      was = state;
    });
    return () => {
      stop();
      line.close();
    };
  }, [line]);
  return line.state;
}
