// The timesheet of a unit's month: taken as a file, or what has no symbol yet, each line a door to its day.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { assert_usable, desk, has_count, open_browser, phone, sign_in, visit } from "./support/browser.mjs";
import { start_office } from "./support/server.mjs";

let office, browser;
before(async () => {
  office = await start_office();
  browser = await open_browser();
});
after(async () => {
  await browser?.close();
  await office?.stop();
});

async function open_sheet(page, unit) {
  await sign_in(page, office, `#/people/2025-07/${unit}?count=own`);
  await page.getByRole("button", { name: "Bảng chấm công (XLSX)" }).click();
  await page.getByRole("heading", { name: "Bảng chấm công · Tháng 7/2025" }).waitFor();
}

for (const [screen, options] of Object.entries({ "a desk": desk, "a phone": phone })) {
  test(`a whole sheet is taken as a file, on ${screen}`, async () => {
    const { page, leave } = await visit(browser, options);
    await open_sheet(page, "SNV-CCVC");
    await page.getByText("Mọi ngày làm việc đều có ký hiệu.").waitFor();
    await page.getByText("BẢN NHÁP").waitFor(); // the month is not closed
    await assert_usable(page, "the dialog");
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Tải tệp XLSX" }).click()]);
    assert.equal(file.suggestedFilename(), "bang-cham-cong-SNV-CCVC-2025-07.xlsx");
    assert.equal((await readFile(await file.path())).subarray(0, 2).toString(), "PK");
    await leave();
  });

  test(`what has no symbol is listed with its reason and leads to its day, on ${screen}`, async () => {
    const { page, leave } = await visit(browser, options);
    await open_sheet(page, "X1");
    await page.getByText("Còn 2 buổi chưa có ký hiệu:").waitFor();
    await page.getByText("Chưa đủ dữ liệu để kết luận").first().waitFor();
    await assert_usable(page, "the list");
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Tải bản nháp XLSX" }).click()]);
    assert.match(file.suggestedFilename(), /^bang-cham-cong-X1-2025-07/);
    await page.getByRole("link", { name: "Phạm Thu Dung, 14/7, sáng" }).click();
    await page.getByRole("heading", { name: "Thứ Hai, 14/7/2025" }).waitFor();
    await leave();
  });
}

test("whom the head must ask is taken as a paper", async () => {
  const { page, leave } = await visit(browser);
  await sign_in(page, office, "#/people/2025-07/SNV-CCVC?count=own");
  const link = page.getByRole("link", { name: "Danh sách muộn, vắng (PDF)" });
  const [file] = await Promise.all([page.waitForEvent("download"), link.click()]);
  assert.equal(file.suggestedFilename(), "danh-sach-muon-vang-SNV-CCVC-2025-07.pdf");
  assert.equal((await readFile(await file.path())).subarray(0, 5).toString(), "%PDF-");
  await leave();
});

test("who may not take the sheet is not asked whether they want it", async () => {
  const { page, leave } = await visit(browser);
  await sign_in(page, { ...office, token: office.administrator }, "#/people/2025-07/SNV-CCVC?count=own");
  await page.getByRole("region", { name: "Bảng công" }).waitFor();
  await has_count(page.getByRole("button", { name: "Bảng chấm công (XLSX)" }), 0);
  await has_count(page.getByRole("link", { name: "Danh sách muộn, vắng (PDF)" }), 0);
  await leave();
});
