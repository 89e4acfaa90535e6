import assert from "node:assert/strict";
import test from "node:test";
import { dates_of, letters_by_day, moved, signs_of_letter } from "web/model/unit_days";

test("each letter of a day is a session with its signs", () => {
  assert.deepEqual(letters_by_day("pp,,bl"), ["pp", "", "bl"]);
  assert.deepEqual(signs_of_letter("b"), ["late", "missing"]);
  assert.deepEqual([..."plmaexun"].map((letter) => signs_of_letter(letter)[0]), [
    "on_time", "late", "missing", "absent", "excused", "exempt", "provisional", "not_due",
  ]);
  assert.deepEqual(signs_of_letter("?"), ["not_due"]);
});

test("a month has its own days", () => {
  assert.equal(dates_of("2028-02").length, 29);
  assert.equal(dates_of("2026-12")[30], "2026-12-31");
});

test("keys move inside the grid and stop at its edges", () => {
  const from = { row: 5, column: 5 };
  const to = (key: string, ctrl = false) => moved(key, ctrl, from, 12, 31);
  assert.deepEqual(to("ArrowDown"), { row: 6, column: 5 });
  assert.deepEqual(to("ArrowLeft"), { row: 5, column: 4 });
  assert.deepEqual(to("PageDown"), { row: 11, column: 5 });
  assert.deepEqual(to("PageUp"), { row: 0, column: 5 });
  assert.deepEqual(to("Home"), { row: 5, column: 0 });
  assert.deepEqual(to("End", true), { row: 11, column: 30 });
  assert.equal(to("Enter"), null);
});
