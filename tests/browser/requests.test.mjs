// What people explain and ask for, and what a head sees and decides: from one browser to the other.
import { after, before, test } from "node:test";
import { assert_usable, desk, has_count, open_browser, phone, sign_in, sign_in_by_name, visit } from "./support/browser.mjs";
import { start_office } from "./support/server.mjs";

let office, browser;
const logins = new Map();

const heads = { "SNV-CCVC": "CB01", SNV: "CB03", X1: "CB04" };
/** Somebody is at work whenever this test runs. */
const day_and_night = `[[schedule]]
name = "ngay-dem"
taps = "first_only"
[[schedule.season]]
valid_from = 2025-01-01
weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
sessions = [{ name = "cả ngày", start = "00:00", end = "23:59", opens_before_min = 0, closes_after_min = 0 }]
`;

before(async () => {
  office = await start_office();
  const since = { valid_from: "2025-01-01", valid_to: "" };
  await office.import_rows(
    "heads",
    Object.entries(heads).map(([unit_code, staff_code]) => ({ unit_code, staff_code, role: "head", paper: "QĐ 7", ...since })),
  );
  await office.import_schedules(day_and_night);
  await office.import_rows("assignments", [{ schedule: "ngay-dem", unit_code: "SNV", staff_code: "", ...since, valid_from: "2025-08-01" }]);
  browser = await open_browser();
});
after(async () => {
  await browser?.close();
  await office?.stop();
});

/** The login of somebody of the roster; added once. */
async function login_of(staff_code) {
  if (!logins.has(staff_code)) logins.set(staff_code, await office.add_person(staff_code.toLowerCase(), staff_code));
  return logins.get(staff_code);
}

const row_of = (page, text) => page.getByRole("listitem").filter({ hasText: text });

for (const [screen, options] of Object.entries({ "a desk": desk, "a phone": phone })) {
  const is_phone = options === phone;

  test(`a person explains a day at ${screen}, the head approves it, and both read so without asking again`, async () => {
    // On the phone it is the head of a unit, on whom the head of the one above decides.
    const [who, head, date] = is_phone ? ["CB01", "CB03", "2025-07-09"] : ["CB05", "CB04", "2025-07-15"];
    const own = await visit(browser, options), deciding = await visit(browser, options);
    await sign_in_by_name(own.page, office, await login_of(who), `#/day/${date}/${who}`);
    await own.page.getByRole("button", { name: "Giải trình" }).first().click();
    const dialog = own.page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Gửi giải trình" }).click();
    await dialog.getByText("Hãy ghi nội dung giải trình").waitFor();
    await dialog.getByLabel("Nội dung giải trình").fill("quên quét thẻ, có đồng nghiệp xác nhận");
    await assert_usable(own.page, `explaining at ${screen}`);
    await dialog.getByRole("button", { name: "Gửi giải trình" }).click();
    await own.page.getByText("Đã gửi giải trình, chờ duyệt.").waitFor();
    await own.page.getByRole("link", { name: "Đơn và giải trình của tôi" }).click();
    await row_of(own.page, "quên quét thẻ, có đồng nghiệp").getByText("Chờ duyệt").waitFor();
    await assert_usable(own.page, `one's own requests at ${screen}`);

    await sign_in_by_name(deciding.page, office, await login_of(head), "#/waiting");
    const waiting = row_of(deciding.page, "có đồng nghiệp xác nhận");
    await waiting.getByText("Kết quả theo lượt quét thẻ").click();
    await waiting.getByText(is_phone ? "Đi muộn 7 phút" : "Thiếu lượt quét ra").waitFor();
    await assert_usable(deciding.page, `what waits at ${screen}`);
    await waiting.getByRole("button", { name: "Duyệt", exact: true }).click();
    await deciding.page.getByRole("dialog").getByRole("button", { name: "Duyệt", exact: true }).click();
    await deciding.page.getByText("Không có việc nào chờ duyệt.").waitFor();

    await row_of(own.page, "có đồng nghiệp").getByText(/Lê Quốc Châu duyệt|Phạm Thu Dung duyệt/).waitFor();
    await own.leave();
    await deciding.leave();
  });
}

test("a request is refused with a reason, and another is taken back", async () => {
  const own = await visit(browser), deciding = await visit(browser, phone);
  await sign_in_by_name(own.page, office, await login_of("CB02"), "#/requests");
  const ask = async (kind, from, to, reason) => {
    await own.page.getByRole("button", { name: "Làm đơn" }).click();
    const dialog = own.page.getByRole("dialog");
    await dialog.getByLabel("Loại đơn").selectOption({ label: kind });
    await dialog.getByLabel("Từ ngày").fill(from);
    await dialog.getByLabel("Đến hết ngày").fill(to);
    await dialog.getByLabel("Lý do").fill(reason);
    await dialog.getByRole("button", { name: "Gửi đơn" }).click();
    return dialog;
  };
  const refused = await ask("Nghỉ phép", "2025-07-10", "2025-07-10", "trùng");
  await refused.getByText(/đã có giấy/i).waitFor();
  await assert_usable(own.page, "asking for leave");
  await refused.getByRole("button", { name: "Thôi" }).click();

  await ask("Công tác", "2026-12-14", "2026-12-16", "họp tại Hà Nội");
  await row_of(own.page, "họp tại Hà Nội").getByText("chờ duyệt").waitFor();
  await ask("Nghỉ phép", "2026-12-21", "2026-12-21", "việc nhà");
  await row_of(own.page, "việc nhà").getByRole("button", { name: "Rút đơn" }).click();
  await own.page.getByRole("dialog").getByRole("button", { name: "Rút đơn" }).click();
  await row_of(own.page, "việc nhà").getByText("đã rút lại").waitFor();

  await sign_in_by_name(deciding.page, office, await login_of("CB01"), "#/waiting");
  await row_of(deciding.page, "họp tại Hà Nội").getByRole("button", { name: "Không duyệt" }).click();
  const dialog = deciding.page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Không duyệt" }).click();
  await dialog.getByText("Không duyệt thì phải ghi lý do.").waitFor();
  await dialog.getByLabel("Lý do không duyệt").fill("chưa có kế hoạch");
  await dialog.getByRole("button", { name: "Không duyệt" }).click();
  await row_of(own.page, "họp tại Hà Nội").getByText("không duyệt: chưa có kế hoạch").waitFor();
  await own.leave();
  await deciding.leave();
});

test("an officer records a paper and a correction where their effect is seen", async () => {
  const { page, leave } = await visit(browser);
  await sign_in(page, office, "#/day/2025-07-11/CB03");
  await page.getByRole("button", { name: "Thêm giấy tờ" }).click();
  const paper = page.getByRole("dialog");
  await paper.getByLabel("Loại giấy tờ").selectOption({ label: "Công tác" });
  await paper.getByLabel("Thời gian trong ngày").selectOption({ label: "Buổi sáng" });
  await paper.getByLabel("Số giấy tờ").fill("QĐ 118");
  await assert_usable(page, "recording a paper");
  await paper.getByRole("button", { name: "Ghi nhận" }).click();
  await page.getByText(/Vắng có lý do: công tác \(QĐ 118\)/).waitFor();

  await page.getByRole("button", { name: "Điều chỉnh" }).click();
  const correction = page.getByRole("dialog");
  await correction.getByLabel("Buổi").selectOption({ label: "Chiều" });
  await correction.getByLabel("Thực tế").selectOption({ label: "Về lúc" });
  await correction.getByLabel("Giờ thực tế").fill("16:00");
  await correction.getByRole("button", { name: "Ghi nhận" }).click();
  await correction.getByText("Đã có quyết định thì phải ghi người quyết định").waitFor();
  await correction.getByLabel("Người quyết định").fill("Giám đốc Sở");
  await assert_usable(page, "recording a correction");
  await correction.getByRole("button", { name: "Ghi nhận" }).click();
  await page.getByText(/Về sớm 60 phút/).waitFor();
  await leave();
});

async function tap(uid) {
  const at = Date.now();
  office.stream.tap("cong-a-1", "cong-a", uid, at);
  await office.post_taps(office.stream.batch({ "cong-a-1": at }));
}

// At first the entrance has said nothing since July; the first tap says that it listens, and has since then.
for (const [screen, options, uid, name, before] of [
  ["a desk", desk, "04A1B2C3D4E502", "Trần Thị Bình", "Chưa đủ dữ liệu"],
  ["a phone", phone, "04A1B2C3D4E501", "Nguyễn Văn An", "Chưa ghi nhận"],
]) {
  test(`a head begins with who is here, and sees somebody come in at ${screen}`, async () => {
    const { page, leave } = await visit(browser, options);
    await sign_in_by_name(page, office, await login_of("CB03"));
    await page.getByRole("heading", { name: "Sở Nội vụ", level: 1 }).waitFor();
    const group = (words) => page.locator("section").filter({ has: page.getByRole("heading", { name: words }) });
    await group(before).getByText(name).waitFor();
    await page.getByText("đang nhận trực tiếp").waitFor();
    await tap(uid);
    await group(/^Có mặt/).getByText(name).waitFor();
    await has_count(group(before).getByText(name), 0);
    await assert_usable(page, `who is here at ${screen}`);
    await page.getByRole("radio", { name: "English" }).check();
    await group(/^Present/).getByText(name).waitFor();
    await leave();
  });
}
