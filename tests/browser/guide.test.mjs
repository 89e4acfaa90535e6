// The newcomer's way that GUIDE.md tells, step by step: from the administrator's token to a closed month on paper.
// With GUIDE_PICTURES=server/web/guide it takes the guide's pictures anew.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { desk, enter_name, enter_token, open_browser, visit } from "./support/browser.mjs";
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

const password = "mưa rơi nhẹ bên hiên";
const pictures = process.env.GUIDE_PICTURES;
const picture = (page, name) => pictures && page.screenshot({ path: join(pictures, `${name}.png`) });
const navigation = (page) => page.getByRole("navigation", { name: "Mục chính" });

test("a newcomer closes a month and prints its sheet by what the pages say", async () => {
  const { page, leave } = await visit(browser, { ...desk, acceptDownloads: true });
  const dialog = page.getByRole("dialog");

  await page.goto(office.url);
  await picture(page, "1-dang-nhap");
  await enter_token(page, office.administrator);
  await page.getByRole("heading", { level: 1, name: "Điểm quét" }).waitFor();

  await navigation(page).getByRole("link", { name: "Tài khoản" }).click();
  await page.getByRole("button", { name: "Thêm tài khoản" }).click();
  await dialog.getByLabel("Tên đăng nhập").fill("hoa.ns");
  await dialog.getByRole("button", { name: "Thêm quyền" }).click();
  await dialog.locator("select").selectOption({ label: "Nhân sự" });
  await picture(page, "2-them-tai-khoan");
  await dialog.getByRole("button", { name: "Thêm và tạo lời mời" }).click();
  const link = await dialog.getByLabel("Đường liên kết").inputValue();
  await dialog.getByRole("button", { name: "Đóng" }).click();
  await page.getByRole("button", { name: "Đăng xuất" }).click();

  await page.goto(link);
  await page.getByLabel("Mật khẩu mới", { exact: true }).fill(password);
  await page.getByLabel("Nhập lại mật khẩu mới").fill(password);
  await page.getByRole("button", { name: "Đặt mật khẩu" }).click();
  await page.getByText("Đã đặt mật khẩu.").waitFor();
  await enter_name(page, "hoa.ns", password);

  await page.getByRole("heading", { level: 1, name: "Báo cáo tháng theo đơn vị" }).waitFor();
  await page.getByRole("radio", { name: /Chưa xong/ }).check();
  await page.getByText("Người đứng đầu").first().waitFor({ timeout: 5_000 }).catch(() => {});
  await picture(page, "3-don-vi-chua-xong");

  await page.getByRole("row").filter({ hasText: "Phòng Công chức, viên chức" }).getByRole("link").first().click();
  const sheet = page.getByRole("region", { name: "Bảng công tháng" });
  await sheet.waitFor();
  await page.getByRole("radio", { name: "Từng ngày" }).check();
  await page.getByRole("grid").waitFor();
  await picture(page, "4-tung-ngay");

  await page.goto(`${office.url}/#/day/2025-07-09/CB01`);
  await page.getByText(/Đi muộn 7 phút/).waitFor();
  await picture(page, "5-ly-do");
  await page.getByRole("button", { name: "Thêm giấy tờ" }).click();
  await dialog.getByLabel("Loại giấy tờ").selectOption({ label: "Ra ngoài làm việc" });
  await dialog.getByLabel("Thời gian trong ngày").selectOption({ label: "Theo giờ" });
  await dialog.getByLabel("Từ giờ").fill("07:30");
  await dialog.getByLabel("Đến giờ").fill("07:45");
  await dialog.getByLabel("Số giấy tờ").fill("Giấy 12/GRN");
  await dialog.getByRole("button", { name: "Ghi nhận" }).click();
  await page.getByText(/Đúng giờ: vào lúc 07:37/).waitFor();

  await page.goto(`${office.url}/#/people/2025-07/SNV-CCVC?count=own`);
  await sheet.getByRole("button", { name: "Duyệt, chốt công tháng" }).click();
  await dialog.getByText("Tất cả các buổi đã có kết luận.").waitFor();
  await picture(page, "6-chot-cong");
  await dialog.getByRole("button", { name: "Duyệt, chốt công tháng" }).click();
  await sheet.getByText(/^đã chốt/).waitFor();
  await sheet.getByRole("button", { name: "Bảng chấm công (XLSX)" }).click();
  await dialog.getByText("Theo bảng công đã chốt.").waitFor();
  await dialog.getByRole("link", { name: "Tải tệp XLSX" }).waitFor();
  await dialog.getByRole("button", { name: "Đóng" }).click();

  await page.getByRole("radio", { name: "Từng ngày" }).check();
  await page.getByRole("grid").waitFor();
  await page.emulateMedia({ media: "print" });
  assert.ok(await page.getByText("Nguyễn Văn An").first().isVisible());
  assert.equal(await navigation(page).isVisible(), false, "paper shows the sheet, not the way to other pages");
  await picture(page, "7-ban-in");
  const paper = await page.pdf({ format: "A4", landscape: true });
  assert.ok(paper.length > 5_000);
  await page.emulateMedia({ media: "screen" });
  await leave();
});
