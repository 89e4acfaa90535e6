// The calendar of a year: a day is stated, seen before it is saved, changed and taken back.
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
const day = (page, date) => page.locator(`[data-date="${date}"]`);

test("a holiday is stated by the keyboard alone, and nothing is saved before its effects were seen", async () => {
  const { page, leave } = await visit(browser);
  await sign_in(page, office, "#/calendar/2025");
  await day(page, "2025-01-01").focus();
  for (let week = 0; week < 27; ++week) await page.keyboard.press("ArrowDown"); // Wednesday 9 July
  assert.equal(await page.evaluate(() => document.activeElement.dataset.date), "2025-07-09");
  await page.keyboard.press("Enter");
  await dialog(page).getByLabel("Tên", { exact: true }).fill("Nghỉ (giả định)");
  await assert_usable(page, "form of a day", "dialog h2");
  await page.keyboard.press("Enter");
  await dialog(page).getByText("Thay đổi này ảnh hưởng 5 người, 1 ngày; 10 kết quả sẽ đổi.").waitFor();
  await assert_usable(page, "preview of a day", "dialog h2");
  assert.equal((await read_calendar("2025")).length, 0, "a preview saves nothing");

  await dialog(page).getByRole("button", { name: "Sửa lại" }).click();
  assert.equal(await dialog(page).getByLabel("Tên", { exact: true }).inputValue(), "Nghỉ (giả định)");
  await dialog(page).getByRole("button", { name: "Xem trước" }).click();
  await dialog(page).getByRole("button", { name: "Ghi nhận" }).click();
  await page.getByText("Đã ghi nhận.").waitFor();
  await page.getByRole("row").filter({ hasText: "Nghỉ (giả định)" }).getByText("toàn bộ các đơn vị").waitFor();
  await assert_usable(page, "year");

  await page.getByRole("button", { name: /^09\/7\/2025/ }).click();
  await dialog(page).getByRole("button", { name: "Rút lại: Nghỉ (giả định)" }).click();
  await dialog(page).getByText("10 kết quả sẽ đổi").waitFor();
  await dialog(page).getByRole("button", { name: "Rút lại", exact: true }).click();
  await page.getByText("Năm này chưa ghi ngày nào.").waitFor();
  await leave();
});

test("some days on end, and a make-up day that works like another weekday, on a phone", async () => {
  const { page, leave } = await visit(browser, phone);
  await sign_in(page, office, "#/calendar/2027");
  await day(page, "2027-02-05").click();
  await dialog(page).getByLabel("Tên", { exact: true }).fill("Tết Nguyên đán");
  await dialog(page).getByLabel("Đến hết ngày").fill("2027-02-04");
  await dialog(page).getByRole("button", { name: "Xem trước" }).click();
  await dialog(page).getByText("Ngày cuối phải sau ngày đầu.").waitFor();
  await dialog(page).getByLabel("Đến hết ngày").fill("2027-02-11");
  await dialog(page).getByRole("button", { name: "Xem trước" }).click();
  await dialog(page).getByRole("button", { name: "Ghi nhận" }).click();
  await page.getByText("Đã ghi nhận.").waitFor();
  assert.equal((await read_calendar("2027")).length, 7);

  await day(page, "2027-02-20").click();
  await dialog(page).getByLabel("Loại ngày").selectOption("working");
  await dialog(page).getByLabel("Làm theo lịch của").selectOption("mon");
  await dialog(page).getByRole("button", { name: "Xem trước" }).click();
  await dialog(page).getByText("Chưa ghi tên của ngày.").waitFor();
  await assert_usable(page, "refused on a phone", "dialog h2");
  await dialog(page).getByLabel("Tên", { exact: true }).fill("Làm bù");
  await dialog(page).getByRole("button", { name: "Xem trước" }).click();
  await dialog(page).getByRole("button", { name: "Ghi nhận" }).click();
  await page.getByText("làm bù theo lịch thứ Hai").waitFor();
  await assert_usable(page, "year on a phone");
  await page.getByRole("radio", { name: "English" }).check();
  await page.getByText("make-up day like Monday").waitFor();
  await leave();
});

test("a closure of one unit is changed, and another unit's row stands beside it", async () => {
  await office.import_rows("calendar", [{ date: "2028-09-07", kind: "closure", name: "Bão", works_like: "", unit_code: "X1", from_time: "13:30" }]);
  const { page, leave } = await visit(browser);
  await sign_in(page, office, "#/calendar/2028");
  await day(page, "2028-09-07").click();
  await dialog(page).getByText("ngừng làm việc từ 13:30").waitFor();
  await dialog(page).getByRole("button", { name: "Sửa: Bão" }).click();
  await dialog(page).getByLabel("Từ giờ").fill("09:00");
  await dialog(page).getByLabel("Số, ngày văn bản").fill("CĐ 112");
  await dialog(page).getByRole("button", { name: "Xem trước" }).click();
  await dialog(page).getByRole("button", { name: "Ghi nhận" }).click();
  await page.getByText("Đã ghi nhận.").waitFor();
  const [row] = await read_calendar("2028");
  assert.deepEqual([row.unit_code, row.from_time, row.paper], ["X1", "09:00", "CĐ 112"]);
  await leave();
});

test("an officer of one unit reads what holds there, and changes nothing", async () => {
  const officer = await office.add_person("hoa.snv", "", [{ role: "hr", unit: "SNV" }]);
  const { page, leave } = await visit(browser);
  await sign_in_by_name(page, office, officer, "#/calendar/2028");
  await page.getByText("Năm này chưa ghi ngày nào.").waitFor(); // the storm was at X1
  await day(page, "2028-09-07").click();
  await dialog(page).getByText("Ngày này chưa ghi gì").waitFor();
  await has_count(dialog(page).getByRole("button", { name: "Thêm" }), 0);
  await leave();
});

async function read_calendar(year) {
  const answer = await fetch(`${office.url}/api/v1/calendar?year=${year}`, { headers: { Authorization: `Bearer ${office.token}` } });
  return (await answer.json()).days;
}
