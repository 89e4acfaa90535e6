import assert from "node:assert/strict";
import test from "node:test";
import { codes_of, door_of_cell, is_shown, list_periods, lists_for, month_of_period, names_person } from "web/model/lists";

test("each role is offered the lists that it may ask for", () => {
  assert.deepEqual(lists_for(["timekeeper"]), ["late", "unexplained", "missing", "trips", "open-units"]);
  assert.deepEqual(lists_for(["hr"]), ["late", "unexplained", "missing", "trips", "away", "praise", "open-units"]);
  assert.deepEqual(lists_for(["inspector"]), ["pairs"]);
  assert.equal(lists_for(["head"]).length, 8);
  assert.deepEqual(lists_for(["staff", "guard", "auditor", "administrator"]), []);
});

test("a name opens the person's day, or their month where the row is of no day", () => {
  const day = { staff_code: "CB1", full_name: "An", date: "2026-07-09" };
  assert.deepEqual(door_of_cell("missing", day, "full_name", "2026-09"), { page: "day", date: "2026-07-09", staff: "CB1" });
  const late = { staff_code: "CB1", full_name: "An", late: 3 };
  assert.deepEqual(door_of_cell("late", late, "full_name", "2026-09"), { page: "person", month: "2026-09", staff: "CB1", show: "late" });
  const trip = { staff_code: "CB1", from: "2026-06-30", to: "2026-07-02" };
  assert.deepEqual(door_of_cell("trips", trip, "full_name", "2026-09"), { page: "person", month: "2026-07", staff: "CB1", show: "all" });
  const pair = { staff_code: "CB1", other_code: "CB2", other_name: "Bình" };
  assert.deepEqual(door_of_cell("pairs", pair, "other_name", "2026-09"), { page: "person", month: "2026-09", staff: "CB2", show: "all" });
  assert.equal(door_of_cell("late", late, "position", "2026-09"), undefined);
});

test("a unit opens its month", () => {
  const row = { unit_code: "SNV", unit_name: "Sở Nội vụ", month: "2026-07", to: "2026-07-25" };
  const unit = { page: "people", month: "2026-07", unit: "SNV", count: "own", show: "all" };
  assert.deepEqual(door_of_cell("open-units", row, "unit_name", "2026-09"), unit);
  const praised = { staff_code: "", unit_code: "SNV", full_name: "Sở Nội vụ" };
  assert.deepEqual(door_of_cell("praise", praised, "full_name", "2026-09"), { ...unit, month: "2026-09", count: "subtree" });
});

test("codes are for programs, and for the server to find rows again", () => {
  assert.equal(is_shown("staff_code"), false);
  assert.equal(is_shown("full_name"), true);
  assert.deepEqual(codes_of([{ staff_code: "", unit_code: "SNV" }, { staff_code: "CB1", unit_code: "SNV" }]), ["SNV", "CB1"]);
});

test("who stands on a list of praise is known by their code, and nobody without one stands on it", () => {
  const rows = [{ staff_code: "", unit_code: "SNV" }, { staff_code: "CB1", unit_code: "SNV" }];
  assert.equal(names_person(rows, "CB1"), true);
  assert.equal(names_person(rows, "CB2"), false);
  assert.equal(names_person(rows, ""), false, "a unit's row has no staff code either");
});

test("one chooses among half-years that have begun", () => {
  assert.deepEqual(list_periods("2026-06-30").halves, ["2026-H1", "2025-H2", "2025-H1", "2024-H2", "2024-H1"]);
  assert.equal(list_periods("2026-07-01").halves[0], "2026-H2");
});

test("people are looked at in the last month of the period that has begun", () => {
  const named = [{ code: "truoc-tet-2026", name: "Trước Tết", from: "2026-02-02", to: "2026-02-13" }];
  const month = (period: string) => month_of_period(period, named, "2026-08-20");
  assert.equal(month("2026-05"), "2026-05");
  assert.equal(month("2026-Q2"), "2026-06");
  assert.equal(month("2026-Q3"), "2026-08");
  assert.equal(month("2026-H1"), "2026-06");
  assert.equal(month("2026"), "2026-08");
  assert.equal(month("2025"), "2025-12");
  assert.equal(month("2026-02-02..2026-03-06"), "2026-03");
  assert.equal(month("truoc-tet-2026"), "2026-02");
  assert.equal(month("khong-co"), "2026-08");
});
