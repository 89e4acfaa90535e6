// Two-step sign-in: set up with an app, asked for, recovered, demanded of a role, reset.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Authenticator, scan } from "./support/authenticator.mjs";
import { assert_usable, desk, enter_name, has_count, open_browser, phone, press_sign_in, sign_in_by_name, visit } from "./support/browser.mjs";
import { start_office } from "./support/server.mjs";

let office, browser;
before(async () => {
  office = await start_office('second_factor_for = ["administrator"]\n');
  browser = await open_browser();
});
after(async () => {
  await browser?.close();
  await office?.stop();
});

/** From the first button to the recovery codes; what is on the page before must be the start. */
async function set_up(page, password) {
  await page.getByRole("button", { name: "Thiết lập" }).click();
  await page.getByLabel("Mật khẩu hiện tại").and(page.locator(":focus")).fill(password);
  await page.getByRole("button", { name: "Tiếp tục" }).click();
  const picture = page.getByRole("img", { name: "Mã QR cho ứng dụng xác thực" });
  const uri = new URL(await scan(picture));
  assert.equal(uri.protocol, "otpauth:");
  assert.equal(uri.searchParams.get("issuer"), "Chuyên Cần");
  const typed = (await page.locator(".secret").innerText()).replaceAll(" ", "");
  assert.equal(typed, uri.searchParams.get("secret"), "the picture and the text are one secret");
  await assert_usable(page, "the QR code");

  const app = new Authenticator(typed);
  const code = page.getByLabel("Mã xác thực", { exact: true });
  await code.fill("000000");
  await page.getByRole("button", { name: "Xác nhận" }).click();
  await page.getByText("Mã xác thực không đúng; hãy xem giờ của điện thoại có đúng không.").waitFor();
  await code.fill(app.code());
  await page.getByRole("button", { name: "Xác nhận" }).click();
  await page.getByText("Mã dự phòng chỉ hiện lần này.").waitFor();
  const codes = (await page.getByLabel("Mã dự phòng").inputValue()).split("\n");
  assert.equal(codes.length, 10);
  await assert_usable(page, "recovery codes");
  await page.getByRole("button", { name: "Đã cất mã dự phòng" }).click();
  return { app, codes };
}

async function enter_code(page, code) {
  await page.getByLabel("Mã xác thực").and(page.locator(":focus")).fill(code);
  await press_sign_in(page);
}

for (const [screen, options] of Object.entries({ "a desk": desk, "a phone": phone })) {
  test(`somebody sets up the second step at ${screen}, signs in with it, and with a recovery code`, async () => {
    const an = await office.add_person(`an.${options === phone ? 2 : 1}`, options === phone ? "CB01" : "CB02");
    const { page, leave } = await visit(browser, options);
    await sign_in_by_name(page, office, an, "#/account");
    const { app, codes } = await set_up(page, an.password);
    await page.getByText("Đang bật. Còn 10 mã dự phòng chưa dùng.").waitFor();

    await page.getByRole("button", { name: "Đăng xuất" }).click();
    await enter_name(page, an.name, an.password);
    await page.getByText(`Mật khẩu của ${an.name} đúng. Còn bước thứ hai.`).waitFor();
    await assert_usable(page, "the second step");
    await enter_code(page, "000000");
    await page.getByText("Mã xác thực không đúng hoặc đã được dùng.").waitFor();
    await enter_code(page, app.code());
    await page.getByText("Đang bật. Còn 10 mã dự phòng chưa dùng.").waitFor();

    await page.getByRole("button", { name: "Đăng xuất" }).click();
    await enter_name(page, an.name, an.password);
    await enter_code(page, codes[0].toLowerCase().replaceAll("-", " "));
    await page.getByText("Đang bật. Còn 9 mã dự phòng chưa dùng.").waitFor();
    await leave();
  });
}

test("who has an administrator's role sees nothing but the way to set it up, in both languages, and then all", async () => {
  const chi = await office.add_person("chi.huy", "", [{ role: "administrator" }]);
  const { page, leave } = await visit(browser);
  await sign_in_by_name(page, office, chi, "#/accounts");
  await page.getByText("Quyền được giao cho tài khoản này yêu cầu xác thực hai bước.").waitFor();
  await has_count(page.getByRole("navigation"), 0);
  await page.getByRole("radio", { name: "English" }).check();
  await page.getByText("A role of this account needs two-step sign-in.").waitFor();
  await page.getByRole("radio", { name: "Tiếng Việt" }).check();
  await set_up(page, chi.password);
  await page.getByRole("heading", { name: "Tài khoản" }).waitFor();
  await page.getByRole("rowheader", { name: "chi.huy" }).waitFor();
  await leave();
});

test("an administrator resets the second step of somebody who lost their phone", async () => {
  const lan = await office.add_person("lan", "", [{ role: "hr" }]);
  const hers = await visit(browser);
  await sign_in_by_name(hers.page, office, lan, "#/account");
  await set_up(hers.page, lan.password);

  const administrator = await office.add_person("quan.tri", "", [{ role: "administrator" }]);
  const { page, leave } = await visit(browser);
  await sign_in_by_name(page, office, administrator, "#/accounts");
  await set_up(page, administrator.password);
  const line = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "lan", exact: true }) });
  await line.getByText("xác thực hai bước").first().waitFor();
  await line.getByRole("button", { name: "Đặt lại xác thực hai bước" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Đặt lại xác thực hai bước" }).click();
  await line.getByText("đang dùng", { exact: true }).waitFor();
  await leave();

  await hers.page.reload();
  await enter_name(hers.page, lan.name, lan.password);
  await hers.page.getByRole("button", { name: "Thiết lập" }).waitFor();
  await hers.leave();
});
