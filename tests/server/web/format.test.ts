import assert from "node:assert/strict";
import test from "node:test";
import { format_clock, format_date, format_day, format_month, format_number, format_share, minutes_of } from "web/format";

test("figures are written as a Vietnamese office writes them", () => {
  assert.equal(format_number(1234.5, "vi", 1), "1.234,5");
  assert.equal(format_number(25024, "vi"), "25.024");
  assert.equal(format_number(1234.5, "en", 1), "1,234.5");
});

test("only a faultless month reads 100,0%, and only an empty one 0,0%", () => {
  assert.equal(format_share(1, "vi"), "100,0%");
  assert.equal(format_share(0.99999, "vi"), "99,9%");
  assert.equal(format_share(0.00001, "vi"), "0,1%");
  assert.equal(format_share(0, "vi"), "0,0%");
  assert.equal(format_share(0.945, "vi"), "94,5%");
  assert.equal(format_share(0.29, "en"), "29.0%");
});

test("a date has a zero before small days and before January and February only", () => {
  assert.equal(format_date("2026-03-09", "vi"), "09/3/2026");
  assert.equal(format_date("2026-02-19", "vi"), "19/02/2026");
  assert.equal(format_date("2026-12-31", "vi"), "31/12/2026");
  assert.equal(format_date("2026-03-09", "en"), "9 Mar 2026");
  assert.equal(format_day("2026-07-09", "vi"), "09/7");
});

test("a month is named", () => {
  assert.equal(format_month("2026-07", "vi"), "Tháng 7/2026");
  assert.equal(format_month("2026-01", "vi"), "Tháng 01/2026");
  assert.equal(format_month("2026-07", "en"), "July 2026");
});

test("a clock is read from a time or from an instant with its own offset", () => {
  assert.equal(format_clock("07:37"), "07:37");
  assert.equal(format_clock("2026-07-09T07:37:12+07:00"), "07:37");
  assert.equal(format_clock("2026-07-09T07:37:12+07:00", true), "07:37:12");
  assert.equal(minutes_of("07:37"), 457);
  assert.ok(Number.isNaN(minutes_of("no time")));
});
