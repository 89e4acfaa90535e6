// The programme of a week: understood row by row, recorded as trips, changed, and then taken back where it says no more.
import { after, before, test } from "node:test";
import { assert_usable, desk, has_count, open_browser, phone, sign_in, sign_in_by_name, visit } from "./support/browser.mjs";
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

const give = (page, text) =>
  page.locator("input[type=file]").setInputFiles({ name: "tuan-28.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
const preview = (page) => page.getByRole("region", { name: "Xem trước" });

/** As a spreadsheet exports it: the day stands once, and not everybody named is a person. */
const programme = `\uFEFFThứ, ngày;Thời gian;Chủ trì;Thành phần;Nội dung;Địa điểm
Thứ Sáu, 11/7/2025;8h00;Đ/c Lê Quốc Châu - Phó Giám đốc;Trưởng phòng Nguyễn Văn An; Họp về sắp xếp đơn vị;Hội trường Tỉnh ủy
;Chiều;Lê Quốc Châu;Các phòng chuyên môn;Giao ban;Phòng họp tầng 2
`;

for (const [screen, options] of Object.entries({ "a desk": desk, "a phone": phone })) {
  test(`a programme is shown row by row, recorded as trips, and changed by its next version, on ${screen}`, async () => {
    const { page, leave } = await visit(browser, options);
    await sign_in(page, office, "#/programme");
    const paper = options === desk ? "28/LCT-SNV" : "28b/LCT-SNV";
    const text = options === desk ? programme : programme.replaceAll("11/7", "18/7");
    const day = options === desk ? "2025-07-11" : "2025-07-18";
    await page.getByLabel("Tuần có ngày").fill(day);
    await give(page, text);
    await page.getByText("Chưa ghi số của lịch.").waitFor();
    await page.getByLabel("Số của lịch").fill(paper);
    await page.getByRole("button", { name: "Xem trước" }).click();
    await preview(page).getByText("2 giấy mới, 0 thay đổi, 0 không đổi, 0 rút lại.").waitFor();
    const meeting = preview(page).getByRole("row").filter({ hasText: "Họp về sắp xếp" });
    await meeting.getByText("Lê Quốc Châu, Nguyễn Văn An").waitFor();
    const here = preview(page).getByRole("row").filter({ hasText: "Giao ban" });
    await here.getByText("tại cơ quan, không lập giấy").waitFor();
    await here.getByText("Chưa nhận ra: Các phòng chuyên môn").waitFor();
    await assert_usable(page, `preview of a programme on ${screen}`);
    await preview(page).getByRole("button", { name: "Ghi nhận lịch tuần" }).click();
    await page.getByText("Đã ghi nhận lịch công tác tuần.").waitFor();

    await give(page, text);
    await preview(page).getByText("Lịch này đã được ghi nhận; không có gì thay đổi.").waitFor();
    await give(page, text.replace("Trưởng phòng Nguyễn Văn An", ""));
    await preview(page).getByText("0 giấy mới, 0 thay đổi, 1 không đổi, 1 rút lại.").waitFor();
    await preview(page).getByText("Rút lại vì lịch mới không còn ghi").waitFor();
    await preview(page).getByRole("button", { name: "Ghi nhận lịch tuần" }).click();
    await page.getByText("Đã ghi nhận lịch công tác tuần.").waitFor();
    await page.goto(`${office.url}/#/day/${day}/CB03`);
    await page.getByText(new RegExp(paper)).first().waitFor();
    await page.goto(`${office.url}/#/day/${day}/CB01`);
    await page.getByText("Nguyễn Văn An").first().waitFor();
    await page.getByText(/đúng giờ|Có mặt/i).first().waitFor();
    await has_count(page.getByText(new RegExp(paper)), 0);
    await leave();
  });
}

test("an error names the line of the programme, in the reader's language", async () => {
  const { page, leave } = await visit(browser);
  await sign_in(page, office, "#/programme");
  await page.getByRole("radio", { name: "English" }).check();
  await page.getByLabel("Week of").fill("2025-07-23");
  await page.getByLabel("Number of the programme").fill("30/LCT");
  await give(page, "Ngày,Thời gian,Thành phần,Địa điểm\n21/7,Sáng,CB01,Huế\n30/7,Sáng,CB01,Huế\n");
  const bad = page.getByRole("row").filter({ hasText: "is no day of the week" });
  await bad.getByRole("cell", { name: "3", exact: true }).waitFor();
  await assert_usable(page, "errors of a programme");
  await leave();
});

test("an officer of one unit sends out its people only", async () => {
  const officer = await office.add_person("hoa.snv", "", [{ role: "hr", unit: "SNV" }]);
  const { page, leave } = await visit(browser);
  await sign_in_by_name(page, office, officer, "#/programme");
  await page.getByLabel("Tuần có ngày").fill("2025-07-30");
  await page.getByLabel("Số của lịch").fill("31/LCT");
  await give(page, "Ngày,Thời gian,Thành phần,Địa điểm\n30/7,Cả ngày,\"Trần Thị Bình, Phạm Thu Dung\",Huế\n");
  await preview(page).getByText("Chưa nhận ra: Phạm Thu Dung").waitFor();
  await preview(page).getByRole("button", { name: "Ghi nhận lịch tuần" }).click();
  await page.getByText("Đã ghi nhận lịch công tác tuần.").waitFor();
  await leave();
});
