// An unannounced inspection from its plan to the repair that is accepted, as inspector and head do it on their pages.
import { after, before, test } from "node:test";
import { assert_usable, desk, has_count, open_browser, phone, sign_in_by_name, visit } from "./support/browser.mjs";
import { add_department, write_as } from "./support/inspection.mjs";
import { start_office } from "./support/server.mjs";

let office, browser, kha, lan, head;
before(async () => {
  office = await start_office();
  await add_department(office);
  await office.state("heads", "unit_code,staff_code,role,valid_from,valid_to,paper\nSTC,TC01,head,2025-01-01,,QĐ 1\n");
  kha = await office.add_person("kha.dm", "", [{ role: "inspector", unit: "" }]);
  lan = await office.add_person("lan.nt", "", [{ role: "inspector", unit: "" }]);
  head = await office.add_person("huong.dt", "TC01", []);
  browser = await open_browser();
});
after(async () => {
  await browser?.close();
  await office?.stop();
});

const dialog = (page) => page.getByRole("dialog");
const press = (page, name) => page.getByRole("button", { name, exact: true }).click();
/** Fills the form that is open, and writes it down. */
async function fill(page, fields, submit = "Ghi") {
  for (const [label, value] of Object.entries(fields)) await dialog(page).getByLabel(label, { exact: true }).fill(value);
  await dialog(page).getByRole("button", { name: submit, exact: true }).click();
  await has_count(dialog(page), 0);
}
const tab = (page, name) => page.getByRole("navigation", { name: "Các trang kiểm tra" }).getByRole("link", { name }).click();

test("a plan of the year is stated, line by line", async () => {
  const { page, leave } = await visit(browser, desk);
  await sign_in_by_name(page, office, kha, "#/inspections/plans");
  await page.getByText("Chưa có kế hoạch nào.").waitFor();
  await press(page, "Thêm kế hoạch");
  await assert_usable(page, "form of a plan", "dialog h2");
  await fill(page, { "Số, ký hiệu kế hoạch": "94/KH-SNV", "Cơ quan ban hành": "Sở Nội vụ" });
  await press(page, "Thêm loại đơn vị");
  await fill(page, { "Loại đơn vị": "department", "Số đơn vị": "2" });
  await page.getByText("Đã kiểm tra 0 đơn vị; hoàn thành 0/2 trong kế hoạch, đạt 0,0%.").waitFor();
  await assert_usable(page, "plans");
  await leave();
});

test("an unannounced inspection is prepared in secret, begun, written down, followed up and closed", async () => {
  const { page, leave } = await visit(browser, desk);
  const unit = await visit(browser, phone);
  await sign_in_by_name(unit.page, office, head, "#/inspections");
  await unit.page.getByText("Chưa có cuộc kiểm tra nào.").waitFor();

  await sign_in_by_name(page, office, kha, "#/inspections");
  await press(page, "Chuẩn bị cuộc kiểm tra");
  await dialog(page).getByRole("combobox", { name: "Đơn vị" }).selectOption("STC");
  await dialog(page).getByLabel("Tính vào kế hoạch").selectOption({ label: `Kế hoạch 94/KH-SNV năm ${new Date().getFullYear()}` });
  await assert_usable(page, "form of an inspection", "dialog h2");
  await fill(page, { "Quyết định thành lập đoàn, tổ": "12/QĐ-SNV" });
  await page.getByRole("heading", { level: 1, name: "Sở Tài chính" }).waitFor();
  await page.getByText("Chỉ bạn và thành viên đoàn kiểm tra thấy").waitFor();
  await press(page, "Thêm thành viên");
  await fill(page, { "Tên đăng nhập (nếu có)": "lan.nt", "Họ và tên": "Nguyễn Thị Lan", "Chức vụ, đơn vị": "Chuyên viên" });
  await page.getByText("Nguyễn Thị Lan").waitFor();
  await assert_usable(page, "an inspection that is being prepared");
  await unit.page.reload();
  await unit.page.getByText("Chưa có cuộc kiểm tra nào.").waitFor();

  await press(page, "Bắt đầu kiểm tra");
  await dialog(page).getByRole("button", { name: "Bắt đầu kiểm tra" }).click();
  await page.getByText(/Cuộc kiểm tra số 1\/\d{4} · đang kiểm tra/).waitFor();
  await page.getByText("chưa kiểm tra", { exact: true }).first().waitFor();
  const file = page.url().split("/").at(-1);
  await unit.page.getByRole("link", { name: "Sở Tài chính" }).waitFor(); // by itself, on the page that was open

  await press(page, "Ghi: Đến làm việc và ra về đúng giờ quy định");
  await assert_usable(page, "form of an answer", "dialog h2");
  await dialog(page).getByLabel("Kết quả").selectOption("broken");
  await fill(page, { "Ghi chú": "3 người đến sau giờ" });
  await page.getByRole("row", { name: /Đến làm việc .* ✕ Chưa đạt .* 3 người đến sau giờ/ }).waitFor();
  await unit.page.getByRole("link", { name: "Sở Tài chính" }).click();
  await unit.page.getByText("3 người đến sau giờ").waitFor();
  await has_count(unit.page.getByRole("button", { name: /^(Ghi|Sửa):/ }), 0);
  await assert_usable(unit.page, "what was looked at, as the head sees it on a phone");

  const write = await write_as(office, file, [kha, lan]);
  for (const code of ["TC01", "TC03", "TC04"]) await write(kha, "marked", { staff_code: code, observed: "worn" });
  await write(kha, "marked", { staff_code: "TC02", observed: "not_worn", note: "để trong cặp" });
  await write(lan, "marked", { staff_code: "TC04", observed: "not_worn" });
  await page.getByText("2/3 (66,6%)").waitFor(); // what others write appears by itself
  await press(page, "Kết thúc kiểm tra");
  await dialog(page).getByLabel("Đại diện đơn vị ký (họ tên, chức vụ)").fill("Đặng Thị Hường, Giám đốc");
  await dialog(page).getByRole("button", { name: "Kết thúc kiểm tra" }).click();
  await dialog(page).getByText(/Còn người mà các thành viên ghi khác nhau/).waitFor();
  await dialog(page).getByRole("button", { name: "Thôi" }).click();
  await press(page, "Thống nhất: Lê Thị Cúc");
  await dialog(page).getByLabel("Kết quả").selectOption("worn");
  await fill(page, { "Lý do": "xem lại cùng nhau" });
  await page.getByText("3/4 (75,0%)").waitFor();

  await press(page, "Ghi tồn tại về 1 người không đeo thẻ đúng quy định");
  await assert_usable(page, "form of a finding", "dialog h2");
  await fill(page, { "Kiến nghị": "Nhắc nhở, chấn chỉnh", "Hạn khắc phục": "2026-01-15" });
  await page.getByText("quá hạn · hạn 15/01/2026").waitFor();
  await page.getByText("Người đứng đầu lúc kiểm tra").first().waitFor();
  await press(page, "Kết thúc kiểm tra");
  await fill(page, { "Ý kiến của đơn vị": "Thống nhất", "Đại diện đơn vị ký (họ tên, chức vụ)": "Đặng Thị Hường, Giám đốc" }, "Kết thúc kiểm tra");
  await page.getByText(/Cuộc kiểm tra số .* · kết thúc/).waitFor();
  await assert_usable(page, "an inspection that has ended");

  const here = page.url();
  await page.goto(`${office.url}/#/inspections/duties`);
  const duties = page.getByRole("table", { name: "Tình hình chấp hành theo đơn vị và nội dung" });
  const department = duties.getByRole("row").filter({ hasText: "Sở Tài chính" });
  await department.getByText("quá hạn: 1").waitFor();
  await department.getByRole("cell", { name: "chưa kiểm tra" }).first().waitFor();
  await assert_usable(page, "units and duties");
  await department.getByRole("button", { name: "Sở Tài chính" }).click();
  await page.getByRole("rowheader", { name: "Sở Tài chính (làm việc tại chính đơn vị)" }).waitFor();
  await tab(page, "Kết quả");
  await page.getByRole("table", { name: "Đề xuất phê bình, nêu tên" }).getByText("1 tồn tại quá hạn khắc phục").waitFor();
  await page.goto(here);
  await unit.page.goto(`${office.url}/#/inspections/duties`);
  await unit.page.getByText("quá hạn: 1").waitFor();
  await assert_usable(unit.page, "units and duties as the head sees them, on a phone");
  await unit.page.goto(`${office.url}/#/inspections`);

  await unit.page.getByRole("link", { name: "Sở Tài chính" }).click();
  await unit.page.getByRole("button", { name: "Báo cáo đã khắc phục" }).click();
  await assert_usable(unit.page, "form of a repair on a phone", "dialog h2");
  await fill(unit.page, { "Đã khắc phục như thế nào": "Đã nhắc nhở trước toàn đơn vị" });
  await unit.page.getByText("chờ xem xét khắc phục", { exact: false }).first().waitFor();
  await assert_usable(unit.page, "an inspection as the head sees it, on a phone");

  await page.goto(`${office.url}/#/inspections/findings`);
  await page.getByText("Chờ xem xét khắc phục").waitFor();
  await assert_usable(page, "findings to follow up");
  await page.getByRole("link", { name: "Sở Tài chính" }).click();
  await press(page, "Xem xét khắc phục");
  await fill(page, {});
  await page.getByText("đã khắc phục · hạn 15/01/2026").waitFor();
  await press(page, "Xử lý");
  await fill(page, { "Nguyên nhân": "chủ quan", "Hình thức xử lý, nội dung đề xuất": "phê bình" });
  await page.getByText("Chưa kết thúc được, còn thiếu: trách nhiệm người đứng đầu.").waitFor();
  await press(page, "Xử lý");
  await fill(page, { "Trách nhiệm của người đứng đầu": "chưa kiểm tra thường xuyên" });
  await press(page, "Kết thúc vụ việc");
  await fill(page, {});
  await page.getByText("đã kết thúc vụ việc", { exact: false }).first().waitFor();
  await press(page, "Đưa vào kỳ đánh giá");
  await fill(page, {});
  await page.getByText(/đã đưa vào kỳ đánh giá/).waitFor();
  await page.goto(`${office.url}/#/inspections/findings`);
  await page.getByText("Không còn tồn tại nào phải theo dõi.").waitFor();
  await unit.leave();

  await tab(page, "Kế hoạch");
  await page.getByText("Đã kiểm tra 1 đơn vị; hoàn thành 1/2 trong kế hoạch, đạt 50,0%.").waitFor();
  await tab(page, "Theo dõi chấp hành");
  await department.getByText("đạt", { exact: true }).first().waitFor();
  await tab(page, "Kết quả");
  await page.getByRole("rowheader", { name: "Nguyễn Văn Ba" }).waitFor();
  await assert_usable(page, "results");
  await leave();
});

test("feedback is noted for its unit, answered, and hidden from it; on a phone", async () => {
  const { page, leave } = await visit(browser, phone);
  await sign_in_by_name(page, office, kha, "#/inspections/feedback");
  await press(page, "Ghi phản ánh, kiến nghị");
  await dialog(page).getByRole("combobox", { name: "Đơn vị" }).selectOption("STC");
  await assert_usable(page, "form of feedback on a phone", "dialog h2");
  await fill(page, { "Nội dung": "Một cửa không có người trực", "Người gửi": "Ông Tám", "Hạn trả lời": "2026-02-01" });
  await page.getByText("quá hạn trả lời · hạn 01/02/2026").waitFor();
  await press(page, "Ghi trả lời");
  await fill(page, { "Nội dung đã trả lời": "Đã bố trí người trực" });
  await page.getByText(/Đã trả lời ngày/).waitFor();
  await assert_usable(page, "feedback on a phone");
  await leave();
  const unit = await visit(browser, phone);
  await sign_in_by_name(unit.page, office, head, "#/inspections/feedback");
  await unit.page.getByRole("heading", { name: "Không có quyền xem" }).waitFor();
  await unit.leave();
});
