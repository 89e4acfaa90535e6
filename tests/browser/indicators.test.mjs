// What other systems count of units, from the file to the page that compares two quarters.
import { after, before, test } from "node:test";
import { assert_usable, desk, open_browser, phone, sign_in_by_name, visit } from "./support/browser.mjs";
import { add_department } from "./support/inspection.mjs";
import { start_office } from "./support/server.mjs";

let office, browser, kha, head;
before(async () => {
  office = await start_office();
  await add_department(office);
  await office.state("heads", "unit_code,staff_code,role,valid_from,valid_to,paper\nSTC,TC01,head,2025-01-01,,QĐ 1\n");
  await office.state(
    "indicators",
    `unit_code;period;indicator;value;source_paper
STC;2026-Q3;nhiệm vụ đúng hạn;31;BC 45/BC-VP
STC;2026-Q2;nhiệm vụ đúng hạn;28;BC 30/BC-VP
SNV;2026-Q3;nhiệm vụ đúng hạn;1240;BC 45/BC-VP
SNV;2026-Q2;nhiệm vụ đúng hạn;1250;BC 30/BC-VP
SNV;2026-Q3;nhiệm vụ quá hạn;3;BC 45/BC-VP
STC;2026-Q3;hồ sơ trước hạn;210;BC 12/BC-TTPVHCC
STC;2026-Q3;hồ sơ trễ hạn;4;BC 12/BC-TTPVHCC
STC;2026-Q2;hồ sơ trễ hạn;4;BC 8/BC-TTPVHCC
STC;2026-Q3;hồ sơ trễ hạn không có phiếu xin lỗi;1;BC 12/BC-TTPVHCC
SNV;2026-Q2;hồ sơ trễ hạn;2;BC 8/BC-TTPVHCC
STC;2026-Q3;tỷ lệ dịch vụ công trực tuyến;62,5;BC 12/BC-TTPVHCC
STC;2026-Q2;tỷ lệ dịch vụ công trực tuyến;60,0;BC 8/BC-TTPVHCC
TINH;2026-Q3;tỷ lệ dịch vụ công trực tuyến;71,2;BC 12/BC-TTPVHCC
`,
  );
  kha = await office.add_person("kha.dm", "", [{ role: "inspector", unit: "" }]);
  head = await office.add_person("huong.dt", "TC01", []);
  browser = await open_browser();
});
after(async () => {
  await browser?.close();
  await office?.stop();
});

const choose = (page) => page.getByRole("combobox", { name: "Kỳ" }).selectOption({ value: "2026-Q3" });
/** The row of a unit in the table of some indicators. */
const row = (page, table, unit) => page.getByRole("table", { name: table }).getByRole("row", { name: unit });

for (const [screen, size] of [["a desk", desk], ["a phone", phone]]) {
  test(`an inspector compares a quarter with the one before, at ${screen}`, async () => {
    const { page, leave } = await visit(browser, size);
    await sign_in_by_name(page, office, kha, "#/inspections/indicators");
    await choose(page);
    await page.getByText("Quý III/2026, so với quý II/2026").waitFor();
    const tasks = row(page, "Nhiệm vụ được giao", "Sở Tài chính");
    await tasks.getByText("kỳ trước 28, tăng 3").waitFor();
    await tasks.getByText("BC 45/BC-VP").waitFor();
    await row(page, "Nhiệm vụ được giao", "Cộng các đơn vị trực thuộc").getByText("kỳ trước 1.278 (2 đơn vị), giảm 7").waitFor();
    const dossiers = row(page, "Hồ sơ thủ tục hành chính", "Sở Tài chính");
    await dossiers.getByText("kỳ trước 4, không đổi").waitFor();
    await dossiers.getByText("kỳ trước: BC 8/BC-TTPVHCC").waitFor();
    const sum = row(page, "Hồ sơ thủ tục hành chính", "Cộng các đơn vị trực thuộc");
    await sum.getByText("1 đơn vị có số liệu").first().waitFor();
    await sum.getByText("kỳ trước 6 (2 đơn vị)", { exact: true }).waitFor(); // other units: no difference
    const rates = page.getByRole("table", { name: "Dịch vụ công trực tuyến" });
    await rates.getByText("62,5%").waitFor();
    await rates.getByText("kỳ trước 60,0%, tăng 2,5 điểm phần trăm").waitFor();
    await rates.getByRole("rowheader", { name: "(số liệu chung)" }).waitFor();
    await rates.getByText("Cộng các đơn vị trực thuộc").waitFor({ state: "detached" });
    await assert_usable(page, `indicators at ${screen}`);
    await page.getByRole("combobox", { name: "Kỳ" }).selectOption({ label: "Năm 2026" });
    await page.getByText("Chưa có số liệu của kỳ này và kỳ trước.").waitFor();
    await leave();
  });
}

test("a head sees the figures of their own unit alone", async () => {
  const { page, leave } = await visit(browser, desk);
  await sign_in_by_name(page, office, head, "#/inspections");
  await page.getByRole("navigation", { name: "Các trang kiểm tra" }).getByRole("link", { name: "Chỉ tiêu" }).click();
  await choose(page);
  await row(page, "Nhiệm vụ được giao", "Sở Tài chính").waitFor();
  await page.getByText("Sở Nội vụ").waitFor({ state: "detached" });
  await leave();
});
