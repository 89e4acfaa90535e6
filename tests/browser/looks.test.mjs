// What must hold on every page: readable by everybody, on an old PC, a phone, in the dark and on paper.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assert_usable, desk, open_browser, phone, sign_in, sign_in_by_name, visit } from "./support/browser.mjs";
import { start_office } from "./support/server.mjs";

let office, browser, administrator, invitation;
before(async () => {
  office = await start_office();
  administrator = await office.add_person("quan.tri", "CB01", [{ role: "administrator" }]);
  invitation = await office.invite("nguoi.moi", "CB02");
  browser = await open_browser();
});
after(async () => {
  await browser?.close();
  await office?.stop();
});

const addresses = [
  "#/units/2025-07",
  "#/people/2025-07/TINH",
  "#/people/2025-07/TINH?show=late",
  "#/people/2025-07/TINH?view=days",
  "#/person/2025-07/CB01",
  "#/person/2025-07/CB05?show=missing",
  "#/day/2025-07-09/CB01",
  "#/day/2025-07-14/CB04",
  "#/live",
  "#/mine",
  "#/import",
  "#/accounts",
  "#/account",
  "#/people/2025-07/KHONG-CO",
  "#/nowhere",
];
const screens = {
  "a desk screen of 1366 × 768": desk,
  "a phone 390 wide": phone,
  "a tablet 1024 wide": { viewport: { width: 1024, height: 768 } },
  "the 320 px that a page must reflow to": { viewport: { width: 320, height: 640 } },
  "a desk screen in the dark": { ...desk, colorScheme: "dark" },
};

for (const [screen, options] of Object.entries(screens)) {
  test(`every page is accessible and fits ${screen}`, async () => {
    const { page, leave } = await visit(browser, options);
    await page.goto(office.url);
    await page.getByLabel("Tên đăng nhập").waitFor();
    await assert_usable(page, "sign-in");
    await page.getByRole("button", { name: "Đăng nhập bằng mã truy cập" }).click();
    await assert_usable(page, "sign-in by token");
    await page.goto(`${office.url}/#/invitation/${invitation}`);
    await page.getByLabel("Nhập lại mật khẩu mới").waitFor();
    await assert_usable(page, "invitation");
    await page.goto(`${office.url}/#/invitation/over`);
    await page.getByRole("link", { name: "Đến trang đăng nhập" }).waitFor();
    await assert_usable(page, "invitation that is over");
    await sign_in_by_name(page, office, administrator);
    for (const address of addresses) {
      await page.goto(`${office.url}/${address}`);
      await page.waitForLoadState("networkidle", { timeout: 1000 }).catch(() => {}); // pages that listen are never idle
      await page.locator(".waiting").waitFor({ state: "detached" });
      await assert_usable(page, address);
    }
    await leave();
  });
}

test("what a thumb presses on a phone is at least 24 px high and wide", async () => {
  const { page, leave } = await visit(browser, phone);
  await sign_in(page, office, "#/units/2025-07");
  await page.getByRole("table").waitFor();
  const small = await page.evaluate(() =>
    [...document.querySelectorAll("main a, main button, main select, header button")]
      .map((each) => ({ text: each.textContent, box: each.getBoundingClientRect() }))
      .filter(({ box }) => box.height < 24 || box.width < 14)
      .map(({ text, box }) => `${text} ${box.width}×${box.height}`),
  );
  assert.deepEqual(small, []);
  await leave();
});

test("the first load is under 150 KB and asks nobody but the server", async () => {
  const { page, leave } = await visit(browser);
  const sizes = [];
  page.on("response", async (response) => {
    assert.ok(response.url().startsWith(office.url), response.url());
    sizes.push(response.request().sizes().then(({ responseBodySize }) => responseBodySize, () => 0)); // as it travels
  });
  await page.goto(office.url, { waitUntil: "networkidle" });
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  assert.ok(bytes > 10_000 && bytes < 150 * 1024, `${bytes} bytes`);
  await leave();
});

test("the pages come under a policy that allows no foreign and no inline code", async () => {
  const response = await fetch(office.url);
  const policy = response.headers.get("content-security-policy") ?? "";
  assert.match(policy, /default-src 'none'/);
  assert.doesNotMatch(policy, /unsafe/);
});

test("on paper stand the month and the table or calendar, and no controls", async () => {
  const { page, leave } = await visit(browser);
  await sign_in(page, office);
  await page.emulateMedia({ media: "print" });
  for (const address of ["#/units/2025-07", "#/people/2025-07/TINH", "#/person/2025-07/CB01"]) {
    await page.goto(`${office.url}/${address}`);
    await page.getByText("Tháng 7/2025").and(page.locator(":visible")).first().waitFor();
    await page.getByRole("table").first().waitFor(); // visible, once the answer is there
    for (const hidden of ["button", "select", "header"]) {
      assert.equal(await page.locator(hidden).first().isVisible(), false, `${hidden} of ${address}`);
    }
  }
  await leave();
});
