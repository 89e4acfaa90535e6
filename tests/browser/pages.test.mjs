// From the month to the reason, as an HR officer goes; against the real server.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assert_usable, enter_token, has_count, open_browser, press_sign_in, sign_in, visit } from "./support/browser.mjs";
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

const row = (page, name) => page.getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });

test("a wrong token is refused in words, and a right one opens the page that was asked for", async () => {
  const { page, leave } = await visit(browser);
  await page.goto(`${office.url}/#/person/2025-07/CB01`);
  await enter_token(page, "");
  await page.getByText("Chưa nhập mã truy cập.").waitFor();
  await page.getByLabel("Mã truy cập").fill("sai");
  await press_sign_in(page);
  await page.getByText("Mã truy cập không đúng").waitFor();
  await page.getByLabel("Mã truy cập").fill(office.token);
  await press_sign_in(page);
  await page.getByRole("heading", { name: "Nguyễn Văn An" }).waitFor();
  await leave();
});

test("no script can read the token: it is in no address, no storage and no readable cookie", async () => {
  const { page, leave } = await visit(browser);
  await sign_in(page, office);
  await page.getByRole("table").waitFor();
  const readable = await page.evaluate(() => ({
    address: location.href,
    cookie: document.cookie,
    local: JSON.stringify(localStorage),
    session: JSON.stringify(sessionStorage),
    html: document.documentElement.outerHTML,
  }));
  for (const [place, text] of Object.entries(readable)) assert.ok(!text.includes(office.token), place);
  assert.equal(readable.cookie, "");
  const [cookie] = await page.context().cookies();
  assert.equal(cookie.httpOnly, true);
  assert.equal(cookie.sameSite, "Strict");
  await leave();
});

test("signing out forgets what was read: neither Back nor the next who signs in sees it, nor a reload", async () => {
  const { page, leave } = await visit(browser);
  await sign_in(page, office, "#/units/2025-07");
  await page.goto(`${office.url}/#/people/2025-07/SNV-CCVC`);
  await page.getByText("Nguyễn Văn An").waitFor();
  await page.goto(`${office.url}/#/units/2025-07`);
  await page.getByRole("button", { name: "Đăng xuất" }).click();
  await page.getByLabel("Tên đăng nhập").waitFor();
  await page.goBack();
  await page.waitForURL(/SNV-CCVC/);
  await page.getByLabel("Tên đăng nhập").waitFor();
  await has_count(page.getByText("Nguyễn Văn An"), 0);

  await page.route("**/api/v1/reports/**", () => {}); // unanswered: what stands there was not asked for just now
  await enter_token(page, office.token);
  await page.getByRole("button", { name: "Đăng xuất" }).waitFor();
  await page.locator(".waiting").first().waitFor();
  await has_count(page.getByText("Nguyễn Văn An"), 0);

  await page.getByRole("button", { name: "Đăng xuất" }).click();
  await page.getByLabel("Tên đăng nhập").waitFor();
  await page.reload();
  await page.getByLabel("Tên đăng nhập").waitFor();
  await leave();
});

/** The figures of a line that are not zero, by the word at the head of their column. */
const figures = (page, name) =>
  row(page, name).evaluate((line) => {
    const heads = [...line.closest("table").tHead.rows[0].cells];
    const words = heads.flatMap((head) => Array.from({ length: head.colSpan }, () => head.textContent.trim()));
    const found = [...line.cells].map((cell, place) => [words[place], cell, Number.parseInt(cell.textContent, 10)]);
    const counted = found.filter(([, cell, count]) => /figure-/.test(cell.className) && count !== 0);
    return Object.fromEntries(counted.map(([word, , count]) => [word, count]));
  });

test("each figure stands under its own word and opens on what it counts", async () => {
  const { page, leave } = await visit(browser);
  await sign_in(page, office, "#/units/2025-07");
  await row(page, "Sở Nội vụ").waitFor();
  assert.deepEqual(await figures(page, "Sở Nội vụ"), { Muộn: 1, Vắng: 1, "Có lý do": 2 });
  assert.deepEqual(await figures(page, "Ủy ban nhân dân phường Tân Bình"), { "Thiếu lượt": 1, "Chưa đủ": 2 });

  await page.goto(`${office.url}/#/people/2025-07/TINH`);
  await row(page, "Nguyễn Văn An").waitFor();
  assert.deepEqual(await figures(page, "Nguyễn Văn An"), { Muộn: 1 });
  assert.deepEqual(await figures(page, "Trần Thị Bình"), { "Có lý do": 2 });
  assert.deepEqual(await figures(page, "Lê Quốc Châu"), { Vắng: 1 });
  assert.deepEqual(await figures(page, "Phạm Thu Dung"), { "Chưa đủ": 1 });
  assert.deepEqual(await figures(page, "Hoàng Minh Đức"), { "Thiếu lượt": 1, "Chưa đủ": 1 });

  await row(page, "Lê Quốc Châu").getByRole("link", { name: "1 Vắng" }).click();
  await page.getByRole("heading", { name: "Lê Quốc Châu" }).waitFor();
  assert.match(page.url(), /show=absent/);
  await page.getByRole("listitem").filter({ hasText: "11/7" }).waitFor();
  await has_count(page.locator(".session-list > li"), 1);
  await leave();
});

test("the month opens from units to people, to days, to the reason, and Back leads the same way home", async () => {
  const { page, leave } = await visit(browser);
  await sign_in(page, office, "#/units/2025-07");
  // 5 people, 23 working days of two sessions.
  await row(page, "Ủy ban nhân dân tỉnh").getByRole("cell", { name: "230", exact: true }).waitFor();
  await page.getByRole("button", { name: "Các đơn vị trực thuộc Sở Nội vụ" }).click();
  await row(page, "Phòng Công chức, viên chức").getByRole("link", { name: "1 Muộn" }).click();

  await page.getByRole("heading", { name: "Phòng Công chức, viên chức" }).waitFor();
  await page.getByText("Chỉ những người có buổi đi muộn").waitFor();
  await has_count(page.getByText("Trần Thị Bình"), 0); // never late
  await page.getByRole("link", { name: "Nguyễn Văn An" }).click();

  await page.getByRole("heading", { name: "Nguyễn Văn An" }).waitFor();
  await page.getByRole("link", { name: /09\/7\/2025.*đi muộn 7 phút/ }).click();

  await page.getByRole("heading", { name: "Thứ Tư, 09/7/2025" }).waitFor();
  await page.getByText(/^Đi muộn 7 phút: .*07:37.*cong-a.*07:30/).first().waitFor();
  await page.getByRole("row").filter({ hasText: "07:37" }).waitFor();

  await page.goBack();
  await page.getByRole("heading", { name: "Nguyễn Văn An" }).waitFor();
  await page.goBack();
  await page.getByRole("heading", { name: "Phòng Công chức, viên chức" }).waitFor();
  await page.goBack();
  await row(page, "Phòng Công chức, viên chức").waitFor(); // the tree is still open
  await leave();
});

test("a unit's page tells in that month what became of the unit", async () => {
  const { page, leave } = await visit(browser);
  await sign_in(page, office, "#/people/2025-07/X1");
  const told = page.getByText("Tiếp nhận: Ủy ban nhân dân phường Tân Hòa (Nghị quyết 5/NQ-HĐND, từ 01/7/2025).");
  await told.waitFor();
  await page.goto(`${office.url}/#/people/2025-08/X1`);
  await told.waitFor({ state: "detached" });
  await leave();
});

test("who works at a unit and belongs to another stands below its people, apart", async () => {
  const { page, leave } = await visit(browser);
  await sign_in(page, office, "#/people/2025-08/X1");
  const guests = page.getByRole("table", { name: "Người nơi khác đến làm việc" });
  await guests.getByRole("row", { name: /Vũ Thị Giang.*Sở Nội vụ.*01\/8.*31\/8/ }).waitFor();
  await page.getByText("2 người", { exact: true }).waitFor();
  await guests.getByRole("link", { name: "Vũ Thị Giang" }).click();
  await page.getByRole("heading", { name: "Vũ Thị Giang" }).waitFor();
  await page.goto(`${office.url}/#/people/2025-08/SNV`);
  await row(page, "Vũ Thị Giang").waitFor();
  await has_count(page.getByText("Người nơi khác đến làm việc"), 0);
  await leave();
});

test("unknown is not absent: a morning without a listening reader is hatched and names its cause", async () => {
  const { page, leave } = await visit(browser);
  await sign_in(page, office, "#/person/2025-07/CB04");
  await page.locator(".half-unknown").waitFor();
  await has_count(page.locator(".half-unknown"), 1);
  await page.getByRole("link", { name: /14\/7\/2025.*sáng: chưa đủ dữ liệu/ }).click();
  await page.getByText(/^Chưa đủ dữ liệu: .*cong-b/).first().waitFor();
  await has_count(page.locator(".verdict .sign-provisional"), 1);
  await has_count(page.locator(".verdict .sign-absent"), 0);
  await has_count(page.getByText("chưa có giải trình", { exact: false }), 0);
  await leave();
});

test("leave, an unexplained absence and a forgotten tap each show their own sign and word", async () => {
  const { page, leave } = await visit(browser);
  await sign_in(page, office, "#/person/2025-07/CB02");
  await page.getByRole("link", { name: /10\/7\/2025; sáng: vắng có lý do; chiều: vắng có lý do/ }).waitFor();
  await page.goto(`${office.url}/#/person/2025-07/CB03`);
  await page.getByRole("link", { name: /11\/7\/2025; sáng: chưa có giải trình; chiều: đúng giờ/ }).waitFor();
  await page.goto(`${office.url}/#/person/2025-07/CB05`);
  await page.getByRole("link", { name: /15\/7\/2025; sáng: đúng giờ; chiều: thiếu lượt quét ra/ }).waitFor();
  await leave();
});

test("a unit's own people and its whole subtree are counted apart", async () => {
  const { page, leave } = await visit(browser);
  await sign_in(page, office, "#/units/2025-07");
  await row(page, "Sở Nội vụ").getByRole("link", { name: "3 Người" }).waitFor();
  await page.getByRole("radio", { name: "Riêng từng đơn vị" }).check();
  await row(page, "Sở Nội vụ").getByRole("link", { name: "1 Người" }).waitFor();
  assert.match(page.url(), /count=own/);
  await leave();
});

test("the tree is opened and closed from the keyboard alone", async () => {
  const { page, leave } = await visit(browser);
  await sign_in(page, office, "#/units/2025-07");
  const toggle = page.getByRole("button", { name: "Các đơn vị trực thuộc Sở Nội vụ" });
  await toggle.focus();
  await page.keyboard.press("ArrowRight");
  await row(page, "Phòng Công chức, viên chức").waitFor();
  assert.equal(await toggle.getAttribute("aria-expanded"), "true");
  await page.keyboard.press("ArrowLeft");
  await row(page, "Phòng Công chức, viên chức").waitFor({ state: "detached" });
  await leave();
});

test("the language is switched in place and remembered; nothing else is kept in the browser", async () => {
  const { page, leave } = await visit(browser);
  await sign_in(page, office, "#/day/2025-07-09/CB01");
  await page.getByRole("radio", { name: "English" }).check();
  await page.getByRole("heading", { name: "Wednesday, 9 Jul 2025" }).waitFor();
  await page.getByText(/07:37/).first().waitFor();
  assert.equal(await page.getAttribute("html", "lang"), "en");
  await page.reload();
  await page.getByRole("heading", { name: "Wednesday, 9 Jul 2025" }).waitFor();
  assert.deepEqual(await page.evaluate(() => ({ ...localStorage })), { language: "en" });
  await leave();
});

test("what does not exist is said, with a way on", async () => {
  const { page, leave } = await visit(browser);
  await sign_in(page, office, "#/people/2025-07/KHONG-CO");
  await page.getByRole("alert").getByText("Không tìm thấy dữ liệu").waitFor();
  await page.goto(`${office.url}/#/nowhere`);
  await page.getByRole("link", { name: "Về trang đầu" }).click();
  await page.getByRole("table").waitFor();
  await leave();
});

test("a unit's months stand beside one another, as lines and as figures that open", async () => {
  const { page, leave } = await visit(browser);
  await sign_in(page, office, "#/trend/SNV");
  await page.getByRole("heading", { name: "Sở Nội vụ" }).waitFor();
  await page.getByRole("img", { name: "Tỷ lệ đúng giờ" }).waitFor();
  await assert_usable(page, "months compared");
  await page.getByRole("link", { name: "Tháng 7/2025" }).click();
  await page.waitForURL(/people\/2025-07\/SNV/);
  await leave();
});
