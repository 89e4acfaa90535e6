// Signing in with the office's account, at a certified OpenID provider.
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { assert_usable, desk, open_browser, phone, visit } from "./support/browser.mjs";
import { client, start_provider } from "./support/provider.mjs";
import { start_office } from "./support/server.mjs";

const button = "Đăng nhập bằng tài khoản của cơ quan";

let folder, provider, office, browser;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "badge-provider-"));
  const secret = join(folder, "provider.secret");
  await writeFile(secret, `${client.secret}\n`);
  const port = await free_port();
  const redirect = `http://127.0.0.1:${port}/`;
  provider = await start_provider(redirect);
  const settings = { issuer: provider.issuer, client_id: client.id, client_secret_file: secret, redirect };
  const lines = Object.entries(settings).map(([key, value]) => `${key} = ${JSON.stringify(value)}\n`);
  office = await start_office(`second_factor_for = ["administrator"]\n[oidc]\n${lines.join("")}`, port);
  browser = await open_browser();
});
after(async () => {
  await browser?.close();
  await office?.stop();
  await provider?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** One that nobody listens at; the provider must know it before the office begins. */
async function free_port() {
  const server = createServer();
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

/** The provider's own pages: any name and password, then consent. */
async function sign_in_there(page, name) {
  await page.route("https://**", (route) => route.abort()); // its pages would fetch a font from afar
  await page.getByRole("button", { name: button }).click();
  await page.waitForURL((url) => url.origin === provider.issuer);
  await page.locator("input[name=login]").fill(name);
  await page.locator("input[name=password]").fill("x");
  await page.locator("button[type=submit]").click();
  await page.locator("input[name=prompt][value=consent]").waitFor({ state: "attached" });
  await page.locator("button[type=submit]").click();
  await page.waitForURL((url) => url.origin === office.url);
}

for (const [screen, options] of Object.entries({ "a desk": desk, "a phone": phone })) {
  test(`somebody comes in with the office's account at ${screen}, to the page that was asked for`, async () => {
    const name = `an.${options === phone ? 2 : 1}`;
    await office.add_person(name, "", [{ role: "hr" }]);
    const { page, leave } = await visit(browser, options);
    await page.goto(`${office.url}/#/person/2025-07/CB02`);
    await page.getByRole("button", { name: button }).waitFor();
    await assert_usable(page, "sign-in with the office's account");
    await sign_in_there(page, name.toUpperCase());
    await page.getByRole("heading", { name: "Trần Thị Bình" }).waitFor();
    assert.equal(page.url(), `${office.url}/#/person/2025-07/CB02`, "neither code nor state stays in the address");
    assert.equal(await page.getByRole("link", { name: "Tài khoản của tôi" }).count(), 0, "the password is not of here");
    const cookies = await page.context().cookies(office.url);
    assert.deepEqual(cookies.map(({ name: cookie, sameSite, httpOnly }) => [cookie, sameSite, httpOnly]), [
      ["chuyen_can_session", "Strict", true],
    ]);
    await page.reload();
    await page.getByRole("heading", { name: "Trần Thị Bình" }).waitFor();
    await leave();
  });
}

test("the second factor is the provider's matter, unless the settings say otherwise", async () => {
  await office.add_person("quan.tri", "", [{ role: "administrator" }]);
  const { page, leave } = await visit(browser);
  await page.goto(`${office.url}/#/accounts`);
  await sign_in_there(page, "quan.tri");
  await page.getByRole("rowheader", { name: "quan.tri" }).waitFor();
  await leave();
});

test("who has no login here is told so, and no login is made", async () => {
  const { page, leave } = await visit(browser);
  await page.goto(office.url);
  await sign_in_there(page, "nguoi.la");
  await page.getByText("Tài khoản của cơ quan chưa được mở ở đây; hãy liên hệ người quản trị hệ thống.").waitFor();
  await assert_usable(page, "refused by the office's account");
  await leave();
});

test("what another browser began, or nobody, is refused", async () => {
  await office.add_person("nan.nhan", "", [{ role: "hr" }]);
  const { page: attacker, leave: leave_attacker } = await visit(browser);
  await attacker.goto(office.url);
  const link = await answer_kept(attacker, () => sign_in_there(attacker, "nan.nhan"));
  await leave_attacker();
  const { page, leave } = await visit(browser);
  for (const address of [link, `${office.url}/?code=x&state=y`, `${office.url}/?error=access_denied&state=y`]) {
    await page.goto(address);
    await page.getByText("Chưa đăng nhập được bằng tài khoản của cơ quan; hãy thử lại.").waitFor();
    assert.deepEqual(await page.context().cookies(office.url), []);
  }
  await leave();
});

for (const alg of ["ES256", "RS256"]) {
  test(`the provider's keys may be changed at any time, for ${alg}`, async () => {
    const name = `sau.${alg.toLowerCase()}`;
    await office.add_person(name, "", [{ role: "hr" }]);
    provider.sign_with(alg);
    const { page, leave } = await visit(browser);
    await page.goto(office.url);
    await sign_in_there(page, name);
    await page.getByRole("table").first().waitFor();
    await leave();
  });
}

test("when the provider is away a sentence says so, and a password still opens", async () => {
  const tai = await office.add_person("tai", "", [{ role: "hr" }]);
  const { page, leave } = await visit(browser);
  await page.goto(office.url);
  await sign_in_there(page, "nguoi.la");
  await page.getByText("chưa được mở ở đây").waitFor();
  const again = async () => {
    await page.getByRole("button", { name: button }).click(); // the provider remembers: it asks nothing more
    await page.getByText("Không kết nối được với máy chủ.").waitFor();
  };
  const link = await answer_kept(page, again);
  await provider.silence();
  await page.goto(link);
  await page.getByText("Hệ thống đăng nhập của cơ quan không trả lời; hãy thử lại sau.").waitFor();
  await provider.wake();
  await page.getByLabel("Tên đăng nhập").fill(tai.name);
  await page.getByLabel("Mật khẩu").fill(tai.password);
  await page.getByRole("button", { name: "Đăng nhập", exact: true }).click();
  await page.getByRole("table").first().waitFor();
  await leave();
});

/** The address with which the provider sends the browser back, before the page could use it. */
async function answer_kept(page, come_back) {
  const hold = (route) => (route.request().method() === "PUT" ? route.abort() : route.continue());
  const back = page.waitForRequest((request) => new URL(request.url()).searchParams.has("code"));
  const held = page.waitForEvent("requestfailed", (request) => request.method() === "PUT");
  await page.route(/session\/provider/, hold);
  await come_back();
  await held;
  await page.unroute(/session\/provider/);
  return (await back).url();
}
