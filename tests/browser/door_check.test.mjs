// A badge-wearing check at the screen at the door: an inspector's badge opens it, keys on the page count and end it.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { assert_usable, desk, open_browser, phone, visit } from "./support/browser.mjs";
import { start_entrance } from "./support/entrance.mjs";
import { start_office } from "./support/server.mjs";

const inspector = "04A1B2C3D4E503";
const staff = ["04A1B2C3D4E501", "04A1B2C3D4E502"];

let office, entrance, browser;
before(async () => {
  office = await start_office();
  await office.invite("chau", "CB03", [{ role: "inspector", unit: "SNV" }]);
  entrance = await start_entrance(office);
  await entrance.heard(/roster: \d+ badges/);
  browser = await open_browser();
});
after(async () => {
  await browser?.close();
  await entrance?.stop();
  await office?.stop();
});

async function open(options = desk) {
  const visitor = await visit(browser, options);
  await visitor.page.goto(entrance.url);
  await visitor.page.locator("body:not([data-look=dead])").waitFor();
  return visitor;
}

const bar = (page) => page.getByRole("group", { name: "Đang kiểm tra việc đeo thẻ" });
const says = (page, text) => bar(page).getByText(text, { exact: true }).waitFor();
const key = (page, name) => bar(page).getByRole("button", { name, exact: true });

/** The badge lies on the reader until the check has begun. */
async function open_check() {
  const begins = entrance.heard_again(/badge check begins/);
  await entrance.tap(inspector);
  await begins;
}

test("an inspector who holds their badge opens a check, and the page says so between two taps", async () => {
  const { page, leave } = await open();
  assert.equal(await bar(page).count(), 0);
  await open_check();
  await says(page, "Đã xuất trình thẻ: 0 · Không đeo thẻ: 0");
  for (const uid of staff) await entrance.tap(uid);
  await says(page, "Đã xuất trình thẻ: 2 · Không đeo thẻ: 0");
  await page.locator('body[data-look="idle"]').waitFor();
  await says(page, "Đã xuất trình thẻ: 2 · Không đeo thẻ: 0");
  await leave();
});

test("who comes in without a badge is counted by one key, and a slip is taken back", async () => {
  const { page, leave } = await open();
  assert.ok(await key(page, "Bớt 1 người không đeo thẻ").isDisabled());
  await key(page, "Không đeo thẻ (+1)").click();
  await says(page, "Đã xuất trình thẻ: 2 · Không đeo thẻ: 1");
  await key(page, "Không đeo thẻ (+1)").focus();
  await page.keyboard.press("Enter");
  await says(page, "Đã xuất trình thẻ: 2 · Không đeo thẻ: 2");
  await key(page, "Bớt 1 người không đeo thẻ").click();
  await says(page, "Đã xuất trình thẻ: 2 · Không đeo thẻ: 1");
  await leave();
});

for (const [name, size] of [["a wide screen", desk], ["a narrow one", phone]]) {
  test(`on ${name} everything stands on the screen, is large enough for a thumb, and is usable without colour`, async () => {
    const { page, leave } = await open(size);
    await says(page, "Đã xuất trình thẻ: 2 · Không đeo thẻ: 1");
    const over = await page.evaluate(() => {
      const root = document.documentElement;
      return [root.scrollWidth - root.clientWidth, root.scrollHeight - root.clientHeight];
    });
    assert.ok(over[0] <= 0 && over[1] <= 0, `runs over the edge by ${over}`);
    for (const button of await bar(page).getByRole("button").all()) {
      const box = await button.boundingBox();
      assert.ok(box.height >= 44 && box.width >= 44, JSON.stringify(box));
    }
    await assert_usable(page, `the door in a check, ${name}`, "h1");
    await leave();
  });
}

test("a page of another origin can neither count nor end it, and what it reads is refused to it", async () => {
  const { page, leave } = await open();
  await says(page, "Đã xuất trình thẻ: 2 · Không đeo thẻ: 1");
  const { check } = await page.evaluate(() => state.readers[0]);
  const server = createServer((_, answer) => answer.end("<!doctype html><title>elsewhere</title>"));
  await new Promise((listens) => server.listen(0, "127.0.0.1", listens));
  const elsewhere = await browser.newPage(); // a browser's console says what it refuses: none of our visitors
  await elsewhere.goto(`http://127.0.0.1:${server.address().port}/`); // the same machine, another port
  const target = `${entrance.url}check?reader=cong-a-1&check=${check.ref}&key=`;
  const tries = await elsewhere.evaluate(async (url) => {
    const sent = (init) => fetch(`${url}end`, { method: "POST", ...init }).then((answer) => answer.type, () => "refused");
    return [await sent({ mode: "no-cors" }), await sent({ headers: { "X-Badge-Page": "1" } })];
  }, target);
  assert.deepEqual(tries, ["refused", "refused"], "the first is answered 403, the second is not even sent");
  assert.equal((await fetch(`${target}end`, { method: "POST" })).status, 403, "nor a program that only knows the address");
  assert.equal((await fetch(`${target}end`, { method: "POST", headers: { "X-Badge-Page": "1", Origin: office.url } })).status, 403);
  await key(page, "Không đeo thẻ (+1)").click();
  await says(page, "Đã xuất trình thẻ: 2 · Không đeo thẻ: 2");
  await elsewhere.close();
  server.close();
  await leave();
});

test("a bridge that is killed goes on with the check and its figures", async () => {
  const { page, leave } = await open();
  await entrance.kill();
  await page.locator('body[data-look="dead"]').waitFor();
  assert.equal(await bar(page).count(), 0, "nothing is believed that is not heard");
  await entrance.start();
  await says(page, "Đã xuất trình thẻ: 2 · Không đeo thẻ: 2");
  await key(page, "Không đeo thẻ (+1)").click();
  await says(page, "Đã xuất trình thẻ: 2 · Không đeo thẻ: 3");
  await leave();
});

test("the page ends it, and says what was seen", async () => {
  const { page, leave } = await open();
  await key(page, "Kết thúc kiểm tra").click();
  await page.getByText("Kết thúc kiểm tra việc đeo thẻ: 2 thẻ, 3 người không đeo thẻ").waitFor();
  await bar(page).waitFor({ state: "detached" });
  await leave();
});
