import assert from "node:assert/strict";
import test from "node:test";
import type { AssignmentRow } from "web/api/hours";
import { assignment_rows, new_schedule, new_season, season_on, toml_of, with_season, without_season } from "web/model/schedules";

const row = (schedule: string, valid_from: string, valid_to = "", unit_code = "SNV"): AssignmentRow => ({
  schedule, unit_code, staff_code: "", valid_from, valid_to,
});

test("the season of a day is the last that began, and the first one before it", () => {
  const seasons = [new_season("2026-01-01"), new_season("2026-04-16")];
  assert.equal(season_on(seasons, "2026-04-15"), seasons[0]);
  assert.equal(season_on(seasons, "2026-04-16"), seasons[1]);
  assert.equal(season_on(seasons, "2025-01-01"), seasons[0]);
  assert.equal(season_on([], "2025-01-01"), null);
});

test("a season takes the place of one of its day, and stands in order of time", () => {
  const seasons = [new_season("2026-01-01"), new_season("2026-10-16")];
  const summer = { ...new_season("2026-04-16"), flex_later_min: 15 };
  const dates = (list: { valid_from: string }[]) => list.map(({ valid_from }) => valid_from);
  assert.deepEqual(dates(with_season(seasons, summer)), ["2026-01-01", "2026-04-16", "2026-10-16"]);
  assert.equal(with_season(seasons, { ...summer, valid_from: "2026-10-16" })[1]?.flex_later_min, 15);
  assert.deepEqual(dates(without_season(seasons, "2026-10-16")), ["2026-01-01"]);
});

test("a schedule is written as the file that states it, whatever stands in a name", () => {
  const text = toml_of({ ...new_schedule(), name: 'ca "đêm" \\', season: [new_season("2026-01-01")] });
  assert.match(text, /^\[\[schedule\]\]\nname = "ca \\"đêm\\" \\\\"\ntaps = "each_session"\n/);
  assert.match(text, /\nweekdays = \["mon","tue","wed","thu","fri"\]\n/);
  assert.match(text, /\[\[schedule\.season\.sessions\]\]\nname = "sáng"\nstart = "07:30"\n/);
});

test("what held before ends the day before, and another unit's stays", () => {
  const all = [row("hanh-chinh", "2025-01-01"), row("hanh-chinh", "2025-01-01", "", "X1"), row("cu", "2024-01-01", "2024-12-31")];
  assert.deepEqual(assignment_rows(row("he", "2026-05-01"), all), [row("he", "2026-05-01"), row("hanh-chinh", "2025-01-01", "2026-04-30")]);
});

test("for a time only: afterwards goes on what held before", () => {
  const rows = assignment_rows(row("he", "2026-05-01", "2026-08-31"), [row("hanh-chinh", "2025-01-01")]);
  assert.deepEqual(rows, [
    row("he", "2026-05-01", "2026-08-31"),
    row("hanh-chinh", "2025-01-01", "2026-04-30"),
    row("hanh-chinh", "2026-09-01"),
  ]);
});

test("from the very day on which the earlier one began it takes its place", () => {
  assert.deepEqual(assignment_rows(row("he", "2025-01-01"), [row("hanh-chinh", "2025-01-01")]), [row("he", "2025-01-01")]);
});
