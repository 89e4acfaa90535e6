import { signal } from "@preact/signals";
import { paths } from "./api/client";
import { read_live_tap, read_missed, with_tap, type LiveLine } from "./model/live_list";
import { still_signed_in } from "./session";

export type LineState = "connecting" | "open" | "broken";

const reopen_after_ms = 5_000; // the browser takes up a cut line by itself, but not one that was refused

/** The taps as they come, from open() to close(). Takes the line up again for as long as it is open. */
export class LiveFeed {
  readonly state = signal<LineState>("connecting");
  readonly lines = signal<LiveLine[]>([]);
  readonly missed = signal(0); // taps that came faster than this line could carry; the reports hold them
  private source: EventSource | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  open(): void {
    const source = new EventSource(paths.live());
    this.source = source;
    source.onopen = () => {
      this.state.value = "open";
    };
    source.addEventListener("tap", (event) => {
      const tap = read_live_tap((event as MessageEvent<string>).data);
      if (tap) this.lines.value = with_tap(this.lines.value, tap);
    });
    source.addEventListener("missed", (event) => {
      this.missed.value += read_missed((event as MessageEvent<string>).data);
    });
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
