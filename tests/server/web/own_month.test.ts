import assert from "node:assert/strict";
import test from "node:test";
import type { DayReport, SessionVerdict } from "web/api/types";
import { own_month } from "web/model/own_month";
import { session } from "./samples";

const day = (...sessions: SessionVerdict[]): DayReport => ({ date: "2026-03-09", kind: "working", sessions, taps: [] });

test("on time and late are settled; what is excused, exempt or still to come is not asked", () => {
  const month = own_month([
    day(session({}), session({ late_min: 7 })),
    day(session({ state: "excused" }), session({ state: "exempt" })),
    day(session({ state: "not_due" })),
  ]);
  assert.deepEqual(month, { over: 2, settled: 2, unexplained: 0, unknown: 0 });
});

test("what is not explained, lacks a tap or lacks data is counted once", () => {
  const month = own_month([
    day(session({ state: "absent" }), session({ missing_out: true, late_min: 3 })),
    day(session({ state: "provisional" }), session({ state: "provisional" })),
    day(session({})),
  ]);
  assert.deepEqual(month, { over: 5, settled: 1, unexplained: 2, unknown: 2 });
});
