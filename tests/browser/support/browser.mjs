// The system's Chromium, driven by playwright-core; what must hold on every page.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { readlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";

const of_web = createRequire(new URL("../../../server/web/package.json", import.meta.url));
const { chromium } = of_web("playwright-core");
const axe = readFileSync(of_web.resolve("axe-core/axe.min.js"), "utf8");

export const desk = { viewport: { width: 1366, height: 768 } };
export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const how = {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
  ],
};

/** A browser with a user folder of its own, gone when it is closed. */
export function open_browser() {
  return chromium.launch(how);
}

/** A browser on a device: what it keeps in `folder` is there again when it is opened anew. `kill` ends it as an empty
 *  battery does. */
export async function open_device(folder, options = phone) {
  const context = await chromium.launchPersistentContext(folder, { ...how, ...options });
  const kill = async () => {
    const lock = await readlink(join(folder, "SingletonLock")); // "host-1234": the process whose folder it is
    const closed = context.waitForEvent("close");
    process.kill(Number(lock.split("-").at(-1)), "SIGKILL");
    await closed;
  };
  return { context, page: context.pages()[0] ?? (await context.newPage()), kill };
}

/** A fresh visitor. Whatever the page throws, or is refused by its security policy, fails the test at `leave()`. */
export async function visit(browser, options = desk) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (/Content Security Policy/.test(message.text())) faults.push(message.text());
  });
  const leave = async () => {
    await context.close();
    assert.deepEqual(faults, []);
  };
  return { page, leave };
}

/** As who holds a token: an HR officer. */
export async function sign_in(page, office, address = "") {
  await page.goto(`${office.url}/${address}`);
  await enter_token(page, office.token);
  await page.getByRole("button", { name: "Đăng xuất" }).waitFor();
}

/** Fills the form for tokens that stands behind the one for names. */
export async function enter_token(page, token) {
  await page.getByRole("button", { name: "Đăng nhập bằng mã truy cập" }).click();
  await page.getByLabel("Mã truy cập").fill(token);
  await press_sign_in(page);
}

export async function enter_name(page, name, password) {
  await page.getByLabel("Tên đăng nhập").fill(name);
  await page.getByLabel("Mật khẩu").fill(password);
  await press_sign_in(page);
}

export const press_sign_in = (page) => page.getByRole("button", { name: "Đăng nhập", exact: true }).click();

/** As who has a login. */
export async function sign_in_by_name(page, office, { name, password }, address = "") {
  await page.goto(`${office.url}/${address}`);
  await enter_name(page, name, password);
  await page.getByRole("button", { name: "Đăng xuất" }).waitFor();
}

/** Waits until so many stand on the page: what is about to go or to come may still be on its way. */
export async function has_count(locator, count) {
  if (count > 0) await locator.nth(count - 1).waitFor({ state: "attached" });
  await locator.nth(count).waitFor({ state: "detached" });
}

/** WCAG 2.2 A and AA and axe's good practice, as far as a program can see; and nothing runs over the edge. */
export async function assert_usable(page, where, heading = "main h1") {
  await page.locator(heading).first().waitFor();
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(over <= 0, `${where}: ${over} px run over the edge`);
  await page.evaluate(`${axe};0`);
  const found = await page.evaluate(async () => {
    const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const { violations } = await globalThis.axe.run({ runOnly: rules });
    return violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html).join(" ")}`);
  });
  assert.deepEqual(found, [], where);
}
