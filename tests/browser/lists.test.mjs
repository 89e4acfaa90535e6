// Lists that a head acts on: chosen, opened, taken as files; and the list of praise on its way to everybody.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { assert_usable, desk, open_browser, phone, sign_in_by_name, visit } from "./support/browser.mjs";
import { start_office } from "./support/server.mjs";

let office, browser, head, staff;
before(async () => {
  office = await start_office();
  await office.state("heads", "unit_code,staff_code,role,valid_from,valid_to,paper\nSNV,CB03,head,2025-01-01,,QĐ 1\n");
  await office.state("list_rules", "unit_code,valid_from,late_times,away_min,rule\nSNV,2025-01-01,1,15,Điều 5 Nội quy\n");
  head = await office.add_person("lq.chau", "CB03");
  staff = await office.add_person("tt.binh", "CB02");
  browser = await open_browser();
});
after(async () => {
  await browser?.close();
  await office?.stop();
});

for (const [screen, options] of Object.entries({ "a desk": desk, "a phone": phone })) {
  test(`the lists of a unit's month are beside one another, and a name opens the person, on ${screen}`, async () => {
    const { page, leave } = await visit(browser, options);
    await sign_in_by_name(page, office, head, "#/people/2025-07/SNV");
    await page.getByRole("link", { name: "Danh sách cần xử lý" }).click();
    await page.getByText("Sở Nội vụ: từ 1 lần trở lên (Điều 5 Nội quy)").waitFor();
    await assert_usable(page, "who was late");
    await page.getByRole("link", { name: "Ra ngoài giữa giờ" }).click();
    await page.getByText("Gợi ý để xem xét, không phải kết luận").waitFor();
    await page.getByRole("link", { name: "Chưa giải trình" }).click();
    await page.getByRole("link", { name: "Lê Quốc Châu" }).waitFor();
    await assert_usable(page, "what nobody has explained");
    await page.getByRole("link", { name: "Lê Quốc Châu" }).click();
    await page.getByRole("heading", { name: "Thứ Sáu, 11/7/2025" }).waitFor();
    await leave();
  });
}

test("a list is of another period, and a file", async () => {
  const { page, leave } = await visit(browser);
  await sign_in_by_name(page, office, head, "#/lists/late?unit=SNV&period=2025-07");
  await page.getByRole("link", { name: "Nguyễn Văn An" }).waitFor();
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Tải về (XLSX)" }).click()]);
  assert.equal(file.suggestedFilename(), "di-muon-2025-07.xlsx");
  assert.equal((await readFile(await file.path())).subarray(0, 2).toString(), "PK");
  await page.getByLabel("Kỳ", { exact: true }).selectOption("2025");
  await page.waitForURL(/period=2025$/);
  await page.getByRole("link", { name: "Nguyễn Văn An" }).waitFor();
  await leave();
});

test("praise is internal until the head releases it, and then the staff read it", async () => {
  const releasing = await visit(browser);
  await sign_in_by_name(releasing.page, office, head, "#/lists/praise?unit=SNV&period=2025-07");
  await releasing.page.getByText("Nội bộ – chưa công bố").waitFor();
  await releasing.page.getByRole("button", { name: "Công bố" }).click();
  const form = releasing.page.getByRole("dialog");
  await form.getByRole("button", { name: "Công bố" }).click();
  await form.getByText(/Cần nêu căn cứ công bố/).waitFor();
  await assert_usable(releasing.page, "releasing a list");
  await form.getByLabel("Căn cứ công bố").fill("Quyết định 45/QĐ-SNV");
  await form.getByRole("button", { name: "Công bố" }).click();
  await releasing.page.getByRole("heading", { name: "Đã công bố" }).waitFor();
  await releasing.leave();

  const reading = await visit(browser, phone);
  await sign_in_by_name(reading.page, office, staff, "#/mine");
  await reading.page.getByText(/căn cứ: Quyết định 45\/QĐ-SNV/).click();
  await reading.page.getByRole("rowheader", { name: "Trần Thị Bình" }).waitFor();
  await assert_usable(reading.page, "a released list on a phone");
  await reading.leave();
});
