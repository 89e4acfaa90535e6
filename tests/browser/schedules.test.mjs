// Working hours: a new version from a day, who follows which, and what would change before it is saved.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assert_usable, desk, has_count, open_browser, phone, sign_in, sign_in_by_name, visit } from "./support/browser.mjs";
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

const dialog = (page) => page.getByRole("dialog");
const save = async (page) => {
  await dialog(page).getByRole("button", { name: "Ghi nhận" }).click();
  await page.getByText("Đã ghi nhận.").waitFor();
};

test("hours change from a day on: whose verdicts would change is seen first, and the days before keep theirs", async () => {
  const { page, leave } = await visit(browser);
  await sign_in(page, office, "#/schedules");
  await page.getByText("Từ 01/01/2025", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Đổi giờ từ một ngày: hanh-chinh" }).click();
  await dialog(page).getByRole("button", { name: "Xem trước" }).click();
  await dialog(page).getByText("Chưa chọn ngày.").waitFor();
  await dialog(page).getByLabel("Có hiệu lực từ ngày").fill("2025-07-14");
  const morning = dialog(page).getByRole("group", { name: "Buổi 1" });
  assert.equal(await morning.getByLabel("Bắt đầu").inputValue(), "07:30");
  await morning.getByLabel("Bắt đầu").fill("07:00"); // everybody taps at 07:20
  await assert_usable(page, "form of hours", "dialog h2");
  await dialog(page).getByRole("button", { name: "Xem trước" }).click();
  await dialog(page).getByText(/^Thay đổi này ảnh hưởng 5 người, 14 ngày/).waitFor();
  await dialog(page).getByRole("row").filter({ hasText: "sáng 14/7" }).first().waitFor();
  await has_count(dialog(page).getByRole("row").filter({ hasText: "11/7" }), 0);
  await assert_usable(page, "preview of hours", "dialog h2");
  await save(page);
  await page.getByText("Từ 14/7/2025", { exact: true }).waitFor();
  await assert_usable(page, "schedules");

  await page.getByRole("button", { name: "Bỏ khung giờ từ 14/7/2025" }).click();
  await dialog(page).getByText(/^Thay đổi này ảnh hưởng 5 người, 14 ngày/).waitFor();
  await save(page);
  await has_count(page.getByText("Từ 14/7/2025", { exact: true }), 0);
  await leave();
});

test("a new schedule is stated, and assigned to one person for a time, on a phone", async () => {
  const { page, leave } = await visit(browser, phone);
  await sign_in(page, office, "#/schedules");
  await page.getByRole("button", { name: "Thêm lịch mới" }).click();
  await dialog(page).getByLabel("Tên lịch").fill("hanh-chinh");
  await dialog(page).getByRole("button", { name: "Xem trước" }).click();
  await dialog(page).getByText("Đã có lịch mang tên này.").waitFor();
  await dialog(page).getByLabel("Tên lịch").fill("mot-buoi");
  await dialog(page).getByLabel("Có hiệu lực từ ngày").fill("2025-01-01");
  await dialog(page).getByRole("button", { name: "Bỏ: chiều" }).click();
  await dialog(page).getByText("Quy định khác").click();
  await dialog(page).getByLabel("Yêu cầu quét thẻ").selectOption("first_only");
  await assert_usable(page, "a new schedule on a phone", "dialog h2");
  await dialog(page).getByRole("button", { name: "Xem trước" }).click();
  await save(page);

  await page.getByRole("button", { name: "Áp dụng cho đơn vị, người: mot-buoi" }).click();
  await dialog(page).getByRole("radio", { name: "Một người" }).check();
  await dialog(page).getByRole("button", { name: "Xem trước" }).click();
  await dialog(page).getByText("Chưa chọn người.").waitFor();
  await dialog(page).getByLabel("Tìm theo họ tên hoặc mã").fill("pham thu");
  await dialog(page).getByRole("button", { name: /Phạm Thu Dung/ }).click();
  await dialog(page).getByLabel("Có hiệu lực từ ngày").fill("2025-07-01");
  await dialog(page).getByLabel("Đến hết ngày").fill("2025-07-31");
  await assert_usable(page, "assigning on a phone", "dialog h2");
  await dialog(page).getByRole("button", { name: "Xem trước" }).click();
  await dialog(page).getByText("Thay đổi này ảnh hưởng 1 người").waitFor();
  await save(page);
  const hours = page.getByRole("region", { name: "mot-buoi" });
  await hours.getByText("01/7/2025 đến 31/7/2025").waitFor();
  await assert_usable(page, "schedules on a phone");
  await page.getByRole("radio", { name: "English" }).check();
  await hours.getByText("first in of the day only").waitFor();
  await leave();
});

test("a unit that gets other hours leaves its old ones the day before", async () => {
  const { page, leave } = await visit(browser, desk);
  await sign_in(page, office, "#/schedules");
  await office.import_schedules(`[[schedule]]\nname = "he"\n[[schedule.season]]\nvalid_from = 2025-01-01\nweekdays = ["mon"]\nsessions = [{ name = "sáng", start = "07:00", end = "11:00" }]\n`);
  await page.reload();
  await page.getByRole("button", { name: "Áp dụng cho đơn vị, người: he" }).click();
  await dialog(page).getByRole("combobox", { name: "Đơn vị" }).selectOption("TINH");
  await dialog(page).getByLabel("Có hiệu lực từ ngày").fill("2025-07-21");
  await dialog(page).getByRole("button", { name: "Xem trước" }).click();
  await dialog(page).getByText(/kết quả sẽ đổi/).waitFor();
  await save(page);
  await page.getByRole("region", { name: "hanh-chinh" }).getByText("01/01/2025 đến 20/7/2025").waitFor();
  await page.getByRole("button", { name: "Kết thúc: he, Ủy ban nhân dân tỉnh" }).click();
  await dialog(page).getByLabel("Ngày cuối cùng áp dụng").fill("2025-07-20"); // before it began: taken back
  await dialog(page).getByRole("button", { name: "Xem trước" }).click();
  await dialog(page).getByRole("button", { name: "Rút lại", exact: true }).click();
  await page.getByText("Đã ghi nhận.").waitFor();
  await page.getByRole("region", { name: "he", exact: true }).getByText("Chưa áp dụng cho ai.").waitFor();
  await leave();
});

test("an officer of one unit reads its hours, and changes nothing", async () => {
  const officer = await office.add_person("hoa.snv", "", [{ role: "hr", unit: "SNV" }]);
  const { page, leave } = await visit(browser);
  await sign_in_by_name(page, office, officer, "#/schedules");
  await page.getByRole("region", { name: "hanh-chinh" }).waitFor();
  await has_count(page.getByRole("button", { name: /Đổi giờ|Áp dụng|Kết thúc|Sửa/ }), 0);
  await has_count(page.getByText("Phạm Thu Dung"), 0);
  await leave();
});
