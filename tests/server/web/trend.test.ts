import assert from "node:assert/strict";
import test from "node:test";
import type { Tally } from "web/api/types";
import { months_before, runs_of, scale_end, share_of } from "web/model/trend";

const tally = (some: Partial<Tally>): Tally => ({
  staff: 1, sessions_due: 0, on_time: 0, late: 0, late_min: 0, early: 0, early_min: 0, missing: 0, absent: 0, excused: 0,
  exempt: 0, provisional: 0, on_time_rate: null, ...some,
});

test("a share is of the sessions that could be judged", () => {
  const month = tally({ sessions_due: 12, excused: 1, provisional: 1, on_time: 8, late: 2 });
  assert.equal(share_of(month, "on_time"), 0.8);
  assert.equal(share_of(month, "late"), 0.2);
  assert.equal(share_of(tally({ sessions_due: 2, excused: 2 }), "on_time"), null);
});

test("the year up to a month is compared, oldest first, and a month without taps stands between", () => {
  assert.deepEqual(months_before(["2026-03", "2025-12", "2026-02"], "2026-03"), ["2025-12", "2026-01", "2026-02", "2026-03"]);
  assert.deepEqual(months_before(["2025-07", "2026-11"], "2026-11"), ["2026-11"]);
  assert.deepEqual(months_before(["2024-01"], "2026-11"), []);
});

test("a line ends where a month has no share, and begins anew after it", () => {
  assert.deepEqual(runs_of([0.5, null, 1], 1), [[{ x: 0, y: 0.5 }], [{ x: 1, y: 1 }]]);
  assert.deepEqual(runs_of([0.5, 1, null], 1), [[{ x: 0, y: 0.5 }, { x: 0.5, y: 1 }]]);
  assert.deepEqual(runs_of([null], 1), []);
});

test("what should be everything is drawn up to 100 %, the others up to their next tenth", () => {
  assert.equal(scale_end([0.4], "on_time"), 1);
  assert.equal(scale_end([0.04, null], "late"), 0.1);
  assert.equal(scale_end([0.24], "absent"), 0.3);
});
