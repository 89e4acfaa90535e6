// The screen at the door: the page that badge-bridge itself serves, with a real reader program behind it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assert_usable, desk, open_browser, phone, visit } from "./support/browser.mjs";
import { start_entrance } from "./support/entrance.mjs";
import { start_office } from "./support/server.mjs";

let office, entrance, browser;
before(async () => {
  office = await start_office();
  entrance = await start_entrance(office);
  await entrance.heard(/roster: \d+ badges/);
  browser = await open_browser();
});
after(async () => {
  await browser?.close();
  await entrance?.stop();
  await office?.stop();
});

const looks = (page, look) => page.locator(`body[data-look="${look}"]`).waitFor();

async function open(options = desk) {
  const visitor = await visit(browser, options);
  await visitor.page.goto(entrance.url);
  await looks(visitor.page, "idle");
  return visitor;
}

/** Height of the letters, in hundredths of the window's height. */
const letters = (page, id) =>
  page.evaluate((name) => (parseFloat(getComputedStyle(document.getElementById(name)).fontSize) / innerHeight) * 100, id);

test("between two taps it shows where it stands and the entrance's time", async () => {
  const { page, leave } = await open();
  await page.getByRole("heading", { name: "Cổng A – Sở Nội vụ" }).waitFor();
  assert.match(await page.locator("#said").innerText(), /^\d\d:\d\d$/);
  assert.match(await page.locator("#date").innerText(), /^(thứ \p{L}+|Chủ nhật), \d\d\/\d+\/\d{4}$/u);
  await leave();
});

for (const [name, size] of [["a wide screen", desk], ["a narrow one", phone]]) {
  test(`on ${name} a known badge shows time and initials in letters to be read from 2 m, then makes room`, async () => {
    const { page, leave } = await open(size);
    await entrance.tap("04A1B2C3D4E501");
    await looks(page, "recorded");
    assert.match(await page.locator("#said").innerText(), /^Đã ghi nhận \d\d:\d\d$/);
    assert.equal(await page.locator("#person").innerText(), "N. V. A.");
    assert.ok((await letters(page, "said")) >= 8);
    assert.ok((await letters(page, "person")) >= 8);
    await assert_fits(page);
    await looks(page, "idle");
    assert.equal(await page.locator("#person").innerText(), "");
    await leave();
  });

  test(`on ${name} an unknown card is amber and says what it is`, async () => {
    const { page, leave } = await open(size);
    await entrance.tap("04FFFFFFFFFF02");
    await looks(page, "attention");
    assert.equal(await page.locator("#concern").innerText(), "thẻ chưa có trong danh sách");
    assert.ok((await letters(page, "concern")) >= 8);
    await assert_fits(page);
    await leave();
  });
}

test("everyone who is recorded sees the same colour", async () => {
  const { page, leave } = await open();
  const colours = new Set();
  for (const uid of ["04A1B2C3D4E501", "04A1B2C3D4E502", "04A1B2C3D4E503"]) {
    const before_it = await page.locator("#person").innerText();
    await entrance.tap(uid);
    await page.waitForFunction((old) => document.getElementById("person").textContent !== old, before_it);
    colours.add(await page.evaluate(() => getComputedStyle(document.body).backgroundColor));
  }
  assert.equal(colours.size, 1);
  await leave();
});

test("a reader that is pulled out is said in red, and no longer when it is back", async () => {
  const { page, leave } = await open();
  await entrance.reader("unplug");
  await looks(page, "deaf");
  assert.equal(await page.locator("#said").innerText(), "Đầu đọc thẻ KHÔNG hoạt động");
  assert.equal(await page.locator("#concern").innerText(), "ký sổ");
  await entrance.reader("plug");
  await looks(page, "idle");
  await leave();
});

test("a bridge that is killed is said in red at once, and the page lives again with it", async () => {
  const { page, leave } = await open();
  await entrance.kill();
  await looks(page, "dead");
  assert.equal(await page.locator("#said").innerText(), "MẤT KẾT NỐI");
  assert.equal(await page.locator("#concern").innerText(), "ký sổ");
  await assert_fits(page);
  await entrance.start();
  await looks(page, "idle");
  await leave();
});

test("a bridge that hangs is dead too, though its connection stands", async () => {
  const { page, leave } = await open();
  entrance.signal("SIGSTOP");
  await looks(page, "dead");
  entrance.signal("SIGCONT");
  await looks(page, "idle");
  await leave();
});

test("every state of it is usable without colour and with a screen reader", async () => {
  const { page, leave } = await open();
  await assert_usable_door(page, "idle");
  await entrance.tap("04FFFFFFFFFF03");
  await looks(page, "attention");
  assert.equal(await page.locator("#sign").innerText(), "!");
  await assert_usable_door(page, "attention");
  await entrance.tap("04A1B2C3D4E501");
  await looks(page, "recorded");
  await assert_usable_door(page, "recorded");
  await leave();
});

/** All that is said stands on the screen, and nothing has to be scrolled to. */
async function assert_fits(page) {
  const over = await page.evaluate(() => {
    const root = document.documentElement;
    return [root.scrollWidth - root.clientWidth, root.scrollHeight - root.clientHeight];
  });
  assert.ok(over[0] <= 0 && over[1] <= 0, `runs over the edge by ${over}`);
}

const assert_usable_door = (page, where) => assert_usable(page, `the door, ${where}`, "h1");
