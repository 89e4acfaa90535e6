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

test("a list is of any two days", async () => {
  const { page, leave } = await visit(browser);
  await sign_in_by_name(page, office, head, "#/lists/unexplained?unit=SNV&period=2025-07");
  await page.getByRole("link", { name: "Lê Quốc Châu" }).waitFor();
  await page.getByLabel("Kỳ", { exact: true }).selectOption("Từ ngày – đến ngày…");
  await page.getByLabel("Từ ngày").fill("2025-07-12");
  await page.getByText("Chọn ngày đầu và ngày cuối của kỳ báo cáo").waitFor();
  await page.getByLabel("Đến ngày").fill("2025-07-13");
  await page.waitForURL(/period=2025-07-12\.\.2025-07-13$/);
  await page.getByText("Danh sách không có mục nào.").waitFor();
  await assert_usable(page, "a list of two days");
  await page.getByLabel("Từ ngày").fill("2025-07-11");
  await page.waitForURL(/period=2025-07-11\.\.2025-07-13$/);
  await page.getByRole("link", { name: "Lê Quốc Châu" }).waitFor();
  await page.goBack();
  await page.getByText("Danh sách không có mục nào.").waitFor();
  assert.equal(await page.getByLabel("Từ ngày").inputValue(), "2025-07-12");
  await leave();
});

test("a list is a paper to sign", async () => {
  const { page, leave } = await visit(browser);
  await sign_in_by_name(page, office, head, "#/lists/late?unit=SNV&period=2025-07");
  for (const [format, first] of [["PDF", "%PDF"], ["DOCX", "PK"]]) {
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: `Tải về (${format})` }).click()]);
    assert.equal(file.suggestedFilename(), `di-muon-2025-07.${format.toLowerCase()}`);
    assert.equal((await readFile(await file.path())).subarray(0, first.length).toString(), first);
  }
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

test("who released it withdraws it with a reason, and the staff see only that", async () => {
  const withdrawing = await visit(browser);
  await sign_in_by_name(withdrawing.page, office, head, "#/lists/praise?unit=SNV&period=2025-07");
  await withdrawing.page.getByText(/căn cứ: Quyết định 45\/QĐ-SNV/).click();
  await withdrawing.page.getByRole("button", { name: "Thu hồi" }).click();
  const form = withdrawing.page.getByRole("dialog");
  await form.getByRole("button", { name: "Thu hồi" }).click();
  await form.getByText(/Cần nêu lý do thu hồi/).waitFor();
  await assert_usable(withdrawing.page, "withdrawing a list");
  await form.getByLabel("Lý do thu hồi").fill("Chọn nhầm kỳ");
  await form.getByRole("button", { name: "Thu hồi" }).click();
  await withdrawing.page.getByText(/lý do: Chọn nhầm kỳ/).waitFor();
  await assert_usable(withdrawing.page, "a withdrawn list");
  await withdrawing.leave();

  const reading = await visit(browser, phone);
  await sign_in_by_name(reading.page, office, staff, "#/mine");
  await reading.page.getByText(/^Đã thu hồi ngày/).waitFor();
  assert.equal(await reading.page.getByText("Chọn nhầm kỳ").count(), 0);
  assert.equal(await reading.page.locator(".asked-for details").count(), 0, "nothing to open");
  await assert_usable(reading.page, "a withdrawn list on a phone");
  await reading.leave();
});

test("who stands on a list of praise is told that somebody else releases it", async () => {
  await office.state("heads", "unit_code,staff_code,role,valid_from,valid_to,paper\nSNV-CCVC,CB02,head,2025-01-01,,QĐ 2\n");
  const { page, leave } = await visit(browser);
  await sign_in_by_name(page, office, staff, "#/lists/praise?unit=SNV-CCVC&period=2025-07");
  await page.getByText(/cần người đứng đầu cấp trên, hoặc nhân sự/).waitFor();
  assert.equal(await page.getByRole("button", { name: "Công bố" }).isDisabled(), true);
  await assert_usable(page, "a list that one stands on");
  await leave();
});
