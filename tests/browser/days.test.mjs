// People × days: what each cell says, where it leads, and a unit of 2,000 people.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assert_usable, desk, has_count, open_browser, phone, sign_in, visit } from "./support/browser.mjs";
import { start_office } from "./support/server.mjs";

const people = 2000;
let office, browser;
before(async () => {
  office = await start_office();
  await office.state("units", "code,name,kind,parent_code,valid_from,valid_to\nBV,Bệnh viện tỉnh,hospital,TINH,2025-01-01,\n");
  const staff = Array.from({ length: people }, (_, i) => `BV${String(i + 1).padStart(4, "0")},Người ${i + 1},BV,Bác sĩ,viên chức,2025-01-01,,`);
  await office.state("staff", `code,full_name,unit_code,position,category,valid_from,valid_to,works_at\n${staff.join("\n")}\n`);
  browser = await open_browser();
});
after(async () => {
  await browser?.close();
  await office?.stop();
});

for (const [screen, options] of Object.entries({ "a desk": desk, "a phone": phone })) {
  test(`each half cell has its sign, is read out, and opens the day's reasons, on ${screen}`, async () => {
    const { page, leave } = await visit(browser, options);
    await sign_in(page, office, "#/people/2025-07/X1?view=days");
    await page.getByRole("link", { name: "Phạm Thu Dung, thứ Hai 14/7/2025: chưa đủ dữ liệu; đúng giờ" }).waitFor();
    await page.goto(`${office.url}/#/people/2025-07/SNV`);
    await page.getByRole("heading", { name: "Sở Nội vụ" }).waitFor();
    await page.getByRole("radio", { name: "Từng ngày" }).check();
    await page.waitForURL(/view=days/);
    const late = page.getByRole("link", { name: "Nguyễn Văn An, thứ Tư 09/7/2025: đi muộn / về sớm; đúng giờ" });
    await late.waitFor();
    assert.deepEqual(
      await late.locator(".half-cell svg").evaluateAll((signs) => signs.map((each) => each.getAttribute("class"))),
      ["sign sign-late", "sign sign-on_time"],
    );
    await page.getByRole("link", { name: "Trần Thị Bình, thứ Năm 10/7/2025: vắng có lý do; vắng có lý do" }).waitFor();
    await page.getByRole("link", { name: "Lê Quốc Châu, thứ Sáu 11/7/2025: chưa có giải trình; đúng giờ" }).waitFor();
    await page.getByRole("link", { name: "Lê Quốc Châu, thứ Bảy 12/7/2025: Không có buổi nào phải có mặt." }).waitFor();
    await assert_usable(page, "the grid");
    await late.click();
    await page.getByRole("heading", { name: "Thứ Tư, 09/7/2025" }).waitFor();
    await page.goBack();
    await late.waitFor();
    await page.getByRole("radio", { name: "English" }).check();
    await page.getByRole("link", { name: /Nguyễn Văn An, Wednesday 9 Jul 2025: late/ }).waitFor();
    await leave();
  });
}

test("the grid is one stop of Tab, and its cells are reached with the arrow keys", async () => {
  const { page, leave } = await visit(browser);
  await sign_in(page, office, "#/people/2025-07/SNV-CCVC?view=days");
  await page.getByRole("grid").waitFor();
  await has_count(page.locator("a.cell[tabindex='0']"), 1);
  await page.locator("a.cell[tabindex='0']").focus();
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
  await page.keyboard.press("ArrowDown");
  assert.match(await focused(), /^Trần Thị Bình, thứ Ba 01\/7/);
  await page.keyboard.press("End");
  assert.match(await focused(), /^Trần Thị Bình, thứ Năm 31\/7/);
  await page.keyboard.press("Control+Home");
  assert.match(await focused(), /^Nguyễn Văn An, thứ Ba 01\/7/);
  await has_count(page.locator("a.cell[tabindex='0']"), 1);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Thứ Ba, 01/7/2025" }).waitFor();
  await leave();
});

test("of 2,000 people only those who are seen are in the document, and the last is one key away", async () => {
  const { page, leave } = await visit(browser);
  await sign_in(page, office, "#/people/2025-07/BV?view=days");
  await page.getByRole("rowheader", { name: "Người 1", exact: true }).waitFor();
  const rows = () => page.getByRole("rowheader").count();
  assert.equal(await page.getByRole("grid").getAttribute("aria-rowcount"), String(people + 1));
  assert.ok((await rows()) <= 80, `${await rows()} rows`);
  await page.locator("a.cell[tabindex='0']").focus();
  await page.keyboard.press("Control+End");
  await page.waitForFunction((name) => document.activeElement?.getAttribute("aria-label")?.startsWith(name), `Người ${people}, thứ Năm 31/7`);
  assert.ok((await rows()) <= 80, `${await rows()} rows`);
  await page.goto(`${office.url}/#/people/2025-07/BV`);
  await page.getByRole("table").getByRole("rowheader").first().waitFor();
  assert.ok((await rows()) <= 80, `${await rows()} rows of the list`);
  await leave();
});

test("of 1,500 units only those who are seen are in the document, whole tree open", async () => {
  const divisions = Array.from({ length: 1500 }, (_, i) => `BV-${i + 1},Khoa ${i + 1},division,BV,2025-01-01,`);
  await office.state("units", `code,name,kind,parent_code,valid_from,valid_to\n${divisions.join("\n")}\n`);
  const { page, leave } = await visit(browser);
  await sign_in(page, office, "#/units/2025-07");
  await page.getByRole("button", { name: "Mở tất cả" }).click();
  await page.getByRole("link", { name: "Khoa 1", exact: true }).waitFor();
  const rows = () => page.getByRole("rowheader").count();
  const all = await page.getByRole("table").getAttribute("aria-rowcount");
  assert.ok(Number(all) > 1500, all);
  assert.ok((await rows()) <= 80, `${await rows()} rows`);
  await page.mouse.move(600, 500);
  await page.keyboard.press("End");
  await page.getByRole("rowheader", { name: "Tân Bình" }).waitFor(); // the last of the tree
  assert.ok((await rows()) <= 80, `${await rows()} rows at the end`);
  await page.getByLabel("Tìm đơn vị").fill("khoa 1499");
  await page.getByRole("rowheader", { name: "Khoa 1499" }).waitFor();
  await leave();
});

test("on paper stands every row of the grid", async () => {
  const { page, leave } = await visit(browser);
  await sign_in(page, office, "#/people/2025-07/BV?view=days");
  await page.getByRole("rowheader", { name: "Người 1", exact: true }).waitFor();
  await page.emulateMedia({ media: "print" });
  await page.getByRole("rowheader", { name: `Người ${people}`, exact: true }).waitFor();
  assert.equal(await page.getByRole("rowheader").count(), people);
  await leave();
});
