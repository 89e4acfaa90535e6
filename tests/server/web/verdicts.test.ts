import assert from "node:assert/strict";
import test from "node:test";
import { judged_sessions, segments } from "web/model/bar";
import { choose, counts, doors } from "web/model/doors";
import { is_noteworthy, session_signs } from "web/model/signs";
import { verdict_words } from "web/i18n/verdict_words";
import { en } from "web/i18n/en";
import { vi } from "web/i18n/vi";
import { session, tally } from "./samples";

test("the pieces of a bar do not overlap and make up all sessions due", () => {
  // 4 sessions are late, 3 left early, 2 miss a tap: but only 5 sessions are concerned.
  const pieces = segments(
    tally({ sessions_due: 100, on_time: 80, late: 4, early: 3, missing: 2, absent: 3, excused: 6, exempt: 2, provisional: 4 }),
  );
  assert.deepEqual(
    pieces.map(({ kind, count }) => [kind, count]),
    [["on_time", 80], ["not_on_time", 5], ["absent", 3], ["provisional", 4], ["excused", 6], ["exempt", 2]],
  );
  const end = pieces[pieces.length - 1]!;
  assert.ok(Math.abs(end.from + end.share - 1) < 1e-9);
});

test("a bar of no sessions has no pieces", () => {
  assert.deepEqual(segments(tally({})), []);
});

test("excused, exempt and unknown sessions are not in the denominator", () => {
  assert.equal(judged_sessions(tally({ sessions_due: 46, excused: 4, exempt: 2, provisional: 1 })), 39);
});

test("unknown has its own sign, never the one of absent", () => {
  assert.deepEqual(session_signs(session({ state: "provisional" })), ["provisional"]);
  assert.deepEqual(session_signs(session({ state: "absent" })), ["absent"]);
});

test("late and a missing tap are both shown; late and early share a sign", () => {
  assert.deepEqual(session_signs(session({})), ["on_time"]);
  assert.deepEqual(session_signs(session({ late_min: 7, missing_out: true })), ["late", "missing"]);
  assert.deepEqual(session_signs(session({ late_min: 7, early_min: 3 })), ["late"]);
});

test("on time, exempt and not yet due need no reading; everything else does", () => {
  assert.equal(is_noteworthy(session({})), false);
  assert.equal(is_noteworthy(session({ state: "exempt" })), false);
  assert.equal(is_noteworthy(session({ state: "not_due" })), false);
  assert.equal(is_noteworthy(session({ state: "excused" })), true);
  assert.equal(is_noteworthy(session({ early_min: 1 })), true);
});

test("a figure counts a session as late, early and missing at once, and then not as on time", () => {
  const all_three = session({ late_min: 1, early_min: 1, missing_in: true });
  assert.deepEqual(doors.filter((door) => counts(door, all_three)), ["late", "early", "missing"]);
  assert.deepEqual(doors.filter((door) => counts(door, session({}))), ["on_time"]);
  assert.deepEqual(doors.filter((door) => counts(door, session({ state: "exempt" }))), ["exempt"]);
});

test("behind a figure stand only those whom it counts, the most first", () => {
  const rows = [tally({ late: 1 }), tally({ late: 0 }), tally({ late: 5 })];
  assert.deepEqual(choose(rows, "late").map((row) => row.late), [5, 1]);
  assert.deepEqual(choose(rows, "all"), rows);
});

test("a verdict is said in the words of the office", () => {
  assert.equal(verdict_words(session({ late_min: 7, missing_out: true }), vi, "vi"), "đi muộn 7 phút, thiếu lượt quét ra");
  assert.equal(verdict_words(session({ missing_in: true, missing_out: true }), vi, "vi"), "thiếu lượt quét vào và ra");
  assert.equal(verdict_words(session({ state: "absent" }), vi, "vi"), "chưa có giải trình");
  assert.equal(verdict_words(session({}), en, "en"), "on time");
});
