import assert from "node:assert/strict";
import test from "node:test";
import type { Why } from "web/api/types";
import { day_strip } from "web/model/day_strip";
import { session } from "./samples";

const why = (some: Partial<Why>): Why => ({
  staff: { code: "CB1", full_name: "An", unit_code: "A", unit_name: "A" },
  date: "2026-07-09", schedule: null, kind: "working", calendar: "", taps: [], papers: [], letters: [], duties: [], loans: [], corrections: [], coverage: [], sessions: [],
  ...some,
});
const tap_at = (at: string) => ({ at, reader: "r", entrance: "e", direction: "both", uid_masked: "", ruled: null, use: "" });

test("a day without sessions is not drawn", () => {
  assert.equal(day_strip(why({ taps: [tap_at("07:00")] })), null);
});

test("sessions, taps and gaps stand to scale between whole hours", () => {
  const strip = day_strip(
    why({
      sessions: [session({ start: "08:00", end: "12:00" })],
      taps: [tap_at("2026-07-09T10:00:30+07:00")],
      coverage: [{ entrance: "e", from: "11:00", to: "12:00", text: "" }],
    }),
  )!;
  assert.deepEqual(strip.hours.map(({ hour }) => hour), [7, 8, 9, 10, 11, 12, 13]);
  assert.deepEqual(strip.taps, [{ clock: "10:00", at: 0.5 }]);
  assert.ok(Math.abs(strip.sessions[0]!.from - 1 / 6) < 1e-9);
  assert.ok(Math.abs(strip.gaps[0]!.to - 5 / 6) < 1e-9);
});

test("a session past midnight runs on", () => {
  const strip = day_strip(why({ sessions: [session({ start: "22:00", end: "02:00" })] }))!;
  assert.deepEqual(strip.hours.map(({ hour }) => hour), [21, 22, 23, 0, 1, 2, 3]);
});

test("a silence from before the day, or without an end, reaches the edge", () => {
  const silent = (from: string, to: string) => ({ entrance: "e", from, to, text: "" });
  const strip = day_strip(
    why({
      sessions: [session({ start: "08:00", end: "12:00" })],
      coverage: [silent("", "10:00"), silent("10:00", ""), silent("18:00", "10:00")],
    }),
  )!;
  assert.deepEqual(strip.gaps, [{ from: 0, to: 0.5 }, { from: 0.5, to: 1 }, { from: 0, to: 0.5 }]);
});
