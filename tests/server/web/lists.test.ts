import assert from "node:assert/strict";
import test from "node:test";
import type { LiveTap } from "web/api/types";
import { shift_date, weekday_of, weeks_of } from "web/model/calendar";
import { live_taps_max, read_live_tap, read_missed, with_tap, type LiveLine } from "web/model/live_list";
import { matches } from "web/model/search";
import { visible_lines } from "web/model/tree";
import { unit } from "./samples";

const tree = [unit("P", null), unit("A", "P"), unit("A1", "A"), unit("A2", "A"), unit("B", "P")];
const codes = (lines: { row: { unit_code: string } }[]) => lines.map((line) => line.row.unit_code);

test("a closed unit hides everything below it, open or not", () => {
  assert.deepEqual(codes(visible_lines(tree, () => true)), ["P", "A", "A1", "A2", "B"]);
  assert.deepEqual(codes(visible_lines(tree, (row) => row.unit_code === "A")), ["P"]);
  assert.deepEqual(codes(visible_lines(tree, (_, depth) => depth === 0)), ["P", "A", "B"]);
});

test("depth is counted from the top of this report, and only parents can be opened", () => {
  const lines = visible_lines(tree.slice(1), () => true); // an officer who sees A and B only
  assert.deepEqual(lines.map((line) => [line.row.unit_code, line.depth, line.has_children]), [
    ["A", 0, true], ["A1", 1, false], ["A2", 1, false], ["B", 0, false],
  ]);
});

test("weeks begin on Monday and keep their empty places", () => {
  const day = (date: string) => ({ date, kind: "working" as const, sessions: [], taps: [] });
  const july = Array.from({ length: 31 }, (_, i) => day(shift_date("2026-07-01", i)));
  const weeks = weeks_of(july);
  assert.equal(weekday_of("2026-07-01"), 2); // a Wednesday
  assert.deepEqual(weeks[0]!.map((each) => each?.date ?? null).slice(0, 3), [null, null, "2026-07-01"]);
  assert.equal(weeks.length, 5);
  assert.deepEqual(weeks[4]!.slice(4).map((each) => each?.date ?? null), ["2026-07-31", null, null]);
});

test("days roll over into the next month and year", () => {
  assert.equal(shift_date("2026-12-31", 1), "2027-01-01");
  assert.equal(shift_date("2026-03-01", -1), "2026-02-28");
});

test("a name is found without its marks, in any order of words", () => {
  assert.ok(matches("Đặng Thị Hường CB0012", "dang huong"));
  assert.ok(matches("Đặng Thị Hường CB0012", "cb0012"));
  assert.ok(matches("Đặng Thị Hường CB0012", ""));
  assert.ok(!matches("Đặng Thị Hường CB0012", "dang hoa"));
});

const tap = (second: number): LiveTap => ({
  at: `2026-07-09T07:${String(Math.floor(second / 60)).padStart(2, "0")}:${String(second % 60).padStart(2, "0")}+07:00`,
  entrance: "cong-a", reader: "cong-a-1", state: "known", staff_code: "CB0001", full_name: "Nguyễn Văn An",
});

test("the live list is newest first, bounded, and shows a tap that was sent twice once", () => {
  let lines: LiveLine[] = [];
  for (let second = 0; second < live_taps_max + 5; ++second) lines = with_tap(lines, tap(second));
  assert.equal(lines.length, live_taps_max);
  assert.equal(lines[0]!.tap.at, tap(live_taps_max + 4).at);
  assert.equal(with_tap(lines, tap(live_taps_max + 4)), lines);
  assert.equal(new Set(lines.map((line) => line.key)).size, lines.length);
});

test("what is not a tap is not shown", () => {
  assert.equal(read_live_tap("not json"), null);
  assert.equal(read_live_tap("null"), null);
  assert.equal(read_live_tap('{"at":1}'), null);
  assert.deepEqual(read_live_tap(JSON.stringify(tap(1))), tap(1));
});

test("the number of taps that were not handed on is read, or is none", () => {
  assert.equal(read_missed('{"count":12}'), 12);
  assert.equal(read_missed("{}"), 0);
  assert.equal(read_missed("not json"), 0);
});
