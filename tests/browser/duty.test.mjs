// The board of who is here also tells which duty slots nobody holds.
import { after, before, test } from "node:test";
import { assert_usable, desk, open_browser, phone, sign_in, visit } from "./support/browser.mjs";
import { start_office } from "./support/server.mjs";

let office, browser;
before(async () => {
  office = await start_office();
  await office.import_schedules(`[[schedule]]
name = "truc-ngay"
ignores_calendar = true
[[schedule.season]]
valid_from = 2025-01-01
weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
sessions = [{ name = "trực", start = "00:00", end = "23:59" }]
`);
  await office.state("duty_slots", "unit_code,schedule,from,to,weekdays,people_min\nSNV,truc-ngay,2025-01-01,,,1\nX1,truc-ngay,2025-01-01,,,2\n");
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" }).format();
  await office.state("duties", `date,schedule,unit_code,staff_code,paper\n${today},truc-ngay,X1,CB04,LT 3\n`);
  browser = await open_browser();
});
after(async () => {
  await browser?.close();
  await office?.stop();
});

for (const [screen, size] of [["a desk", desk], ["a phone", phone]]) {
  test(`at ${screen} the open slots stand first, and lead to their unit`, async () => {
    const { page, leave } = await visit(browser, size);
    await sign_in(page, office, "#/now");
    await page.getByRole("heading", { name: "Vị trí trực chưa có người" }).waitFor();
    await page.getByText("Chưa phân công ai").waitFor();
    await page.getByText("Mới phân công 1/2 người").waitFor();
    await assert_usable(page, `open slots at ${screen}`);
    await page.getByRole("listitem").filter({ hasText: "Chưa phân công ai" }).getByRole("link", { name: "Sở Nội vụ" }).click();
    await page.getByRole("heading", { level: 1, name: "Sở Nội vụ" }).waitFor();
    await page.getByText("Mới phân công 1/2 người").waitFor({ state: "detached" });
    await page.getByRole("radio", { name: "English" }).check();
    await page.getByText("Nobody is named").waitFor();
    await assert_usable(page, `open slots of a unit at ${screen}`);
    await leave();
  });
}
