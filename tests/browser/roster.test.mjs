// The list of people: what it lacks, and how it stands to the file of a personnel system.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
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

const give = (page, text) =>
  page.locator("input[type=file]").setInputFiles({ name: "ho-so.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
const list = (page, name) => page.getByRole("region", { name, exact: true });

/** As a personnel system exports it: a mark, semicolons, its own columns; CB05 moved, CB03 is forgotten, CB09 is new. */
const file = `\uFEFFSTT;Mã CBCC;Họ và tên;Ngày sinh;Đơn vị công tác;Chức vụ
1;CB01;NGUYỄN VĂN AN;1980;Sở Nội vụ - Phòng Công chức, viên chức;Trưởng phòng
2;CB02;Trần Thị Bình;1990;Phòng Công chức, viên chức;Chuyên viên
3;CB04;Phạm Thu Dung;1985;Ủy ban nhân dân phường Tân Bình;Chuyên viên
4;CB05;Hoàng Minh Đức;1986;Sở Nội vụ;Phó Trưởng phòng
5;CB06;Vũ Thị Giang;1991;Sở Nội vụ;Chuyên viên
6;CB09;Đỗ Thị Mới;1995;Sở Nội vụ;Chuyên viên
`;

for (const [screen, options] of Object.entries({ "a desk": desk, "a phone": phone })) {
  test(`HR sees what the list lacks and opens it to the names, on ${screen}`, async () => {
    const { page, leave } = await visit(browser, options);
    await sign_in(page, office, "#/roster");
    const badges = page.locator("details").filter({ hasText: "Chưa có thẻ đang dùng" });
    await badges.getByText("1 người").waitFor();
    await badges.locator("summary").focus();
    await page.keyboard.press("Enter");
    await badges.getByText("Vũ Thị Giang").waitFor();
    await page.getByText("Chưa có lịch làm việc").waitFor();
    await assert_usable(page, `gaps on ${screen}`);
    await badges.getByRole("link", { name: "Cấp thẻ: Vũ Thị Giang" }).click();
    await page.getByRole("heading", { name: /Vũ Thị Giang/ }).waitFor();
    await leave();
  });

  test(`a personnel file is compared: missing here, missing there, different, on ${screen}`, async () => {
    const { page, leave } = await visit(browser, options);
    await sign_in(page, office, "#/roster");
    await give(page, file);
    await page.getByText("Đã đối chiếu 6 người: 4 người khớp.").waitFor();
    await list(page, "Có trong tệp, không có tại đây").getByText("Đỗ Thị Mới").waitFor();
    await list(page, "Có tại đây, không có trong tệp").getByText("Lê Quốc Châu").waitFor();
    const moved = list(page, "Khác nhau").getByRole("row").filter({ hasText: "Hoàng Minh Đức" });
    await has_count(moved, 2);
    await moved.filter({ hasText: "Phó Trưởng phòng" }).waitFor();
    await assert_usable(page, `reconciliation on ${screen}`);
    await page.getByRole("radio", { name: "English" }).check();
    await page.getByText("6 people compared: 4 agree.").waitFor();
    await leave();
  });
}

test("a list is one step from the import that mends it, and can be taken away as a table", async () => {
  const { page, leave } = await visit(browser);
  await sign_in(page, office, "#/roster");
  await give(page, file);
  const missing = list(page, "Có trong tệp, không có tại đây");
  const waiting = page.waitForEvent("download");
  await missing.getByRole("button", { name: "Tải danh sách" }).click();
  assert.match(await readFile(await (await waiting).path(), "utf8"), /^\uFEFFDòng,Mã,Họ và tên.*\r\n7,CB09,Đỗ Thị Mới/);
  await missing.getByLabel("Thêm những người này vào danh sách kể từ ngày:").fill("2025-07-01");
  await missing.getByRole("button", { name: "Chuẩn bị tệp nhập" }).click();
  await page.getByText("1 dòng: 1 thêm mới, 0 thay đổi, 0 không đổi.").waitFor();
  await page.getByRole("button", { name: "Nhập dữ liệu" }).click();
  await page.getByText("Đã nhập.").waitFor();
  await page.goto(`${office.url}/#/roster`);
  await give(page, file);
  await page.getByText("Đã đối chiếu 6 người: 5 người khớp.").waitFor();
  await leave();
});

test("an officer of one unit compares with that unit, and hears of nobody else", async () => {
  const officer = await office.add_person("hoa.snv", "", [{ role: "hr", unit: "SNV" }]);
  const { page, leave } = await visit(browser);
  await sign_in_by_name(page, office, officer, "#/roster");
  await give(page, file);
  const missing = list(page, "Có trong tệp, không có tại đây");
  await missing.getByText("Phạm Thu Dung").waitFor();
  const row = missing.getByRole("row").filter({ hasText: "CB05" });
  assert.match(await row.innerText(), /chưa có/);
  await has_count(page.getByRole("button", { name: "Chuẩn bị tệp nhập" }), 0);
  await leave();
});

test("a file that cannot be read says what is missing", async () => {
  const { page, leave } = await visit(browser);
  await sign_in(page, office, "#/roster");
  await give(page, "Họ và tên,Đơn vị\nNguyễn Văn An,Sở Nội vụ\n");
  await page.getByText('Chưa đối chiếu gì: tệp phải có cột mã, ví dụ "Mã CBCC".').waitFor();
  await page.getByRole("cell", { name: "staff_code", exact: true }).waitFor();
  await leave();
});
