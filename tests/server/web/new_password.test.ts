import assert from "node:assert/strict";
import test from "node:test";
import { new_password_problem } from "web/model/new_password";

test("twelve letters are enough, eleven are not, and marks are no letters of their own", () => {
  assert.equal(new_password_problem("bốn từ ghép!", "bốn từ ghép!"), null);
  assert.equal(new_password_problem("bốn từ ghép", "bốn từ ghép"), "short");
  const typed_in_pieces = "bốn từ ghép".normalize("NFD");
  assert.equal(new_password_problem(typed_in_pieces, typed_in_pieces), "short");
});

test("typed twice, it must be the same", () => {
  assert.equal(new_password_problem("cau thuyen bien xanh", "cau thuyen bien xạnh"), "different");
});
