// An inspector verifies a badge by what stands on it; a badge that a reader saw is shown, not worn; and what an
// inspection saw of somebody stands on their own pages.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assert_usable, desk, open_browser, phone, sign_in_by_name, visit } from "./support/browser.mjs";
import { add_department, start_inspection } from "./support/inspection.mjs";
import { start_office } from "./support/server.mjs";

let office, browser, huong, ba, head, inspection;
before(async () => {
  office = await start_office();
  await add_department(office);
  await office.state("heads", "unit_code,staff_code,role,valid_from,valid_to,paper\nSTC,TC01,head,2025-01-01,,QĐ 1\n");
  const badges = ["TC02,04AA0002,2025-01-01,,active", "TC03,04AA0003,2025-01-01,,active", "TC04,04AA0004,2025-01-01,,lost", "TC05,04AA0005,2025-01-01,,revoked"];
  await office.state("badges", `staff_code,uid,valid_from,valid_to,state\n${badges.join("\n")}\n`);
  await office.state("card_numbers", "staff_code,number,valid_from,valid_to\nTC02,H10.12.001234567890.CC,2025-01-01,\n");
  huong = await office.add_person("huong.kt", "TC03", [{ role: "inspector", unit: "" }]);
  ba = await office.add_person("ba.nv", "TC02", []);
  head = await office.add_person("huong.dt", "TC01", []);
  inspection = await start_inspection(office, [huong]);
  browser = await open_browser();
});
after(async () => {
  await browser?.close();
  await office?.stop();
});

const says = (page, text) => page.getByRole("status").getByText(text).waitFor();
/** As a scanner types: the text and Enter. */
async function scan(page, text) {
  await page.getByLabel("Số thẻ, mã QR hoặc mã cán bộ").fill(text);
  await page.keyboard.press("Enter");
}

test("a badge is verified by its number, its QR or the code of its holder, one after the other", async () => {
  const { page, leave } = await visit(browser, phone);
  await sign_in_by_name(page, office, huong, "#/inspections");
  await page.getByRole("link", { name: "Xác minh thẻ" }).click();
  await page.getByRole("heading", { name: "Xác minh thẻ" }).waitFor();
  await scan(page, "8431|Nguyen Van Ba|H10.12.001234567890.CC");
  await says(page, "✓ Thẻ đang có hiệu lực");
  await says(page, "Nguyễn Văn Ba");
  await says(page, /Hôm nay: .*chưa/);
  await assert_usable(page, "a badge that is valid, on a phone");
  assert.equal(await page.getByRole("button", { name: "Quét mã QR bằng máy ảnh" }).count(), 0, "this browser reads no codes");

  // What was typed is marked: the next code takes its place.
  const typed = await page.getByLabel("Số thẻ, mã QR hoặc mã cán bộ").evaluate((field) => field.value.slice(field.selectionStart, field.selectionEnd));
  assert.equal(typed, "8431|Nguyen Van Ba|H10.12.001234567890.CC");
  await page.keyboard.type("TC04");
  await page.keyboard.press("Enter");
  await says(page, "✕ Thẻ đã báo mất");
  await scan(page, "TC05");
  await says(page, "✕ Thẻ đã bị thu hồi");
  await assert_usable(page, "a badge that was revoked, on a phone");
  await scan(page, "TC06");
  await says(page, "✕ Chưa được cấp thẻ");
  await scan(page, "KHONG-CO");
  await page.getByText("Không tìm thấy thẻ này trong các đơn vị bạn kiểm tra.").waitFor();
  assert.equal(await page.locator(".verified").count(), 0, "nobody's answer stays");
  await scan(page, " ");
  await page.getByText("Chưa nhập số thẻ hoặc mã cán bộ.").waitFor();
  await leave();
});

test("a browser that reads codes looks through the camera, which the pages' policy allows", async () => {
  const { page, leave } = await visit(browser, phone);
  // Chromium has no reader of codes on this system: one that sees a code in the first picture, over a real stream.
  await page.addInitScript(() => {
    globalThis.BarcodeDetector = class {
      detect = async () => [{ rawValue: "TC02" }];
    };
    navigator.mediaDevices.getUserMedia = async () => {
      const canvas = document.createElement("canvas");
      canvas.getContext("2d").fillRect(0, 0, 10, 10);
      return (globalThis.stream = canvas.captureStream(10));
    };
  });
  await sign_in_by_name(page, office, huong, "#/inspect");
  assert.equal(await page.evaluate(() => document.featurePolicy.allowsFeature("camera")), true);
  assert.equal(await page.evaluate(() => document.featurePolicy.allowsFeature("microphone")), false);
  await page.getByRole("button", { name: "Quét mã QR bằng máy ảnh" }).click();
  await says(page, "Nguyễn Văn Ba");
  assert.ok(await page.evaluate(() => stream.getTracks().every(({ readyState }) => readyState === "ended")), "the camera is off again");
  await leave();
});

test("a badge that a reader saw in check mode is shown on the list, and is not worn", async () => {
  office.stream.check("may-kt-1", ["04AA0003", "04AA0002"], Date.now());
  await office.post_taps(office.stream.batch({}));
  const { page, leave } = await visit(browser, phone);
  await sign_in_by_name(page, office, huong, `#/inspect/${inspection.file}`);
  await page.getByText(/▣ đã xuất trình thẻ \d\d:\d\d/).waitFor();
  await page.getByText("0/12").waitFor();
  await page.getByText("Xác minh thẻ").click();
  await scan(page, "TC02");
  await says(page, "✓ Thẻ đang có hiệu lực");
  await assert_usable(page, "a badge is verified between two desks");
  await leave();
  const file = await visit(browser, desk);
  await sign_in_by_name(file.page, office, huong, `#/inspection/${inspection.file}`);
  await file.page.getByText(/▣ Đã xuất trình thẻ \d\d:\d\d/).waitFor();
  await assert_usable(file.page, "people of an inspection");
  await file.leave();
});

test("what an inspection saw of somebody and found about them stands on their own pages, and waits for their head", async () => {
  const finding = "f".repeat(32);
  await inspection.write(huong, "marked", { staff_code: "TC02", observed: "not_worn" });
  await inspection.write(huong, "found", { finding, list: "badge", text: "Không đeo thẻ khi tiếp công dân", due: "2026-01-15" });
  await inspection.write(huong, "named", { finding, staff_code: "TC02" });
  const { page, leave } = await visit(browser, phone);
  await sign_in_by_name(page, office, ba, "#/requests");
  await page.getByRole("heading", { name: "Kết quả kiểm tra" }).waitFor();
  await page.getByText("Không đeo thẻ khi tiếp công dân: quá hạn, hạn 15/01/2026").waitFor();
  await assert_usable(page, "results of inspections on one's own page");
  await page.getByRole("link", { name: /Cuộc kiểm tra số 1\// }).click();
  await page.getByText("Không đeo thẻ khi tiếp công dân").first().waitFor();
  const month = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 7);
  await page.goto(`${office.url}/#/person/${month}/TC02`);
  await page.getByRole("heading", { name: "Kiểm tra", exact: true }).waitFor();
  await page.getByText("Không đeo thẻ", { exact: true }).waitFor();
  await assert_usable(page, "the inspection part of a month");
  await leave();
  const unit = await visit(browser, desk);
  await sign_in_by_name(unit.page, office, head, "#/waiting");
  await unit.page.getByText("1 tồn tại chưa khắc phục, quá hạn 1").waitFor();
  await assert_usable(unit.page, "what waits for a head");
  await unit.page.getByRole("link", { name: "Kiến nghị sau kiểm tra" }).click();
  await unit.page.getByText("Không đeo thẻ khi tiếp công dân").waitFor();
  await unit.leave();
});
