import type { SessionVerdict, SilentSpan, Why } from "../api/types";
import { format_clock, minutes_of } from "../format";

/** A day drawn to scale: where the sessions stand, when the badge was shown, what was not covered. Shares 0..1. */
export interface DayStrip {
  sessions: { name: string; from: number; to: number; session: SessionVerdict }[];
  taps: { clock: string; at: number }[];
  gaps: { from: number; to: number }[];
  hours: { hour: number; at: number }[];
}

const margin_min = 60; // some air before the first session and after the last

/** Null where there is nothing to draw to: no sessions. Sessions past midnight run on beyond 24:00. */
export function day_strip(why: Why): DayStrip | null {
  const spans = why.sessions.map((session) => span_of(session.start, session.end));
  if (spans.length === 0) return null;
  const taps = why.taps
    .map((tap) => ({ clock: format_clock(tap.at), minute: minutes_of(tap.at) }))
    .filter(({ minute }) => Number.isFinite(minute));
  const tap_minutes = taps.map(({ minute }) => minute);
  const first = Math.min(...spans.map((span) => span.from), ...tap_minutes);
  const last = Math.max(...spans.map((span) => span.to), ...tap_minutes);
  const begin = Math.floor((first - margin_min) / 60) * 60;
  const end = Math.ceil((last + margin_min) / 60) * 60;
  const place = (minute: number): number => Math.min(1, Math.max(0, (minute - begin) / (end - begin)));

  return {
    sessions: why.sessions.map((session, i) => ({
      name: session.name,
      from: place(spans[i]!.from),
      to: place(spans[i]!.to),
      session,
    })),
    taps: taps.map(({ clock, minute }) => ({ clock, at: place(minute) })),
    gaps: why.coverage.map(silence_of).map(({ from, to }) => ({ from: place(from), to: place(to) })),
    hours: hours_between(begin, end).map((hour) => ({ hour: hour % 24, at: place(hour * 60) })),
  };
}

function span_of(start: string, end: string): { from: number; to: number } {
  const from = minutes_of(start);
  const to = minutes_of(end);
  return { from, to: to < from ? to + 24 * 60 : to };
}

/** A silence that began before the day or has not ended reaches to the edge of what is drawn. */
function silence_of({ from, to }: SilentSpan): { from: number; to: number } {
  const begin = from === "" ? -Infinity : minutes_of(from);
  const end = to === "" ? Infinity : minutes_of(to);
  return { from: begin > end ? -Infinity : begin, to: end };
}

function hours_between(begin: number, end: number): number[] {
  const hours: number[] = [];
  for (let minute = begin; minute <= end; minute += 60) hours.push(minute / 60);
  return hours;
}
