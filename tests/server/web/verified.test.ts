import assert from "node:assert/strict";
import test from "node:test";
import type { VerifiedBadge } from "web/api/inspections";
import { verdict_of } from "web/model/verified";

const today = "2026-07-09";
const card = (some: Partial<VerifiedBadge["badges"][number]> = {}) => ({
  card: "…E5F6", state: "active" as const, valid_from: "2025-01-01", valid_to: null, ...some,
});
const badge = (some: Partial<VerifiedBadge>): VerifiedBadge => ({
  staff_code: "CB01", full_name: "Nguyễn Văn An", position: "", unit_code: "SNV", unit_name: "Sở Nội vụ", badges: [card()],
  by_number: false, number_in_force: false, presence: "present", first_tap: null, last_tap: null, ...some,
});

test("a badge in use is valid, and one that was lost, given back or whose days are over is not", () => {
  assert.deepEqual(verdict_of(badge({}), today), { is: "valid" });
  for (const state of ["lost", "damaged", "returned", "revoked"] as const) {
    assert.deepEqual(verdict_of(badge({ badges: [card({ state })] }), today), { is: "stopped", state });
  }
  assert.deepEqual(verdict_of(badge({ badges: [card({ valid_to: "2026-07-08" })] }), today), { is: "stopped", state: "active" });
  assert.deepEqual(verdict_of(badge({ badges: [card({ valid_to: today })] }), today), { is: "valid" });
});

test("a number that is theirs no more is not valid, whatever card they hold now", () => {
  assert.deepEqual(verdict_of(badge({ by_number: true }), today), { is: "number_ended" });
  assert.deepEqual(verdict_of(badge({ by_number: true, number_in_force: true }), today), { is: "valid" });
});

test("who has no card at all is told so, but a number in force needs none", () => {
  assert.deepEqual(verdict_of(badge({ badges: [] }), today), { is: "no_badge" });
  assert.deepEqual(verdict_of(badge({ badges: [], by_number: true, number_in_force: true }), today), { is: "valid" });
});

test("of several cards one in use is enough", () => {
  assert.deepEqual(verdict_of(badge({ badges: [card({ state: "lost" }), card()] }), today), { is: "valid" });
});
