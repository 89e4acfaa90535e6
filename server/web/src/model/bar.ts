import type { Tally } from "../api/types";

/** One piece of a row's bar: disjoint, and together all sessions due. */
export interface Segment {
  kind: "on_time" | "not_on_time" | "absent" | "provisional" | "excused" | "exempt";
  count: number;
  from: number; // share of the bar, 0..1
  share: number;
}

/** Splits the sessions due into pieces that do not overlap. Late, early and missing can hold in one session, so
 *  "present, but not on time" is what remains. */
export function segments(tally: Tally): Segment[] {
  const { sessions_due, on_time, absent, provisional, excused, exempt } = tally;
  const rest = sessions_due - on_time - absent - provisional - excused - exempt;
  const pieces: [Segment["kind"], number][] = [
    ["on_time", on_time],
    ["not_on_time", Math.max(0, rest)],
    ["absent", absent],
    ["provisional", provisional],
    ["excused", excused],
    ["exempt", exempt],
  ];
  const whole = pieces.reduce((sum, [, count]) => sum + count, 0);
  let from = 0;
  return pieces
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => {
      const share = count / whole;
      const segment = { kind, count, from, share };
      from += share;
      return segment;
    });
}

/** The denominator of the on-time rate: sessions that could be judged and were owed. */
export function judged_sessions(tally: Tally): number {
  return tally.sessions_due - tally.excused - tally.exempt - tally.provisional;
}
