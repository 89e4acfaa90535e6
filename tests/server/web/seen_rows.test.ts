import assert from "node:assert/strict";
import test from "node:test";
import { rows_seen } from "web/model/seen_rows";

const keys = Array.from({ length: 1500 }, (_, i) => `unit-${i}`);
const px = 41; // of a row that was not measured
const none = new Map<string, number>();

test("of a long table only what is seen is there, and the room of the rest is kept", () => {
  for (const from of [-500, 0, 300, 20_000, 1500 * px - 700, 1500 * px + 5000]) {
    const { first, end, before, after } = rows_seen(keys, none, from, from + 700);
    assert.ok(end - first <= 60, `${end - first} rows at ${from}`);
    assert.equal(before, first * px);
    assert.equal(after, (keys.length - end) * px);
    const shown_from = Math.max(0, from), shown_to = Math.min(from + 700, keys.length * px);
    if (shown_from < shown_to) assert.ok(before <= shown_from && end * px >= shown_to, `seen at ${from}`);
  }
});

test("a short table is whole", () => {
  assert.deepEqual(rows_seen(keys.slice(0, 40), none, 0, 100), { first: 0, end: 40, before: 0, after: 0 });
});

test("rows that were measured keep their own height", () => {
  const heights = new Map([["unit-0", 100], ["unit-1", 60]]);
  const { first, before, after, end } = rows_seen(keys, heights, 10_000, 10_700);
  assert.equal(before, 160 + (first - 2) * px);
  assert.equal(before + (end - first) * px + after, 160 + 1498 * px);
});
