// An unannounced inspection from its plan to the repair that is accepted, on a phone. The network is cut in the middle, the
// battery dies once, and two inspectors see the same person differently. Nothing is lost, and nothing comes twice.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { assert_usable, enter_name, has_count, open_browser, open_device, phone, sign_in_by_name, visit } from "./support/browser.mjs";
import { add_department, all_sent, is_kept, keys_of, mark, press, watch } from "./support/inspection.mjs";
import { lay_line } from "./support/line.mjs";
import { start_office } from "./support/server.mjs";

let office, line, huong, lan, head, folder, device;
before(async () => {
  office = await start_office();
  await add_department(office);
  await office.state("heads", "unit_code,staff_code,role,valid_from,valid_to,paper\nSTC,TC01,head,2025-01-01,,QĐ 1\n");
  await office.state("card_numbers", "staff_code,number,valid_from,valid_to\nTC02,H10.12.001234567890.CC,2025-01-01,\nTC03,STC-0147,2025-01-01,\n");
  line = await lay_line(office.url);
  huong = await office.add_person("huong.kt", "", [{ role: "inspector", unit: "" }]);
  lan = await office.add_person("lan.nt", "", [{ role: "inspector", unit: "" }]);
  head = await office.add_person("huong.dt", "TC01", []);
  folder = await mkdtemp(join(tmpdir(), "badge-device-"));
});
after(async () => {
  await device?.context.close(); // also where the test failed
  await line?.close();
  await office?.stop();
  if (folder) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

const dialog = (page) => page.getByRole("dialog");
const button = (page, name) => page.getByRole("button", { name, exact: true });
const part = (page, name) => page.getByRole("radio", { name }).check();
/** Fills the form that is open, and writes it down. */
async function fill(page, fields, submit = "Ghi") {
  for (const [label, value] of Object.entries(fields)) await dialog(page).getByLabel(label, { exact: true }).fill(value);
  await button(dialog(page), submit).click();
  await has_count(dialog(page), 0);
}
const unsent = (page, count) => page.getByText(`chưa gửi ${count}`, { exact: false }).filter({ hasText: new RegExp(`chưa gửi ${count}$`) }).waitFor();

test("an inspection is planned, begun, walked without a network, ended and followed up, whole and once", async () => {
  device = await open_device(folder);
  let { page, context } = device;
  const inspection = await plan_and_begin(page);
  await page.getByText("0/12").waitFor();
  await assert_usable(page, "a list of people on a phone");
  await mark(page, "Đặng Thị Hường", "Đeo thẻ");
  await page.getByText("1/12").waitFor();
  await all_sent(page);
  assert.deepEqual(await inspection.words_of(huong), ["TC01 worn"]);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true)); // the pages are on the device

  line.cut();
  await context.setOffline(true);
  await inspection.write(lan, "marked", { staff_code: "TC02", observed: "worn" }); // who has a network
  await walk_in_the_basement(page);
  await device.kill();

  // The battery was empty; on the stairs there is a charger, but no network yet.
  device = await open_device(folder);
  ({ page, context } = device);
  await context.setOffline(true);
  await page.goto(`${line.url}/#/inspect/${inspection.file}`);
  await find_everything_again(page);
  await mark(page, "Hoàng Thị Én", "Đeo thẻ");
  await unsent(page, 9);
  assert.deepEqual(await inspection.words_of(huong), ["TC01 worn"], "nothing has arrived yet");

  const sent = await lose_the_first_answer(page);
  line.mend();
  await context.setOffline(false);
  await sign_in_if_asked(page);
  await all_sent(page);
  assert.equal(sent.length, 2);
  assert.deepEqual(sent[0], sent[1], "the same ids");
  assert.equal(new Set(sent[0]).size, 9);
  await has_arrived(inspection);

  await settle_and_end(page, inspection);
  await report_repair();
  await page.reload();
  await button(page, "Xem xét khắc phục").click();
  await fill(page, {});
  await page.getByText("đã khắc phục · hạn 31/12/2036").waitFor();
  await page.goto(`${line.url}/#/inspections/plans`);
  await page.getByText("Đã kiểm tra 1 đơn vị; hoàn thành 1/1 trong kế hoạch, đạt 100,0%.").waitFor();
  const { findings, lines } = await inspection.opened();
  assert.deepEqual(findings.map(({ state, repairs }) => [state, repairs.length]), [["mended", 1]]);
  assert.equal(lines.filter(({ answer }) => answer !== null).length, 1);
});

/** On the phone: a plan of the year, and an inspection of the department that counts for it. */
async function plan_and_begin(page) {
  await sign_in_by_name(page, line, huong, "#/inspections/plans");
  await button(page, "Thêm kế hoạch").click();
  await fill(page, { "Số, ký hiệu kế hoạch": "94/KH-SNV", "Cơ quan ban hành": "Sở Nội vụ" });
  await button(page, "Thêm loại đơn vị").click();
  await fill(page, { "Loại đơn vị": "department", "Số đơn vị": "1" });
  await page.getByText("hoàn thành 0/1 trong kế hoạch", { exact: false }).waitFor();
  await page.goto(`${line.url}/#/inspections`);
  await button(page, "Chuẩn bị cuộc kiểm tra").click();
  await dialog(page).getByRole("combobox", { name: "Đơn vị" }).selectOption("STC");
  await dialog(page).getByLabel("Tính vào kế hoạch").selectOption({ index: 1 });
  await fill(page, {});
  await button(page, "Thêm thành viên").click();
  await fill(page, { "Tên đăng nhập (nếu có)": lan.name, "Họ và tên": "Nguyễn Thị Lan" });
  await assert_usable(page, "an inspection that is being prepared, on a phone");
  await button(page, "Bắt đầu kiểm tra").click();
  await button(dialog(page), "Bắt đầu kiểm tra").click();
  await page.getByText(/Cuộc kiểm tra số 1\/\d{4} · đang kiểm tra/).waitFor();
  const file = page.url().split("/").at(-1);
  await page.getByRole("link", { name: "Kiểm tra từng người" }).click();
  return watch(office, file, [huong, lan]);
}

/** Marks with and without a note, an answer, and a finding about somebody. */
async function walk_in_the_basement(page) {
  await mark(page, "Nguyễn Văn Ba", "Không đeo");
  await mark(page, "Trần Quốc Bảo", "Vắng");
  await unsent(page, 2);
  await press(page, "Lê Thị Cúc", "Khác: Lê Thị Cúc");
  await dialog(page).getByRole("radio", { name: "Vắng có giấy tờ" }).check();
  await assert_usable(page, "everything that can be seen of one person");
  await fill(page, { "Số giấy tờ": "GNP 12", "Ghi chú": "có người báo thay" });
  await page.getByText("Bạn ghi: Vắng có giấy tờ · GNP 12 · có người báo thay").waitFor();
  await mark(page, "Phạm Minh Dũng", "Đeo thẻ");
  await button(page, "Hoàn tác").click();
  await keys_of(page, "Phạm Minh Dũng").getByRole("button", { name: "Đeo thẻ", pressed: false }).waitFor();
  await unsent(page, 5);
  await page.getByText("4/12").waitFor();
  await assert_usable(page, "a list without a network");

  await part(page, "Nội dung");
  await press(page, /^Bố trí người trực/, "Ghi chú: Bố trí người trực, bảo đảm giải quyết kịp thời hồ sơ");
  await assert_usable(page, "an answer with a note on a phone", "dialog h2");
  await fill(page, { "Ghi chú": "Một cửa không có người trực" });
  await is_kept(page, /^Bố trí người trực/, "Chưa đạt");
  await page.getByText("1/7").waitFor();
  await assert_usable(page, "what the checklists ask, on a phone");

  await part(page, "Tồn tại");
  await button(page, "Ghi tồn tại về 1 người không đeo thẻ đúng quy định").click();
  await dialog(page).getByLabel("Tồn tại, hạn chế, vi phạm").fill("");
  await button(dialog(page), "Ghi").click();
  await dialog(page).getByText("Chưa ghi tồn tại, hạn chế, vi phạm là gì.").waitFor();
  await fill(page, { "Tồn tại, hạn chế, vi phạm": "Không đeo thẻ khi tiếp công dân", "Kiến nghị": "Nhắc nhở, chấn chỉnh", "Hạn khắc phục": "2036-12-31" });
  await page.getByText("Không đeo thẻ khi tiếp công dân").waitFor();
  await assert_usable(page, "a finding that is not delivered, on a phone");
  await unsent(page, 8);
}

/** All of it is on the device; and people are found by name and by what stands on their badge. */
async function find_everything_again(page) {
  await unsent(page, 8);
  await page.getByText("4/12").waitFor();
  assert.equal(await keys_of(page, "Đặng Thị Hường").count(), 0, "those who are not checked stand first");
  for (const [asked, name] of [["nguyen ba", "Nguyễn Văn Ba"], ["0147", "Trần Quốc Bảo"], ["001234567890", "Nguyễn Văn Ba"], ["7890", "Nguyễn Văn Ba"]]) {
    await page.getByRole("searchbox").fill(asked);
    await keys_of(page, name).waitFor();
    await has_count(page.locator(".desk"), 1);
  }
  await is_kept(page, "Nguyễn Văn Ba", "Không đeo");
  await page.getByText("thẻ số H10.12.••••••••7890.CC").waitFor();
  await page.getByRole("searchbox").fill("");
  await part(page, "Nội dung");
  await is_kept(page, /^Bố trí người trực/, "Chưa đạt");
  await page.getByText("Một cửa không có người trực").waitFor();
  await part(page, "Tồn tại (1)");
  await page.getByText("Nhắc nhở, chấn chỉnh").waitFor();
  await part(page, "Từng người");
}

/** The ids of each request. What the first one brought is at the server, but nobody hears of it. */
async function lose_the_first_answer(page) {
  const sent = [];
  await page.route("**/api/v1/inspections/steps*", async (route) => {
    const { steps } = route.request().postDataJSON();
    sent.push(steps.map(({ id }) => id));
    if (sent.length > 1) return route.continue();
    await route.fetch();
    await route.abort();
  });
  return sent;
}

/** A session may have ended with the browser; what is kept waits for the same person. */
async function sign_in_if_asked(page) {
  const again = button(page, "Đăng nhập");
  await again.or(page.getByText("đã gửi hết")).first().waitFor();
  if ((await again.count()) === 0) return;
  await again.click();
  await enter_name(page, huong.name, huong.password);
}

async function has_arrived(inspection) {
  assert.deepEqual(await inspection.words_of(huong), [
    "TC01 worn", "TC02 not_worn", "TC03 absent_without", "TC04 absent_with_paper GNP 12", "TC06 worn",
  ]);
  assert.deepEqual(await inspection.words_of(lan), ["TC02 worn"], "nobody's word is overwritten");
  const { findings, lines } = await inspection.opened();
  assert.deepEqual(findings.map(({ text, people, due }) => [text, people, due]), [["Không đeo thẻ khi tiếp công dân", ["TC02"], "2036-12-31"]]);
  assert.deepEqual(lines.flatMap(({ line, answer, note }) => (answer ? [[line, answer, note]] : [])), [["duty_staffed", "broken", "Một cửa không có người trực"]]);
}

async function settle_and_end(page, inspection) {
  await part(page, "Khác nhau (1)");
  await page.getByText("Ý kiến khác nhau").waitFor();
  await page.getByText(/lan\.nt: Đeo thẻ/).waitFor();
  await assert_usable(page, "a disagreement");
  await button(page, "Thống nhất: Nguyễn Văn Ba").click();
  await dialog(page).getByLabel("Kết quả").selectOption("not_worn");
  await fill(page, { "Lý do": "xem lại cùng nhau" });
  await page.getByText("Đã thống nhất: Không đeo thẻ").waitFor();
  await page.goto(`${line.url}/#/inspection/${inspection.file}`);
  await button(page, "Kết thúc kiểm tra").click();
  await fill(page, { "Đại diện đơn vị ký (họ tên, chức vụ)": "Đặng Thị Hường, Giám đốc" }, "Kết thúc kiểm tra");
  await page.getByText(/Cuộc kiểm tra số .* · kết thúc/).waitFor();
  await assert_usable(page, "an inspection that has ended, on a phone");
}

/** The head says on their phone how it was mended. */
async function report_repair() {
  const browser = await open_browser();
  try {
    const { page, leave } = await visit(browser, phone);
    await sign_in_by_name(page, office, head, "#/inspections/findings");
    await page.getByRole("link", { name: "Sở Tài chính" }).click();
    await button(page, "Báo cáo đã khắc phục").click();
    await fill(page, { "Đã khắc phục như thế nào": "Đã nhắc nhở trước toàn đơn vị" });
    await page.getByText("chờ xem xét khắc phục").first().waitFor();
    await leave();
  } finally {
    await browser.close();
  }
}
