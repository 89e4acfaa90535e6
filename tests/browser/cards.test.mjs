// The guard's one screen, with a real entrance behind it: a card is lent, the door knows whose it is, and it comes back.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assert_usable, desk, open_browser, phone, sign_in, sign_in_by_name, visit } from "./support/browser.mjs";
import { start_entrance } from "./support/entrance.mjs";
import { start_office } from "./support/server.mjs";

const first = "04BBBBBBBBBB01";
let office, entrance, browser, guard, staff;
before(async () => {
  office = await start_office();
  await office.state("temporary_cards", `label,uid,unit_code,valid_from,valid_to\nTT-01,${first},SNV,2025-01-01,\nTT-02,04BBBBBBBBBB02,SNV,2025-01-01,\nTT-09,04BBBBBBBBBB09,X1,2025-01-01,\n`);
  guard = await office.add_person("bao.ve", "", [{ role: "guard", unit: "SNV" }]);
  staff = await office.add_person("binh.tt", "CB02");
  entrance = await start_entrance(office);
  await entrance.heard(/roster: \d+ badges/);
  browser = await open_browser();
});
after(async () => {
  await browser?.close();
  await entrance?.stop();
  await office?.stop();
});

const out = (page) => page.locator("section").filter({ has: page.getByRole("heading", { name: /^(Đang cho mượn|Out)$/ }) });

test("on a phone a guard lends the card that was just shown, the door knows the borrower, and the card comes back", async () => {
  const door = await visit(browser);
  await door.page.goto(entrance.url);
  await door.page.locator("body[data-look=idle]").waitFor();
  const { page, leave } = await visit(browser, phone);
  await sign_in_by_name(page, office, guard);
  await page.getByRole("heading", { level: 1, name: "Thẻ tạm" }).waitFor();
  await page.getByText("2 thẻ trong hộp").waitFor();
  await page.getByText("đang nhận trực tiếp").waitFor();
  assert.equal(await page.getByText("TT-09").count(), 0, "another unit's box");
  await assert_usable(page, "the box on a phone");

  await entrance.tap(first);
  await door.page.getByText("thẻ tạm chưa được cho mượn").waitFor();
  await page.getByText(/vừa quét \d\d:\d\d tại cong-a/).waitFor();
  await page.getByLabel("Người mượn: họ tên hoặc mã").fill("binh tran");
  await page.getByRole("button", { name: "Chọn người: Trần Thị Bình, CB02" }).click();
  assert.ok(await page.getByRole("radio", { name: "Quên thẻ" }).isChecked(), "she has a badge of her own");
  await assert_usable(page, "choosing a card on a phone");
  await page.getByRole("button", { name: /^TT-01 giao cho Trần Thị Bình/ }).click();
  await page.getByText("Đã giao thẻ TT-01 cho Trần Thị Bình.").waitFor();
  await out(page).getByText("quên thẻ").waitFor();
  await assert_usable(page, "a card that is out, on a phone");

  await entrance.heard_again(/roster: \d+ badges/);
  await entrance.tap("04FFFFFFFFFF01"); // somebody else comes between
  await entrance.tap(first);
  await door.page.getByText("T. T. B.").waitFor();
  await door.page.locator("body[data-look=recorded]").waitFor();

  await page.getByRole("button", { name: "Nhận lại thẻ TT-01 của Trần Thị Bình" }).click();
  await page.getByText("Đã nhận lại thẻ TT-01.").waitFor();
  await page.getByText("Không có thẻ nào đang cho mượn.").waitFor();
  await page.getByRole("button", { name: "Hoàn tác thẻ TT-01" }).click();
  await page.getByText("Đã hoàn tác với thẻ TT-01.").waitFor();
  await page.getByRole("button", { name: "Nhận lại thẻ TT-01 của Trần Thị Bình" }).click();
  await page.getByText("Không có thẻ nào đang cho mượn.").waitFor();
  await entrance.heard_again(/roster: \d+ badges/);
  await entrance.tap("04FFFFFFFFFF01");
  await entrance.tap(first);
  await door.page.getByText("thẻ tạm chưa được cho mượn").waitFor();
  await leave();
  await door.leave();
});

test("at a desk in English a guard's page follows what another guard does, and nobody holds two cards", async () => {
  const here = await visit(browser, desk);
  await sign_in_by_name(here.page, office, guard);
  await here.page.getByRole("radio", { name: "English" }).check();
  await here.page.getByRole("heading", { level: 1, name: "Temporary cards" }).waitFor();
  await assert_usable(here.page, "the box in English");
  const there = await visit(browser, phone);
  await sign_in(there.page, office, "#/cards");
  await there.page.getByLabel("Người mượn: họ tên hoặc mã").fill("CB01");
  await there.page.getByRole("button", { name: "Chọn người: Nguyễn Văn An, CB01" }).click();
  await there.page.getByRole("radio", { name: "Chưa được cấp thẻ" }).check();
  await there.page.getByRole("button", { name: /^TT-02 giao cho Nguyễn Văn An/ }).click();
  await out(here.page).getByText("Nguyễn Văn An").waitFor();
  await here.page.getByLabel("Borrower: name or code").fill("nguyen an");
  await here.page.getByText("holds card TT-02").waitFor();
  assert.ok(await here.page.getByRole("button", { name: "Choose: Nguyễn Văn An, CB01" }).isDisabled());
  await assert_usable(here.page, "somebody who holds a card");
  await here.page.getByRole("button", { name: "Undo the last step with card TT-02" }).click();
  await out(here.page).getByText("No card is out.").waitFor();
  await here.leave();
  await there.leave();
});

test("the borrower sees the loan beside their own month, and a door to its day", async () => {
  const { page, leave } = await visit(browser, phone);
  await sign_in_by_name(page, office, staff);
  await page.getByText("Thẻ tạm đã mượn (1)").click();
  await page.getByText(/Mượn thẻ tạm TT-01 từ \d\d:\d\d đến \d\d:\d\d \(quên thẻ\)/).waitFor();
  await assert_usable(page, "one's own loans on a phone");
  await leave();
});

test("HR puts a card that was just shown into the box, and takes it out of use", async () => {
  const { page, leave } = await visit(browser);
  await sign_in(page, office, "#/cards");
  await page.getByRole("button", { name: "Thêm thẻ tạm" }).click();
  await entrance.tap("04CCCCCCCCCC77");
  const form = page.getByRole("dialog");
  await form.getByLabel("Ký hiệu in trên thẻ").fill("TT-01");
  await form.getByLabel("Mã đơn vị để hộp thẻ").fill("SNV");
  const shown = form.getByRole("option", { name: /^…CC77/ });
  await shown.waitFor({ state: "attached" });
  await form.getByLabel("Thẻ vừa quét").selectOption(await shown.getAttribute("value"));
  await assert_usable(page, "adding a card");
  await form.getByRole("button", { name: "Thêm", exact: true }).click();
  await form.getByText(/Đã có thẻ tạm "TT-01"/).waitFor();
  await form.getByLabel("Ký hiệu in trên thẻ").fill("TT-03");
  await form.getByRole("button", { name: "Thêm", exact: true }).click();
  await page.getByText("Đã thêm thẻ TT-03 vào hộp.").waitFor();
  await page.getByLabel("Ngừng dùng").selectOption("TT-03");
  await page.getByRole("dialog").getByRole("button", { name: "Ngừng dùng" }).click();
  await page.getByText("Đã ngừng dùng thẻ TT-03.").waitFor();
  assert.ok(!(await page.content()).includes("04CCCCCCCCCC77"), "the number stays at the server");
  await leave();
});
