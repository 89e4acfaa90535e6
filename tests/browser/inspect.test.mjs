// An inspection on a phone: the network is cut in the middle, the battery dies once, and two inspectors walk the same
// department. Nothing is lost, nothing comes twice, and nobody's word is overwritten.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { assert_usable, desk, enter_name, has_count, open_browser, open_device, sign_in_by_name, visit } from "./support/browser.mjs";
import { add_department, start_inspection } from "./support/inspection.mjs";
import { lay_line } from "./support/line.mjs";
import { start_office } from "./support/server.mjs";

let office, line, huong, lan, folder;
before(async () => {
  office = await start_office();
  await add_department(office);
  await office.state("card_numbers", "staff_code,number,valid_from,valid_to\nTC02,H10.12.001234567890.CC,2025-01-01,\nTC03,STC-0147,2025-01-01,\n");
  line = await lay_line(office.url);
  huong = await office.add_person("huong.kt", "", [{ role: "inspector", unit: "" }]);
  lan = await office.add_person("lan.nt", "", [{ role: "inspector", unit: "" }]);
  folder = await mkdtemp(join(tmpdir(), "badge-device-"));
});
after(async () => {
  await line?.close();
  await office?.stop();
  if (folder) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

const keys_of = (page, name) => page.getByRole("group", { name });
const press = (page, name, key) => keys_of(page, name).getByRole("button", { name: key }).click();
/** The key shows that the mark is on the device. */
const is_kept = (page, name, key) => keys_of(page, name).getByRole("button", { name: key, pressed: true }).waitFor();
async function mark(page, name, key) {
  await press(page, name, key);
  await is_kept(page, name, key);
}
const all_sent = (page) => page.getByText("đã gửi hết").waitFor();

test("an inspection goes on through a cut network and an empty battery, and arrives whole and once", async () => {
  const inspection = await start_inspection(office, [lan, huong]);
  const first = await open_device(folder);
  let { page, context } = first;
  await sign_in_by_name(page, line, huong, "#/inspect");
  await page.getByRole("link", { name: /Sở Tài chính/ }).click();
  await page.getByRole("heading", { level: 1, name: "Sở Tài chính" }).waitFor();
  await page.getByText("0/12").waitFor();
  await assert_usable(page, "a list of people on a phone");
  await mark(page, "Đặng Thị Hường", "Đeo thẻ");
  await page.getByText("1/12").waitFor();
  await all_sent(page);
  assert.deepEqual(await inspection.words_of(huong), ["TC01 worn"]);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true)); // the pages are on the device

  // In the basement. Another inspector sees one of them differently meanwhile.
  line.cut();
  await context.setOffline(true);
  await mark(page, "Nguyễn Văn Ba", "Không đeo");
  await mark(page, "Trần Quốc Bảo", "Vắng");
  await page.getByText("chưa gửi 2").waitFor();
  await inspection.write(lan, "marked", { staff_code: "TC02", observed: "worn" });
  await press(page, "Lê Thị Cúc", "Khác: Lê Thị Cúc");
  const form = page.getByRole("dialog");
  await form.getByRole("radio", { name: "Vắng có giấy tờ" }).check();
  await form.getByLabel("Số giấy tờ").fill("GNP 12");
  await form.getByLabel("Ghi chú").fill("có người báo thay");
  await assert_usable(page, "everything that can be seen of one person");
  await form.getByRole("button", { name: "Ghi", exact: true }).click();
  await page.getByText("Bạn ghi: Vắng có giấy tờ · GNP 12 · có người báo thay").waitFor();
  await mark(page, "Phạm Minh Dũng", "Đeo thẻ");
  await page.getByRole("button", { name: "Hoàn tác" }).click();
  await keys_of(page, "Phạm Minh Dũng").getByRole("button", { name: "Đeo thẻ", pressed: false }).waitFor();
  await page.getByText("chưa gửi 5").waitFor();
  await page.getByText("4/12").waitFor();
  await assert_usable(page, "a list without a network");

  // The battery is empty; on the stairs there is a charger, but no network yet.
  await first.kill();
  const second = await open_device(folder);
  ({ page, context } = second);
  await context.setOffline(true);
  await page.goto(`${line.url}/#/inspect/${inspection.file}`);
  await page.getByText("chưa gửi 5").waitFor();
  await page.getByText("4/12").waitFor();
  assert.equal(await keys_of(page, "Đặng Thị Hường").count(), 0, "those who are not checked stand first");
  await page.getByRole("searchbox").fill("nguyen ba");
  await is_kept(page, "Nguyễn Văn Ba", "Không đeo");
  await has_count(page.locator(".desk"), 1);
  for (const [number, name] of [["0147", "Trần Quốc Bảo"], ["001234567890", "Nguyễn Văn Ba"], ["7890", "Nguyễn Văn Ba"]]) {
    await page.getByRole("searchbox").fill(number);
    await keys_of(page, name).waitFor();
    await has_count(page.locator(".desk"), 1);
  }
  await page.getByText("thẻ số H10.12.••••••••7890.CC").waitFor();
  await page.getByRole("searchbox").fill("");
  await mark(page, "Hoàng Thị Én", "Đeo thẻ");
  await page.getByText("chưa gửi 6").waitFor();
  assert.deepEqual(await inspection.words_of(huong), ["TC01 worn"], "nothing has arrived yet");

  // The network is back; but the first answer is lost on its way, so the same steps go again.
  const sent = [];
  await page.route("**/api/v1/inspections/steps*", async (route) => {
    const { steps } = route.request().postDataJSON();
    sent.push(steps.map(({ id }) => id));
    if (sent.length > 1) return route.continue();
    await route.fetch();
    await route.abort();
  });
  line.mend();
  await context.setOffline(false);
  await sign_in_if_asked(page);
  await all_sent(page);
  assert.equal(sent.length, 2);
  assert.deepEqual(sent[0], sent[1], "the same ids");
  assert.equal(new Set(sent[0]).size, 6);
  assert.deepEqual(await inspection.words_of(huong), [
    "TC01 worn", "TC02 not_worn", "TC03 absent_without", "TC04 absent_with_paper GNP 12", "TC06 worn",
  ]);
  assert.deepEqual(await inspection.words_of(lan), ["TC02 worn"]);

  await page.getByRole("radio", { name: "Khác nhau (1)" }).check();
  await page.getByText("Ý kiến khác nhau").waitFor();
  await page.getByText(/lan\.nt: Đeo thẻ/).waitFor();
  await assert_usable(page, "a disagreement");
  await context.close();
});

/** What the device keeps in one of its tables. */
function kept(page, table) {
  return page.evaluate(
    (name) =>
      new Promise((found, failed) => {
        const opening = indexedDB.open("inspections");
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction(name).objectStore(name).getAll();
          reading.onsuccess = () => {
            opening.result.close();
            found(reading.result);
          };
          reading.onerror = () => failed(reading.error);
        };
      }),
    table,
  );
}

/** A session may have ended with the browser; what is kept waits for the same person. */
async function sign_in_if_asked(page) {
  const again = page.getByRole("button", { name: "Đăng nhập", exact: true });
  await again.or(page.getByText("đã gửi hết")).first().waitFor();
  if ((await again.count()) === 0) return;
  await again.click();
  await enter_name(page, huong.name, huong.password);
}

test("who signs out leaves no list of people on the device, and is told what is not sent yet", async () => {
  const inspection = await start_inspection(office, [lan, huong]);
  const device = await mkdtemp(join(tmpdir(), "badge-device-"));
  const { page, context } = await open_device(device, desk);
  try {
    await sign_in_by_name(page, line, huong, `#/inspect/${inspection.file}`);
    await page.getByText("0/12").waitFor();
    await page.getByRole("radio", { name: "English" }).check();
    await assert_usable(page, "a list at a desk in English");
    await page.getByRole("radio", { name: "Tiếng Việt" }).check();
    await page.route("**/api/v1/inspections/steps*", (route) => route.abort()); // all but this goes
    await mark(page, "Nguyễn Văn Ba", "Không đeo");
    await page.getByText("chưa gửi 1").waitFor();
    await page.getByRole("button", { name: "Đăng xuất" }).click();
    const question = page.getByRole("dialog", { name: "Còn ghi nhận kiểm tra chưa gửi" });
    await question.getByText(/1 ghi nhận chưa gửi/).waitFor();
    await assert_usable(page, "signing out with something unsent");
    await question.getByRole("button", { name: "Đăng xuất" }).click();
    await page.getByLabel("Tên đăng nhập").waitFor();
    while ((await kept(page, "inspections")).length > 0 || (await kept(page, "lists")).length > 0);
    const steps = await kept(page, "steps");
    assert.deepEqual(steps.map(({ owner, fields }) => [owner, fields.staff_code]), [[huong.name, "TC02"]]);

    await page.unrouteAll();
    await enter_name(page, lan.name, lan.password);
    await page.getByRole("link", { name: /Các cuộc kiểm tra/ }).click();
    await page.getByText(/còn giữ 1 ghi nhận chưa gửi của tài khoản khác/).waitFor();
    assert.deepEqual(await inspection.words_of(lan), [], "nothing goes in another name");
    await page.getByRole("button", { name: "Đăng xuất" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Đăng xuất" }).click();
    await enter_name(page, huong.name, huong.password);
    await all_sent(page);
    assert.deepEqual(await inspection.words_of(huong), ["TC02 not_worn"]);
  } finally {
    await context.close();
    await rm(device, { recursive: true, force: true, maxRetries: 5 });
  }
});

/** Lets Hường leave the team or join it again: written anew where that was in the same second as the step before. */
async function change_team(inspection, joins) {
  const is_member = () => inspection.write(huong, "marked", { staff_code: "TC12", observed: "taken_back" }).then(() => true, () => false);
  const member = { login: huong.name, full_name: huong.name, ...(joins && { role: "member" }) };
  do await inspection.write(lan, joins ? "joined" : "left", member);
  while ((await is_member()) !== joins);
}

test("what the server refuses stays on the device with its reason", async () => {
  const inspection = await start_inspection(office, [lan, huong]);
  const browser = await open_browser();
  try {
    const { page, leave } = await visit(browser);
    await sign_in_by_name(page, office, huong, `#/inspect/${inspection.file}`);
    await page.getByText("0/12").waitFor();
    await change_team(inspection, false);
    await press(page, "Nguyễn Văn Ba", "Không đeo");
    await page.getByRole("heading", { name: "Máy chủ không nhận 1 ghi nhận" }).waitFor();
    await page.getByText("Bạn không được ghi nội dung này").first().waitFor();
    await assert_usable(page, "a refused mark");
    await page.reload();
    await page.getByRole("heading", { name: "Máy chủ không nhận 1 ghi nhận" }).waitFor();
    await change_team(inspection, true);
    await page.getByRole("button", { name: "Gửi lại ghi nhận về Nguyễn Văn Ba" }).click();
    await all_sent(page);
    assert.deepEqual(await inspection.words_of(huong), ["TC02 not_worn"]);
    await leave();
  } finally {
    await browser.close();
  }
});
