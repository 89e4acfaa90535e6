// An administrator's first screen, and whose badge is this: with a real entrance behind the pages.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assert_usable, desk, open_browser, phone, sign_in, sign_in_by_name, visit } from "./support/browser.mjs";
import { start_entrance } from "./support/entrance.mjs";
import { start_office } from "./support/server.mjs";

let office, entrance, browser, admin, hr;
before(async () => {
  office = await start_office();
  admin = await office.add_person("quan.tri", "", [{ role: "administrator" }]);
  hr = await office.add_person("nhan.su", "", [{ role: "hr" }]);
  entrance = await start_entrance(office);
  await entrance.heard(/roster: \d+ badges/);
  browser = await open_browser();
});
after(async () => {
  await browser?.close();
  await entrance?.stop();
  await office?.stop();
});

const door_row = (page) => page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "cong-a", exact: true }) });

/** The screen at the door, to see what a tap shows there. */
async function open_door() {
  const visitor = await visit(browser);
  await visitor.page.goto(entrance.url);
  await visitor.page.locator("body[data-look=idle]").waitFor();
  return visitor;
}

for (const [screen, size] of [["a desk", desk], ["a phone", phone]]) {
  test(`at ${screen} an administrator begins with the entrances, and sees a reader go deaf and come back`, async () => {
    const { page, leave } = await visit(browser, size);
    await sign_in_by_name(page, office, admin);
    await page.getByRole("heading", { level: 1, name: "Điểm quét" }).waitFor();
    await door_row(page).getByText("cong-a-1 đang nghe").waitFor();
    await page.getByText("đang nhận trực tiếp").waitFor();
    await assert_usable(page, `entrances at ${screen}`);
    await entrance.reader("unplug");
    await door_row(page).getByText(/không hoạt động từ \d\d:\d\d: đầu đọc bị rút ra/).waitFor();
    await page.getByText(/điểm quét cần xử lý ngay/).waitFor();
    assert.match(await page.getByRole("row").nth(1).innerText(), /cong-a/, "what cannot wait stands first");
    await assert_usable(page, `a deaf reader at ${screen}`);
    await entrance.reader("plug");
    await door_row(page).getByText("cong-a-1 đang nghe").waitFor();
    await leave();
  });
}

test("a backup that was never made is told, and that the clock is near", async () => {
  const { page, leave } = await visit(browser);
  await sign_in_by_name(page, office, admin);
  await page.getByText("Chưa có bản sao lưu nào hoàn tất.").waitFor();
  await door_row(page).getByText(/giây$/).waitFor();
  await page.getByRole("radio", { name: "English" }).check();
  await page.getByText("No backup was ever completed.").waitFor();
  await assert_usable(page, "entrances in English");
  await leave();
});

test("HR binds a card that was just shown in place of the old one, and the door knows it at its next tap", async () => {
  const door = await open_door();
  const { page, leave } = await visit(browser);
  await sign_in_by_name(page, office, hr, "#/badges");
  await page.getByText("Không có thẻ nào chờ gắn.").waitFor();
  await entrance.tap("04FFFFFFFFFF77");
  await door.page.getByText("thẻ chưa có trong danh sách").waitFor();
  await page.getByRole("button", { name: "Gắn với người: …FF77" }).click();
  await page.getByRole("dialog").getByLabel("Tìm theo họ tên hoặc mã").fill("binh tran");
  await page.getByRole("button", { name: "Chọn người: Trần Thị Bình, CB02" }).click();
  await page.getByLabel("Thẻ đang dùng …E502").selectOption({ label: "Hỏng" });
  await assert_usable(page, "binding a card");
  await page.getByRole("button", { name: "Gắn thẻ", exact: true }).click();
  await page.getByText("Đã lưu.").waitFor();
  await page.getByRole("heading", { level: 3, name: "Trần Thị Bình" }).waitFor();
  await page.getByRole("row").filter({ hasText: "…E502" }).filter({ hasText: "hỏng" }).waitFor();
  await page.getByRole("row").filter({ hasText: "…FF77" }).filter({ hasText: "đang dùng" }).waitFor();
  assert.ok(!(await page.content()).includes("04FFFFFFFFFF77"), "the number stays at the server");
  await entrance.heard_again(/roster: \d+ badges/);
  await entrance.tap("04FFFFFFFFFF01"); // somebody else comes between
  await entrance.tap("04FFFFFFFFFF77");
  await door.page.getByText("T. T. B.").waitFor();
  await door.page.locator("body[data-look=recorded]").waitFor();
  await leave();
  await door.leave();
});

test("a badge that is reported lost is amber at the door, and green again when it is found", async () => {
  const door = await open_door();
  const { page, leave } = await visit(browser, phone);
  await sign_in_by_name(page, office, hr, "#/badges/CB01");
  await page.getByRole("button", { name: "Báo mất: …E501" }).click();
  await page.getByText("Mọi điểm quét ngừng nhận thẻ trong vài giây").waitFor();
  await page.getByRole("button", { name: "Lưu" }).click();
  await page.getByText("Đã lưu.").waitFor();
  await entrance.heard_again(/roster: \d+ badges/);
  await entrance.tap("04A1B2C3D4E501");
  await door.page.getByText("thẻ không còn hiệu lực").waitFor();
  await assert_usable(page, "a person's badges on a phone");
  await page.getByRole("row").filter({ has: page.getByRole("cell", { name: "Trạng thái: mất" }) }).getByRole("button", { name: /^Đổi trạng thái/ }).click();
  await page.getByLabel("Trạng thái mới có từ ngày").fill(tomorrow());
  await page.getByRole("button", { name: "Lưu" }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await entrance.heard_again(/roster: \d+ badges/);
  await entrance.tap("04FFFFFFFFFF01"); // somebody else comes between
  await entrance.tap("04A1B2C3D4E501");
  await door.page.locator("body[data-look=recorded]").waitFor();
  await leave();
  await door.leave();
});

test("a number that is somebody's is refused with the reason, and the dialog stays", async () => {
  const { page, leave } = await visit(browser);
  await sign_in(page, office, "#/badges/CB03");
  await page.getByRole("radio", { name: "English" }).check();
  await page.getByRole("button", { name: "Issue a badge" }).click();
  await page.getByRole("button", { name: "Issue", exact: true }).click();
  await page.getByText("The card number is missing.").waitFor();
  await page.getByLabel("Card number").fill("04 A1 B2 C3 D4 E5 05");
  await page.getByRole("button", { name: "Issue", exact: true }).click();
  await page.getByRole("dialog").getByText(/CB05/).waitFor();
  await assert_usable(page, "a refused number");
  await leave();
});

test("who has no right to either is told so", async () => {
  const head = await office.add_person("truong.phong", "", [{ role: "hr", unit: "SNV" }]);
  const { page, leave } = await visit(browser);
  await sign_in_by_name(page, office, head, "#/badges");
  await page.getByRole("heading", { name: "Không có quyền xem" }).waitFor();
  await page.goto(`${office.url}/#/entrances`);
  await page.getByRole("heading", { name: "Không có quyền xem" }).waitFor();
  await leave();
});

function tomorrow() {
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" }).format();
  const day = new Date(`${today}T00:00Z`);
  day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}
