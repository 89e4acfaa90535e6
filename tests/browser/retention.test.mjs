// For how long records are kept: told before anything is erased, and afterwards what was.
import { after, before, test } from "node:test";
import { assert_usable, desk, has_count, open_browser, phone, sign_in_by_name, visit } from "./support/browser.mjs";
import { start_office } from "./support/server.mjs";

let office, browser, admin, auditor, hr;
before(async () => {
  office = await start_office("[retention]\ntaps_months = 12\naudit_months = 36\n");
  admin = await office.add_person("quan.tri", "", [{ role: "administrator" }]);
  auditor = await office.add_person("kiem.tra", "", [{ role: "auditor" }]);
  hr = await office.add_person("nhan.su", "", [{ role: "hr" }]);
  browser = await open_browser();
});
after(async () => {
  await browser?.close();
  await office?.stop();
});

const row = (page, name) => page.getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });

for (const [screen, size] of [["a desk", desk], ["a phone", phone]]) {
  test(`at ${screen} an auditor sees what is kept for how long, in both languages, and can erase nothing`, async () => {
    const { page, leave } = await visit(browser, size);
    await sign_in_by_name(page, office, auditor);
    await page.getByRole("link", { name: "Thời hạn lưu hồ sơ" }).click();
    await row(page, "Lượt quét thẻ").getByText("1 năm").waitFor();
    await row(page, "Người đã nghỉ việc").getByText("không thời hạn").waitFor();
    await has_count(page.getByRole("button", { name: "Xoá ngay" }), 0);
    await assert_usable(page, `retention at ${screen}`);
    await page.getByRole("radio", { name: "English" }).check();
    await row(page, "Audit log").getByText("3 years").waitFor();
    await assert_usable(page, `retention in English at ${screen}`);
    await leave();
  });
}

test("an administrator erases what is due, and the day says why nobody can judge it", async () => {
  const { page, leave } = await visit(browser);
  await sign_in_by_name(page, office, admin);
  await page.getByRole("link", { name: "Thời hạn lưu hồ sơ" }).click();
  await page.getByText("Chưa xoá hồ sơ nào.").waitFor();
  await page.getByRole("button", { name: "Xoá ngay phần đến hạn" }).click();
  await page.getByText("không thể hoàn tác").waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "Xoá ngay phần đến hạn" }).click();
  await page.getByRole("table", { name: "Đã xoá" }).getByText("Lượt quét thẻ, nhật ký đầu đọc").waitFor();
  await assert_usable(page, "what was erased");
  await leave();

  const { page: other, leave: leave_hr } = await visit(browser);
  await sign_in_by_name(other, office, hr, "#/day/2025-07-09/CB01");
  await other.getByText("lượt quét thẻ của ngày này đã được xoá khi hết thời hạn lưu").first().waitFor();
  await assert_usable(other, "a day that is erased");
  await leave_hr();
});
