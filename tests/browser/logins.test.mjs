// How people come in: by an invitation, by name and password; and what they see of the pages by their role.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assert_usable, desk, enter_name, has_count, open_browser, phone, press_sign_in, sign_in, sign_in_by_name, visit } from "./support/browser.mjs";
import { start_office } from "./support/server.mjs";

let office, browser;
before(async () => {
  office = await start_office();
  browser = await open_browser();
});
after(async () => {
  await browser?.close();
  await office?.stop();
});

const navigation = (page) => page.getByRole("navigation", { name: "Mục chính" });

test("a wrong password is refused in a sentence, and the right one opens the page that was asked for", async () => {
  const an = await office.add_person("an.nv", "", [{ role: "hr" }]);
  const { page, leave } = await visit(browser);
  const ways = page.waitForResponse(/api\/v1\/sign-in/);
  await page.goto(`${office.url}/#/person/2025-07/CB02`);
  await (await ways).finished();
  assert.equal(await page.getByRole("button", { name: "tài khoản của cơ quan" }).count(), 0, "there is no provider");
  await press_sign_in(page);
  await page.getByText("Chưa nhập tên đăng nhập.").waitFor();
  await enter_name(page, an.name, "không phải mật khẩu");
  await page.getByText("Tên đăng nhập hoặc mật khẩu không đúng.").waitFor();
  assert.equal(await page.getByLabel("Mật khẩu").inputValue(), "");
  await enter_name(page, " An.NV ", an.password); // as a phone writes it
  await page.getByRole("heading", { name: "Trần Thị Bình" }).waitFor();
  await leave();
});

test("who guesses too often reads how long to wait", async () => {
  const { page, leave } = await visit(browser);
  await page.goto(office.url);
  await page.getByRole("radio", { name: "English" }).check();
  const said = page.getByText(/Please wait \d+ s, then try again/);
  for (let guess = 0; guess < 10 && !(await said.isVisible()); guess += 1) {
    await page.getByLabel("Login name").fill("nobody");
    await page.getByLabel("Password").fill(`guess ${guess}`);
    const answer = page.waitForResponse(/api\/v1\/session/);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await answer;
    await page.getByText(/is wrong|Please wait/).waitFor();
  }
  await said.waitFor();
  await leave();
});

for (const [screen, options] of Object.entries({ "a desk": desk, "a phone": phone })) {
  test(`who is invited sets a password at ${screen}, signs in, and the link is worth nothing after that`, async () => {
    const name = `chau.${options === phone ? 2 : 1}`;
    const token = await office.invite(name, "", [{ role: "hr" }]);
    const { page, leave } = await visit(browser, options);
    await page.goto(`${office.url}/#/invitation/${token}`);
    assert.equal(await page.getByLabel("Tên đăng nhập").inputValue(), name);
    await page.getByText("Ít nhất 12 ký tự.").waitFor();

    const set = async (first, second) => {
      await page.getByLabel("Mật khẩu mới", { exact: true }).fill(first);
      await page.getByLabel("Nhập lại mật khẩu mới").fill(second);
      await page.getByRole("button", { name: "Đặt mật khẩu" }).click();
    };
    await set("ngắn", "ngắn");
    await page.getByText("Mật khẩu mới phải có ít nhất 12 ký tự.").waitFor();
    await set("sông núi nước non", "sông núi nước nom");
    await page.getByText("Hai lần nhập mật khẩu mới không giống nhau.").waitFor();
    await set("aaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaa");
    await page.getByText("Mật khẩu lặp lại quá ít ký tự, dễ đoán.").waitFor(); // the server's own sentence
    await page.getByLabel("Hiện mật khẩu").check();
    assert.equal(await page.getByLabel("Mật khẩu mới", { exact: true }).getAttribute("type"), "text");
    await set("sông núi nước non", "sông núi nước non");

    await page.getByText("Đã đặt mật khẩu.").waitFor();
    assert.equal(await page.getByLabel("Tên đăng nhập").inputValue(), name);
    assert.ok(!page.url().includes(token));
    await page.getByLabel("Mật khẩu").fill("sông núi nước non");
    await press_sign_in(page);
    await page.getByRole("table").first().waitFor();

    await page.goto(`${office.url}/#/invitation/${token}`);
    await page.getByRole("heading", { name: "Lời mời không còn dùng được" }).waitFor();
    await leave();
  });

  test(`who has only their own records sees their own month at ${screen}, and nothing else`, async () => {
    const binh = await office.add_person(`binh.${options === phone ? 2 : 1}`, options === phone ? "CB03" : "CB02");
    const full_name = options === phone ? "Lê Quốc Châu" : "Trần Thị Bình";
    const { page, leave } = await visit(browser, options);
    await sign_in_by_name(page, office, binh);
    await page.getByRole("heading", { name: full_name }).waitFor();
    assert.deepEqual(await navigation(page).getByRole("link").allInnerTexts(), ["Của tôi", "Đơn, giải trình", "Nội quy", "Ai đã xem"]);
    await has_count(page.getByRole("navigation", { name: "Vị trí trang" }), 0);
    await page.getByText("Cá nhân", { exact: true }).waitFor();
    await has_count(page.getByText("Báo cáo tháng"), 0);

    await page.getByRole("link", { name: /10\/7\/2025/ }).click();
    await page.getByRole("heading", { name: "Thứ Năm, 10/7/2025" }).waitFor();
    await page.getByRole("link", { name: full_name }).click();
    await page.getByRole("heading", { name: full_name }).waitFor();

    for (const address of ["#/units/2025-07", "#/person/2025-07/CB01", "#/live", "#/accounts", "#/audit"]) {
      await page.goto(`${office.url}/${address}`);
      await page.getByRole("heading", { name: "Không có quyền xem" }).waitFor();
    }
    await page.getByRole("link", { name: "Về trang đầu" }).click();
    await page.getByRole("heading", { name: full_name }).waitFor();
    await page.reload();
    await page.getByRole("heading", { name: full_name }).waitFor();
    await leave();
  });
}

test("somebody sees who else looked at them, and an auditor sees who looked at whom", async () => {
  const giang = await office.add_person("giang", "CB06");
  const officer = await office.add_person("nhan.su", "", [{ role: "hr" }]);
  const auditor = await office.add_person("kiem.toan", "", [{ role: "auditor" }]);
  const looking = await visit(browser);
  await sign_in_by_name(looking.page, office, officer, "#/person/2025-08/CB06");
  await looking.page.getByRole("heading", { name: "Vũ Thị Giang" }).waitFor();
  await looking.leave();

  const { page, leave } = await visit(browser, phone);
  await sign_in_by_name(page, office, giang, "#/reads");
  const line = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: officer.name }) });
  await line.getByText("xem tháng công (month=2025-08)").waitFor();
  assert.equal(await page.getByRole("rowheader", { name: giang.name }).count(), 0, "not one's own");
  await assert_usable(page, "who looked, on a phone");
  await leave();

  for (const options of [desk, phone]) {
    const auditing = await visit(browser, options);
    await sign_in_by_name(auditing.page, office, auditor);
    await auditing.page.getByRole("heading", { name: "Nhật ký hệ thống" }).waitFor();
    await auditing.page.getByLabel("Hồ sơ của người có mã").fill("CB06");
    await auditing.page.getByRole("button", { name: "Tìm" }).click();
    const found = auditing.page.getByRole("row").filter({ hasText: "xem tháng công (month=2025-08)" });
    await found.filter({ hasText: officer.name }).waitFor();
    await assert_usable(auditing.page, "the log");
    await auditing.leave();
  }
});

test("who reads units and stands in the roster has a way to their own month", async () => {
  const dung = await office.add_person("dung", "CB04", [{ role: "timekeeper", unit: "X1" }]);
  const { page, leave } = await visit(browser);
  await sign_in_by_name(page, office, dung);
  await page.getByRole("rowheader", { name: "Ủy ban nhân dân phường Tân Bình" }).waitFor();
  await page.getByText("Người chấm công, cá nhân").waitFor();
  await navigation(page).getByRole("link", { name: "Của tôi" }).click();
  await page.getByRole("heading", { name: "Phạm Thu Dung" }).waitFor();
  await page.getByRole("radio", { name: "English" }).check();
  await page.getByText("Timekeeper, own records").waitFor();
  await page.getByRole("link", { name: "Mine" }).waitFor();
  await leave();
});

test("who changes their password needs the present one, and signs in with the new one", async () => {
  const duc = await office.add_person("duc", "CB05");
  const { page, leave } = await visit(browser);
  await sign_in_by_name(page, office, duc);
  await page.getByRole("link", { name: "Tài khoản của tôi" }).click();
  const change = async (old) => {
    await page.getByLabel("Mật khẩu hiện tại").fill(old);
    await page.getByLabel("Mật khẩu mới", { exact: true }).fill("mùa thu hà nội xưa");
    await page.getByLabel("Nhập lại mật khẩu mới").fill("mùa thu hà nội xưa");
    await page.getByRole("button", { name: "Đổi mật khẩu" }).click();
  };
  await change("không phải mật khẩu");
  await page.getByText("Mật khẩu hiện tại không đúng.").waitFor();
  await change(duc.password);
  await page.getByText("Đã đổi mật khẩu.").waitFor();
  await page.getByRole("button", { name: "Đăng xuất" }).click();
  await enter_name(page, "duc", "mùa thu hà nội xưa");
  await page.getByRole("button", { name: "Đăng xuất" }).waitFor();
  await leave();
});

test("who came with a token is offered no password", async () => {
  const { page, leave } = await visit(browser);
  await sign_in(page, office);
  await page.getByRole("table").waitFor();
  await has_count(page.getByRole("link", { name: "Tài khoản của tôi" }), 0);
  await leave();
});

test("one's own month says first whether one was counted, and how much leave is left", async () => {
  const an = await office.add_person("an.cb01", "CB01");
  const { page, leave } = await visit(browser);
  await sign_in_by_name(page, office, an);
  await page.getByText("Cả 46 buổi đã qua đều được ghi nhận.").waitFor(); // late is counted too
  await page.getByText("Được nghỉ phép 13 ngày, đã dùng 0 ngày, còn 13 ngày.").waitFor();
  await page.getByText("Còn 13 ngày.", { exact: true }).waitFor();
  await leave();
});

for (const [screen, options] of Object.entries({ "a desk": desk, "a phone": phone })) {
  test(`an administrator adds somebody at ${screen}, and hands on the link that is shown once`, async () => {
    const who = options === phone ? "tay.2" : "tay.1";
    const administrator = await office.add_person(`quan.tri.${who}`, "", [{ role: "administrator" }]);
    const { page, leave } = await visit(browser, options);
    await sign_in_by_name(page, office, administrator);
    await navigation(page).getByRole("link", { name: "Tài khoản" }).click();

    await page.getByRole("button", { name: "Thêm tài khoản" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Tên đăng nhập").fill(who);
    await dialog.getByLabel("Mã nhân sự").fill("KHONG-CO");
    await dialog.getByRole("button", { name: "Thêm và tạo lời mời" }).click();
    await dialog.getByText('Không có ai mang mã "KHONG-CO" trong danh sách nhân sự.').waitFor();
    await dialog.getByLabel("Mã nhân sự").fill("");
    await dialog.getByRole("button", { name: "Thêm quyền" }).click();
    await dialog.getByRole("combobox", { name: "Quyền", exact: true }).selectOption({ label: "Nhân sự" });
    await dialog.getByLabel("Mã đơn vị").fill("SNV");
    await dialog.getByLabel("Từ ngày").fill("2026-03-09");
    await assert_usable(page, "a dialog");
    await dialog.getByRole("button", { name: "Thêm và tạo lời mời" }).click();

    await dialog.getByText("Đường liên kết chỉ hiện lần này.").waitFor();
    await dialog.getByText(/Dùng được một lần, đến \d\d:\d\d ngày \d\d\/\d+\/\d{4}\./).waitFor();
    const link = await dialog.getByLabel("Đường liên kết").inputValue();
    assert.ok(link.startsWith(`${office.url}/#/invitation/`), link);
    await assert_usable(page, "the link");
    await dialog.getByRole("button", { name: "Sao chép" }).click();
    await dialog.getByText("Đã sao chép.").waitFor();
    await dialog.getByRole("button", { name: "Đóng" }).click();
    await has_count(page.getByText(link), 0);

    await page.getByRole("searchbox").fill(who);
    const line = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: who, exact: true }) });
    await line.getByText("Nhân sự, đơn vị SNV, từ 09/3/2026").waitFor();
    await line.getByText("chưa đặt mật khẩu").waitFor();
    await page.getByRole("row").filter({ hasText: "quan.tri" }).first().waitFor({ state: "detached" });

    const guest = await visit(browser, options);
    await guest.page.goto(link);
    await guest.page.getByLabel("Nhập lại mật khẩu mới").waitFor();
    assert.equal(await guest.page.getByLabel("Tên đăng nhập").inputValue(), who);
    await guest.leave();
    await leave();
  });
}

test("an administrator changes roles, invites again and disables, but asked once more, and never themself", async () => {
  const administrator = await office.add_person("chi.huy", "", [{ role: "administrator" }]);
  const guard = await office.add_person("bao.ve", "", [{ role: "guard" }]);
  const { page, leave } = await visit(browser);
  await sign_in_by_name(page, office, administrator, "#/accounts");
  const line = (name) => page.getByRole("row").filter({ has: page.getByRole("rowheader", { name, exact: true }) });
  const dialog = page.getByRole("dialog");

  await line(guard.name).getByRole("button", { name: "Sửa quyền" }).click();
  await dialog.getByRole("combobox", { name: "Quyền", exact: true }).selectOption({ label: "Người kiểm tra" });
  await dialog.getByRole("button", { name: "Lưu" }).click();
  await line(guard.name).getByText("Người kiểm tra").waitFor();

  await line(guard.name).getByRole("button", { name: "Mời lại" }).click();
  await dialog.getByRole("button", { name: "Tạo lời mời" }).click();
  await dialog.getByLabel("Đường liên kết").waitFor();
  await page.keyboard.press("Escape");

  await line(guard.name).getByRole("button", { name: "Khóa" }).click();
  await dialog.getByRole("button", { name: "Thôi" }).and(page.locator(":focus")).waitFor();
  await page.keyboard.press("Enter"); // a slip does nothing
  await dialog.waitFor({ state: "detached" });
  await line(guard.name).getByText("đang dùng").waitFor();
  await line(guard.name).getByRole("button", { name: "Khóa" }).click();
  await dialog.getByRole("button", { name: "Khóa tài khoản" }).click();
  await line(guard.name).getByText("đã khóa").waitFor();
  await has_count(line(guard.name).getByRole("button"), 0);
  await has_count(line(administrator.name).getByRole("button", { name: "Khóa" }), 0);
  await leave();
});

test("of many accounts a page is shown at a time", async () => {
  const administrator = await office.add_person("nhieu", "", [{ role: "administrator" }]);
  for (let number = 101; number <= 302; number += 1) await office.invite(`xa.${number}`, "", [{ role: "guard" }]);
  const { page, leave } = await visit(browser);
  await sign_in_by_name(page, office, administrator, "#/accounts");
  await page.getByRole("searchbox").fill("xa.");
  await page.getByRole("rowheader", { name: "xa.300" }).waitFor();
  await has_count(page.getByRole("rowheader"), 200);
  await page.getByRole("button", { name: "Xem tiếp" }).click();
  await page.getByRole("rowheader", { name: "xa.302" }).waitFor();
  await has_count(page.getByRole("rowheader"), 2);
  await page.getByRole("button", { name: "Về đầu danh sách" }).click();
  await page.getByRole("rowheader", { name: "xa.101" }).waitFor();
  await leave();
});
