import { signal } from "@preact/signals";
import { EventLine } from "./event_line";
import { read_live_tap, read_missed, with_tap, type LiveLine } from "./model/live_list";

/** The taps as they come, from open() to close(). */
export class LiveFeed {
  readonly lines = signal<LiveLine[]>([]);
  readonly missed = signal(0); // taps that came faster than this line could carry; the reports hold them
  private readonly line = new EventLine({
    tap: (data) => {
      const tap = read_live_tap(data);
      if (tap) this.lines.value = with_tap(this.lines.value, tap);
    },
    missed: (data) => {
      this.missed.value += read_missed(data);
    },
  });
  readonly state = this.line.state;

  open(): void {
    this.line.open();
  }

  close(): void {
    this.line.close();
  }
}
