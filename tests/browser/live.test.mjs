// Taps as they come: a batch that a bridge posts stands on an open page a moment later.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { open_browser, sign_in, visit } from "./support/browser.mjs";
import { lay_line } from "./support/line.mjs";
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

async function tap(uid, at = Date.now()) {
  office.stream.tap("cong-a-1", "cong-a", uid, at);
  await office.post_taps(office.stream.batch({ "cong-a-1": at }));
}

test("a tap that is posted appears on the open page, newest first, with its name or as an unknown badge", async () => {
  const { page, leave } = await visit(browser);
  await sign_in(page, office, "#/live");
  await page.getByText("đang nhận trực tiếp").waitFor();
  await tap("04A1B2C3D4E501");
  await page.getByRole("row").nth(1).filter({ hasText: "Nguyễn Văn An" }).waitFor();
  await tap("04FFFFFFFFFF01");
  const newest = page.getByRole("row").nth(1);
  await newest.filter({ hasText: "thẻ chưa đăng ký" }).waitFor();
  assert.ok(!(await newest.innerText()).includes("04FFFFFFFFFF01")); // masked
  await leave();
});

test("a pause keeps the list still and counts what waits", async () => {
  const { page, leave } = await visit(browser);
  await sign_in(page, office, "#/live");
  await tap("04A1B2C3D4E505");
  await page.getByRole("row").nth(1).filter({ hasText: "Hoàng Minh Đức" }).waitFor();
  await page.getByRole("button", { name: "Tạm dừng" }).click();
  const rows = await page.getByRole("row").count();
  await tap("04A1B2C3D4E503");
  const resume = page.getByRole("button", { name: "Tiếp tục (1 lượt mới)" });
  await resume.waitFor();
  assert.equal(await page.getByRole("row").count(), rows);
  await resume.click();
  await page.getByRole("row").nth(1).filter({ hasText: "Lê Quốc Châu" }).waitFor();
  await leave();
});

test("a line that was cut is said, taken up again by itself, and no tap of the meantime is missing or doubled", async () => {
  const line = await lay_line(office.url);
  const { page, leave } = await visit(browser);
  await sign_in(page, { ...office, url: line.url }, "#/live");
  await tap("04A1B2C3D4E501");
  await page.getByRole("row").nth(1).filter({ hasText: "Nguyễn Văn An" }).waitFor();
  const rows = await page.getByRole("row").count();
  line.cut();
  await page.getByText("mất kết nối, đang thử lại").waitFor();
  await tap("04A1B2C3D4E502");
  line.mend();
  await page.getByText("đang nhận trực tiếp").waitFor();
  await page.getByRole("row").nth(1).filter({ hasText: "Trần Thị Bình" }).waitFor();
  assert.equal(await page.getByRole("row").count(), rows + 1);
  await leave();
  await line.close();
});
