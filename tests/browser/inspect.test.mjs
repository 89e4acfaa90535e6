// What an inspector's device keeps: nothing of it stays with who signs out, goes in another name, or is lost because the
// server refuses it. How an inspection is walked without a network, inspection_story.test.mjs tells.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { assert_usable, desk, enter_name, open_browser, open_device, sign_in_by_name, visit } from "./support/browser.mjs";
import { add_department, all_sent, mark, press, start_inspection } from "./support/inspection.mjs";
import { lay_line } from "./support/line.mjs";
import { start_office } from "./support/server.mjs";

let office, line, huong, lan;
before(async () => {
  office = await start_office();
  await add_department(office);
  line = await lay_line(office.url);
  huong = await office.add_person("huong.kt", "", [{ role: "inspector", unit: "" }]);
  lan = await office.add_person("lan.nt", "", [{ role: "inspector", unit: "" }]);
});
after(async () => {
  await line?.close();
  await office?.stop();
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
    await page.getByRole("radio", { name: "Tồn tại" }).check();
    await page.getByRole("button", { name: "Ghi tồn tại", exact: true }).click();
    await page.getByRole("dialog").getByLabel("Tồn tại, hạn chế, vi phạm").fill("Không niêm yết");
    await page.getByRole("dialog").getByRole("button", { name: "Ghi", exact: true }).click();
    await page.getByRole("heading", { name: "Máy chủ không nhận 2 ghi nhận" }).waitFor();
    await page.reload();
    await page.getByRole("heading", { name: "Máy chủ không nhận 2 ghi nhận" }).waitFor();
    await change_team(inspection, true);
    await page.getByRole("radio", { name: "Tồn tại (1)" }).check();
    await page.getByRole("button", { name: "Sửa: Không niêm yết" }).click();
    await page.getByRole("dialog").getByLabel("Kiến nghị").fill("Niêm yết ngay");
    await page.getByRole("dialog").getByRole("button", { name: "Ghi", exact: true }).click();
    await page.getByRole("heading", { name: "Máy chủ không nhận 1 ghi nhận" }).waitFor();
    await page.getByRole("button", { name: "Gửi lại ghi nhận về Nguyễn Văn Ba" }).click();
    await all_sent(page);
    assert.deepEqual(await inspection.words_of(huong), ["TC02 not_worn"]);
    assert.deepEqual((await inspection.opened()).findings.map(({ text, recommendation }) => [text, recommendation]), [["Không niêm yết", "Niêm yết ngay"]]);
    await leave();
  } finally {
    await browser.close();
  }
});
