import assert from "node:assert/strict";
import test from "node:test";
import type { AskedLine, LineAnswer } from "web/api/inspections";
import { seen_lines, type SeenLine } from "web/model/inspect_lines";
import { new_step, type KeptStep } from "web/model/inspect_queue";

const file = "0".repeat(31) + "f";
const eight = Date.parse("2026-03-09T08:00:00+07:00");
const asked: AskedLine = { list: "postings", version: 1, line: "hotline", vi: "Đường dây nóng", en: "The hotline", answer: null };
const known: AskedLine = { ...asked, answer: "kept", note: "ở cửa", by: "lan", at: "2026-03-09T08:05:30" };
const step = (answer: LineAnswer, second = 0, some: Partial<KeptStep> = {}): KeptStep => ({
  ...new_step("huong", file, "answered", { list: "postings", version: "1", line: "hotline", answer, note: "" }, eight + second * 1000), ...some,
});
const seen = (line: AskedLine, ...steps: KeptStep[]): SeenLine => seen_lines([line], file, steps, "huong")[0] as SeenLine;

test("an answer that is not delivered yet stands over the server's, and says so", () => {
  assert.deepEqual([seen(asked).answer, seen(asked).unsent], [null, false]);
  assert.deepEqual([seen(asked, step("broken")).answer, seen(asked, step("broken")).unsent], ["broken", true]);
  assert.equal(seen(asked, step("broken", 0, { state: "delivered" })).unsent, false);
});

test("of several inspectors the later answer holds, by the office's clock", () => {
  assert.deepEqual([seen(known, step("broken", 300)).answer, seen(known, step("broken", 300)).by], ["kept", "lan"]);
  assert.deepEqual([seen(known, step("broken", 330)).answer, seen(known, step("broken", 330)).note], ["broken", ""]);
  assert.equal(seen(known, step("broken", 400), step("not_applicable", 500)).answer, "not_applicable");
});

test("an answer that the server refused does not count, and is not forgotten", () => {
  const refused = step("broken", 400, { state: "refused", reason: "Bạn không được ghi nội dung này" });
  assert.deepEqual([seen(known, refused).answer, seen(known, refused).refused?.id], ["kept", refused.id]);
  assert.equal(seen(known, refused, step("kept", 500)).refused, null, "a later answer stands");
});

test("answers of another login, of another inspection or to another line are not this line's", () => {
  assert.equal(seen(asked, step("kept", 0, { owner: "lan" }), step("kept", 0, { file: "1".repeat(32) })).answer, null);
  assert.equal(seen({ ...asked, list: "other" }, step("kept")).answer, null);
});
