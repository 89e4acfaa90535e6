// The month on its way to being closed: prepared, confirmed, approved, and opened again.
import { after, before, test } from "node:test";
import { assert_usable, has_count, open_browser, phone, sign_in, sign_in_by_name, visit } from "./support/browser.mjs";
import { start_office } from "./support/server.mjs";

let office, browser, timekeeper, head, hr;
before(async () => {
  office = await start_office();
  await office.state("heads", `unit_code,staff_code,role,valid_from,valid_to,paper
SNV-CCVC,CB01,in_charge,2025-01-01,,QĐ 7/QĐ-SNV
SNV,CB03,head,2025-01-01,,QĐ 8/QĐ-UBND
`);
  timekeeper = await office.add_person("thu.cham", "CB02", [{ role: "timekeeper", unit: "SNV-CCVC" }]);
  head = await office.add_person("an.nguyen", "CB01", []);
  hr = await office.add_person("hoa.nhansu", "", [{ role: "hr", unit: "" }]);
  browser = await open_browser();
});
after(async () => {
  await browser?.close();
  await office?.stop();
});

const ccvc = "#/people/2025-07/SNV-CCVC";
const row = (page, name) => page.getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });
const state = (page) => page.getByRole("region", { name: "Bảng công tháng" });
const dialog = (page) => page.getByRole("dialog");

test("HR sees at once which units are not done, how many below each, and whom to chase", async () => {
  const { page, leave } = await visit(browser);
  await sign_in_by_name(page, office, hr, "#/units/2025-07");
  await row(page, "Sở Nội vụ").getByText("còn 1 đơn vị").waitFor();
  await row(page, "Sở Nội vụ").getByText("đang làm").waitFor();
  await row(page, "Tân Bình").getByText("đang làm, còn 2 buổi").waitFor();
  await page.getByRole("radio", { name: "Chưa xong (3)" }).check();
  const ccvc_row = row(page, "Phòng Công chức, viên chức");
  await ccvc_row.getByText("Sở Nội vụ · Người đứng đầu: Nguyễn Văn An").waitFor();
  await has_count(page.getByRole("rowheader"), 3); // the province itself has no people
  await page.getByLabel("Tìm đơn vị").fill("cong chuc");
  await ccvc_row.waitFor();
  await has_count(page.getByRole("rowheader"), 1);
  await ccvc_row.getByRole("link", { name: "đang làm" }).click();
  await state(page).getByRole("button", { name: "Duyệt, chốt công tháng" }).waitFor();
  await leave();
});

test("a unit with open sessions is not closed by a slip: they are named, and closing is refused in words", async () => {
  const { page, leave } = await visit(browser);
  await sign_in_by_name(page, office, hr, "#/people/2025-07/X1");
  await state(page).getByRole("button", { name: "Duyệt, chốt công tháng" }).click();
  await dialog(page).getByText("Còn 2 buổi chưa có kết luận").waitFor();
  await dialog(page).getByText(/Phạm Thu Dung \(CB04\): 1 buổi, từ buổi sáng ngày 14\/7\/2025: đầu đọc thẻ/).waitFor();
  await assert_usable(page, "closing with open sessions");
  await dialog(page).getByRole("button", { name: "Duyệt, chốt công tháng" }).click();
  await dialog(page).getByText("Còn buổi chưa có kết luận; bổ sung dữ liệu, điều chỉnh, hoặc chốt tạm.").waitFor();
  await dialog(page).getByLabel(/Chốt tạm khi còn buổi/).check();
  await dialog(page).getByRole("button", { name: "Duyệt, chốt công tháng" }).click();
  await state(page).getByText(/^chốt tạm/).waitFor();
  await leave();
});

test("the timekeeper prepares, the head confirms and approves, and HR opens it again with a reason", async () => {
  {
    const { page, leave } = await visit(browser, phone);
    await sign_in_by_name(page, office, timekeeper, ccvc);
    await has_count(page.getByRole("button", { name: /chốt công tháng/ }), 0);
    await state(page).getByRole("button", { name: "Ký lập bảng công" }).click();
    await dialog(page).getByText("Tất cả các buổi đã có kết luận.").waitFor();
    await dialog(page).locator("div").filter({ hasText: /^Buổi92$/ }).waitFor();
    await assert_usable(page, "preparing on a phone");
    await dialog(page).getByRole("button", { name: "Ký lập bảng công" }).click();
    await state(page).getByText("chờ phụ trách bộ phận ký").waitFor();
    await state(page).getByText(/thu\.cham, \d\d:\d\d ngày/).waitFor();
    await leave();
  }
  {
    const { page, leave } = await visit(browser);
    await sign_in_by_name(page, office, head, ccvc);
    await state(page).getByRole("button", { name: "Ký xác nhận bảng công" }).click();
    await dialog(page).getByText(/thu\.cham/).waitFor();
    await dialog(page).getByRole("button", { name: "Ký xác nhận bảng công" }).click();
    await state(page).getByText("chờ duyệt").waitFor();
    await state(page).getByRole("button", { name: "Duyệt, chốt công tháng" }).click();
    await dialog(page).getByText(/an\.nguyen/).waitFor();
    await dialog(page).getByRole("button", { name: "Duyệt, chốt công tháng" }).click();
    await state(page).getByText(/^đã chốt/).waitFor();
    await has_count(state(page).getByRole("button"), 1); // nothing more to sign; the timesheet is there to be taken
    await leave();
  }
  {
    const { page, leave } = await visit(browser);
    await sign_in_by_name(page, office, hr, ccvc);
    await state(page).getByRole("button", { name: "Mở lại bảng công" }).click();
    await dialog(page).getByRole("button", { name: "Mở lại bảng công" }).click();
    await dialog(page).getByText("Chưa nhập lý do mở lại.").waitFor();
    await dialog(page).getByLabel("Lý do mở lại").fill("bổ sung giấy nghỉ phép");
    await dialog(page).getByRole("button", { name: "Mở lại bảng công" }).click();
    await state(page).getByText("chờ duyệt").waitFor(); // what was signed still says the same
    await leave();
  }
});

test("a paper that comes after the signature takes it back, and the page says what changed", async () => {
  await office.state("absences", `staff_code,kind,from,to,sessions,paper,reported_at
CB01,annual_leave,2025-07-09,2025-07-09,sáng,Đơn 30/ĐNP,2025-07-08
`);
  const { page, leave } = await visit(browser);
  await sign_in(page, office, ccvc);
  await state(page).getByText("đã thay đổi sau khi ký").waitFor();
  await state(page).getByText("đang làm").waitFor();
  await state(page).getByRole("button", { name: "Xem thay đổi" }).click();
  await state(page).getByRole("link", { name: "Nguyễn Văn An, 09/7, sáng" }).waitFor();
  await state(page).getByText(/Đơn 30\/ĐNP/).waitFor();
  await assert_usable(page, "a sheet that changed");
  await page.getByRole("radio", { name: "English" }).check();
  await page.getByText("changed since it was signed").waitFor();
  await leave();
});
