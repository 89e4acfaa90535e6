import assert from "node:assert/strict";
import test from "node:test";
import { indicator_words } from "web/i18n/indicator_words";
import { days_of_period, days_period, last_quarter, parse_period, periods_around, periods_until } from "web/model/periods";

test("the quarter that has ended last is proposed, also at the turn of a year", () => {
  assert.equal(last_quarter("2026-11-22"), "2026-Q3");
  assert.equal(last_quarter("2026-10-01"), "2026-Q3");
  assert.equal(last_quarter("2026-09-30"), "2026-Q2");
  assert.equal(last_quarter("2026-01-01"), "2025-Q4");
});

test("a month is part of its quarter and its year", () => {
  assert.deepEqual(periods_around("2026-07"), ["2026-07", "2026-Q3", "2026-H2", "2026"]);
  assert.deepEqual(periods_around("2026-12"), ["2026-12", "2026-Q4", "2026-H2", "2026"]);
  assert.deepEqual(periods_around("2026-01"), ["2026-01", "2026-Q1", "2026-H1", "2026"]);
});

test("one chooses among two years of quarters, a year of months and three years", () => {
  const { quarters, months, years } = periods_until("2026-02-09");
  assert.deepEqual(quarters, ["2026-Q1", "2025-Q4", "2025-Q3", "2025-Q2", "2025-Q1", "2024-Q4", "2024-Q3", "2024-Q2"]);
  assert.deepEqual([months[0], months[1], months[2], months.at(-1)], ["2026-02", "2026-01", "2025-12", "2025-03"]);
  assert.deepEqual(years, ["2026", "2025", "2024"]);
});

test("two days are a period when they are in order", () => {
  assert.equal(days_period("2026-02-02", "2026-02-13"), "2026-02-02..2026-02-13");
  assert.equal(days_period("2026-02-13", "2026-02-02"), null);
  assert.equal(days_period("2026-02-13", ""), null);
  assert.equal(days_period("", "2026-02-13"), null);
  assert.equal(days_period("0202-02-02", "2026-02-13"), null, "a year that is still typed");
});

test("a period is called as papers call it", () => {
  const name = (period: string) => indicator_words.vi.period_name(parse_period(period));
  assert.equal(name("2026-Q3"), "Quý III/2026");
  assert.equal(name("2026-H1"), "6 tháng đầu năm 2026");
  assert.equal(name("2026-H2"), "6 tháng cuối năm 2026");
  assert.equal(name("2026-07"), "Tháng 7/2026");
  assert.equal(name("2026"), "Năm 2026");
  assert.equal(indicator_words.vi.compared(name("2026-Q1"), name("2025-Q4")), "Quý I/2026, so với quý IV/2025");
});

test("two days are read again from their period, and no other period has any", () => {
  assert.deepEqual(days_of_period("2026-02-02..2026-02-13"), { from: "2026-02-02", to: "2026-02-13" });
  for (const period of ["2026-07", "2026-Q3", "2026", "truoc-tet", ""]) assert.equal(days_of_period(period), null, period);
});
