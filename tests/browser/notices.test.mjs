// What waits: on the first screens, in a list that is printed, in mails; and what becomes of a notice that did not arrive.
import assert from "node:assert/strict";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { assert_usable, desk, has_count, open_browser, phone, sign_in_by_name, visit } from "./support/browser.mjs";
import { start_mail_server, start_webhook_receiver } from "./support/receivers.mjs";
import { start_office } from "./support/server.mjs";

const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
let office, browser, mail, hook, folder, admin, hr, head;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "badge-notices-"));
  const secret_file = join(folder, "hook.secret");
  await writeFile(secret_file, secret);
  await chmod(secret_file, 0o600);
  mail = await start_mail_server(["--refuse", "sai@x.vn"]);
  hook = await start_webhook_receiver(secret, "410,204");
  office = await start_office(`[notices]
page = "https://chamcong.x.vn/"
digest_at = "00:00"
digest_days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
told_after_min = 0
[notices.mail]
server = "smtp://127.0.0.1:${mail.port}"
from = "cham-cong@x.vn"
[[notices.webhook]]
name = "dieu-hanh"
url = "http://127.0.0.1:${hook.port}/"
secret_file = "${secret_file}"
types = ["badge.lost"]
`);
  await office.import_rows("heads", [
    { unit_code: "SNV", staff_code: "CB03", role: "head", paper: "QĐ 7", valid_from: "2025-01-01", valid_to: "" },
  ]);
  await office.state("corrections", corrections);
  admin = await office.add_person("quan.tri", "", [{ role: "administrator" }]);
  hr = await office.add_person("nhan.su", "", [{ role: "hr" }]);
  head = await office.add_person("chau", "CB03");
  browser = await open_browser();
});
after(async () => {
  await browser?.close();
  await office?.stop();
  await mail?.stop();
  await hook?.stop();
  if (folder) await rm(folder, { recursive: true, force: true });
});

const corrections = `staff_code,unit_code,date,session,effect,at,from_time,to_time,cause,explanation,decision,decided_by,decision_reason,paper
CB01,,2025-07-09,sáng,present,,,,forgot_badge,,pending,,,
CB02,,2025-07-11,sáng,present,,,,forgot_badge,,pending,,,
CB05,,2025-07-15,chiều,present,,,,forgot_badge,,pending,,,
`;

/** From today on, with the row before it ended yesterday. */
function lost(uid, staff_code) {
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" }).format();
  const yesterday = new Date(Date.parse(`${today}T00:00Z`) - 86_400_000).toISOString().slice(0, 10);
  return `staff_code,uid,valid_from,valid_to,state\n${staff_code},${uid},2025-01-01,${yesterday},active\n${staff_code},${uid},${today},,lost\n`;
}

const section = (page, words) => page.locator("section").filter({ has: page.getByRole("heading", { name: words }) });

for (const [screen, size] of [["a desk", desk], ["a phone", phone]]) {
  test(`at ${screen} a head begins with what waits, and opens the list of it`, async () => {
    const { page, leave } = await visit(browser, size);
    await sign_in_by_name(page, office, head);
    await page.getByText("Việc chờ xử lý:").waitFor();
    await page.getByRole("link", { name: "2 giải trình" }).waitFor();
    await page.getByRole("link", { name: "Danh sách để in" }).click();
    await page.getByRole("heading", { level: 1, name: "Danh sách việc chờ xử lý" }).waitFor();
    const row = section(page, "Giải trình chờ duyệt").getByRole("row").filter({ hasText: "Phòng Công chức, viên chức" });
    assert.match(await row.innerText(), /2[\s\S]*09\/7\/2025[\s\S]*Lê Quốc Châu/);
    assert.equal(await page.getByText("Tân Bình").count(), 0, "nothing of other units");
    await assert_usable(page, `the list at ${screen}`);
    await page.getByRole("radio", { name: "English" }).check();
    await page.getByRole("heading", { level: 1, name: "What waits" }).waitFor();
    await section(page, "Explanations to decide on").waitFor();
    await assert_usable(page, `the list in English at ${screen}`);
    await leave();
  });
}

test("the list is printed on paper with nothing but the list", async () => {
  const { page, leave } = await visit(browser);
  await sign_in_by_name(page, office, hr, "#/waiting-list");
  await section(page, "Giải trình chờ duyệt").getByText("Tân Bình").waitFor();
  await page.emulateMedia({ media: "print" });
  await has_count(page.getByRole("navigation"), 0);
  await has_count(page.getByRole("button", { name: "In danh sách" }), 0);
  await page.getByText("Lê Quốc Châu").waitFor();
  await leave();
});

for (const [screen, size, person] of [["a desk", desk, "hr"], ["a phone", phone, "head"]]) {
  test(`at ${screen} somebody gives an address, and the mail about what cannot wait comes there`, async () => {
    const who = { hr, head }[person];
    const { page, leave } = await visit(browser, size);
    await sign_in_by_name(page, office, who, "#/account");
    await page.getByLabel("Địa chỉ thư điện tử").fill("không phải địa chỉ");
    await page.getByRole("button", { name: "Lưu" }).click();
    await page.getByText(/Địa chỉ thư điện tử không đúng/).waitFor();
    await page.getByLabel("Địa chỉ thư điện tử").fill(`${person}@x.vn`);
    await page.getByRole("button", { name: "Lưu" }).click();
    await page.getByText("Đã lưu địa chỉ nhận thư.").waitFor();
    await assert_usable(page, `the account at ${screen}`);
    await leave();
  });
}

test("an administrator sees what did not arrive, sends it again, and drops it", async () => {
  const { page, leave } = await visit(browser);
  await sign_in_by_name(page, office, admin, "#/account");
  await page.getByLabel("Địa chỉ thư điện tử").fill("sai@x.vn"); // no such mailbox
  await page.getByRole("button", { name: "Lưu" }).click();
  await page.getByText("Đã lưu địa chỉ nhận thư.").waitFor();
  await office.state("badges", lost("04A1B2C3D4E504", "CB04"));
  const told = await mail.next();
  assert.deepEqual(told.envelope.to, ["hr@x.vn"]);
  assert.match(told.subject, /Ủy ban nhân dân phường Tân Bình: 1 thẻ báo mất/);
  assert.doesNotMatch(told.text, /Phạm Thu Dung|E504/);
  assert.equal((await hook.next()).answer, 410);

  await page.goto(`${office.url}/#/entrances`);
  await page.getByRole("link", { name: "Thông báo: 2 chưa đến nơi." }).click();
  await page.getByRole("heading", { level: 1, name: "Thông báo" }).waitFor();
  await page.getByText("Nơi nhận báo đã ngừng nhận từ").waitFor();
  const row = (text) => page.getByRole("row").filter({ hasText: text });
  await row("sai@x.vn").getByText("máy chủ thư từ chối, mã 550").waitFor();
  await assert_usable(page, "what did not arrive");
  await page.setViewportSize(phone.viewport);
  await assert_usable(page, "what did not arrive, on a phone");
  await page.getByRole("radio", { name: "English" }).check();
  await page.getByRole("heading", { level: 1, name: "Notices" }).waitFor();
  await assert_usable(page, "what did not arrive, in English");
  await page.setViewportSize(desk.viewport);

  await page.getByRole("button", { name: "Send to it again" }).click();
  await row("answered 410").getByRole("button", { name: /^Send again/ }).click();
  assert.equal((await hook.next()).answer, 204);
  await row("sai@x.vn").getByRole("button", { name: /^Drop/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Drop" }).click();
  await page.getByText("Every notice has arrived.").waitFor();
  await leave();
});
