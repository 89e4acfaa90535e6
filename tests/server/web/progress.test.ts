import assert from "node:assert/strict";
import test from "node:test";
import type { ProgressState, UnitProgress } from "web/api/closes";
import { progress_words } from "web/i18n/progress_words";
import { en } from "web/i18n/en";
import { vi } from "web/i18n/vi";
import { actions_for, by_unit, left_below, may_take_timesheet } from "web/model/progress";
import { unit } from "./samples";

const progress = (unit_code: string, state: ProgressState, more: Partial<UnitProgress> = {}): UnitProgress => ({
  unit_code, state, from: "2026-07-01", to: "2026-07-31", open_sessions: 0, changed: false, by: null, at: null, ...more,
});

test("a unit tells how many units below it are not done, however deep, and not itself", () => {
  const rows = [unit("P", null), unit("A", "P"), unit("A1", "A"), unit("A2", "A"), unit("B", "P")];
  const told = by_unit([
    progress("P", "nobody"), progress("A", "open"), progress("A1", "closed"), progress("A2", "confirmed"), progress("B", "preliminary"),
  ]);
  const left = left_below(rows, told);
  assert.equal(left.get("P"), 3);
  assert.equal(left.get("A"), 1);
  assert.equal(left.get("B"), undefined);
});

test("everybody is offered their own step, and nobody what is done", () => {
  const offered = (role: "hr" | "head" | "timekeeper" | "staff", state: ProgressState) =>
    actions_for([role], progress("A", state)).join(" ");
  assert.equal(offered("timekeeper", "open"), "prepare");
  assert.equal(offered("timekeeper", "prepared"), "");
  assert.equal(offered("head", "prepared"), "confirm close");
  assert.equal(offered("head", "confirmed"), "close");
  assert.equal(offered("head", "closed"), "");
  assert.equal(offered("hr", "open"), "close");
  assert.equal(offered("hr", "preliminary"), "close reopen");
  assert.equal(offered("hr", "closed"), "reopen");
  assert.equal(offered("hr", "nobody"), "");
  assert.equal(offered("staff", "open"), "");
});

test("a state is told with what is open, or with its day", () => {
  const closed = progress("A", "closed", { by: "hoa", at: "2026-08-02T08:12:00+07:00" });
  assert.equal(progress_words(closed, vi, "vi"), "đã chốt 02/8");
  assert.equal(progress_words(closed, en, "en"), "closed 2 Aug");
  assert.equal(progress_words(progress("A", "open", { open_sessions: 1234 }), vi, "vi"), "đang làm, còn 1.234 buổi");
  assert.equal(progress_words(progress("A", "open"), vi, "vi"), "đang làm");
  assert.equal(progress_words(progress("A", "prepared"), vi, "vi"), "chờ phụ trách bộ phận ký");
});

test("the timesheet, which tells who was ill, is offered to those alone who answer for it", () => {
  for (const role of ["hr", "head", "timekeeper"] as const) assert.ok(may_take_timesheet([role]));
  assert.ok(!may_take_timesheet(["administrator", "staff", "inspector", "guard", "auditor"]));
});
