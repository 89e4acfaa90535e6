import assert from "node:assert/strict";
import test from "node:test";
import type { KnownFinding, Observed } from "web/api/inspections";
import { seen_findings, untold } from "web/model/inspect_findings";
import { new_step, type KeptStep } from "web/model/inspect_queue";

const file = "0".repeat(31) + "f";
const eight = Date.parse("2026-03-09T08:00:00+07:00");
const known = (finding: string, some: Partial<KnownFinding> = {}): KnownFinding => ({
  finding, state: "open", by: "lan", list: "badge", text: "Không đeo thẻ", due: null, people: [], ...some,
});
const found = (finding: string, text: string, second = 0, some: Partial<KeptStep> = {}): KeptStep => ({
  ...new_step("huong", file, "found", { finding, list: "badge", text }, eight + second * 1000), ...some,
});
const named = (finding: string, staff_code: string, some: Partial<KeptStep> = {}): KeptStep => ({
  ...new_step("huong", file, "named", { finding, staff_code }, eight), ...some,
});
const seen = (server: KnownFinding[], ...steps: KeptStep[]) => seen_findings(server, file, steps, "huong");
const refused = { state: "refused", reason: "Bạn không được ghi nội dung này" } as const;

test("a finding that only this device has stands below the server's, with whom it concerns", () => {
  const [first, second, ...more] = seen([known("a")], found("b", "Đi muộn"), named("b", "TC02"), named("b", "TC03"));
  assert.deepEqual([first?.finding, first?.unsent, first?.state], ["a", false, "open"]);
  assert.deepEqual([second?.fields.text, second?.people, second?.unsent, second?.state], ["Đi muộn", ["TC02", "TC03"], true, null]);
  assert.equal(more.length, 0);
});

test("one that is delivered and one that the server has told since are the same one", () => {
  const [one, ...more] = seen([known("b", { text: "Đi muộn", people: ["TC02"] })], found("b", "Đi muộn", 0, { state: "delivered" }), named("b", "TC02"));
  assert.deepEqual([one?.people, one?.unsent, more.length], [["TC02"], true, 0]);
});

test("what is stated again holds, and says that it is not sent yet", () => {
  const [one] = seen([known("a", { by: "huong" })], found("a", "Đeo thẻ bị che khuất", 9));
  assert.deepEqual([one?.fields.text, one?.unsent], ["Đeo thẻ bị che khuất", true]);
});

test("what the server refused stays in sight with its reason, and may be stated again", () => {
  const [one] = seen([], found("b", "Đi muộn", 0, refused), named("b", "TC02", refused));
  assert.deepEqual([one?.fields.text, one?.people, one?.unsent], ["Đi muộn", ["TC02"], false]);
  assert.deepEqual(one?.refused.map(({ reason }) => reason), [refused.reason, refused.reason]);
  assert.deepEqual(seen([known("a")], named("a", "TC02", refused))[0]?.people, [], "the server knows it without her");
});

test("findings of another login or another inspection are nobody's here", () => {
  assert.deepEqual(seen([], found("b", "x", 0, { owner: "lan" }), found("c", "x", 0, { file: "1".repeat(32) })), []);
});

test("whom no finding about badges names yet is to be told", () => {
  const person = (staff_code: string, holds: Observed | null) => ({ person: { staff_code }, holds });
  const people = [person("A", "not_worn"), person("B", "worn"), person("C", "worn_wrongly"), person("D", null), person("E", "not_issued")];
  assert.deepEqual(untold(seen([known("a", { people: ["A"] }), known("b", { list: "hours", people: ["C"] })]), people), ["C", "E"]);
});
