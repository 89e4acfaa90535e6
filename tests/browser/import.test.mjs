// Files of facts: previewed, refused in words, mended, imported, taken back.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { assert_usable, desk, has_count, open_browser, phone, sign_in, sign_in_by_name, visit } from "./support/browser.mjs";
import { start_office } from "./support/server.mjs";
import { workbook } from "./support/workbook.mjs";

let office, browser;
before(async () => {
  office = await start_office();
  browser = await open_browser();
});
after(async () => {
  await browser?.close();
  await office?.stop();
});

const give = (page, name, text) =>
  page.locator("input[type=file]").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
const give_bytes = (page, name, buffer) =>
  page.locator("input[type=file]").setInputFiles({ name, mimeType: "application/octet-stream", buffer });
const choose_kind = (page, kind) => page.getByLabel("Loại tệp").selectOption(kind);
const absences = "staff_code,kind,from,to,sessions,paper,reported_at\n";

for (const [screen, options] of Object.entries({ "a desk": desk, "a phone": phone })) {
  test(`a file with errors is not imported: each is named with its line, and the mended file goes through, on ${screen}`, async () => {
    const { page, leave } = await visit(browser, options);
    await sign_in(page, office, "#/import");
    await choose_kind(page, "absences");
    const code = options === desk ? "CB04" : "CB05";
    await give(page, "nghi.csv", `${absences}${code},annual_leave,2025-07-16,2025-07-16,all,Đơn 40,\nXX99,annual_leave,2025-07-16,2025-07-16,all,Đơn 41,\n`);
    const bad = page.getByRole("row").filter({ hasText: "XX99" });
    await bad.getByRole("cell", { name: "3", exact: true }).waitFor();
    await bad.getByText("staff_code").waitFor();
    await has_count(page.getByRole("button", { name: "Nhập dữ liệu" }), 0);
    await assert_usable(page, `import errors on ${screen}`);

    await give(page, "nghi.csv", `${absences}${code},annual_leave,2025-07-16,2025-07-16,all,Đơn 40,\n`);
    const preview = page.getByRole("region", { name: "Xem trước" });
    await preview.getByText("1 dòng: 1 thêm mới, 0 thay đổi, 0 không đổi.").waitFor();
    await preview.getByText("Tệp này liên quan đến 1 người ở 1 đơn vị.").waitFor();
    await assert_usable(page, `import preview on ${screen}`);
    await preview.getByRole("button", { name: "Nhập dữ liệu" }).click();
    await page.getByText("Đã nhập.").waitFor();
    await page.goto(`${office.url}/#/day/2025-07-16/${code}`);
    await page.getByText(/Đơn 40/).first().waitFor();
    await leave();
  });
}

test("a holiday shows whose verdicts it changes before it is imported, and that it may be taken back", async () => {
  const { page, leave } = await visit(browser);
  await sign_in(page, office, "#/import");
  await choose_kind(page, "calendar");
  const holiday = "date,kind,name,works_like,unit_code\n2025-07-09,holiday,Nghỉ (giả định),,\n";
  await give(page, "lich.csv", holiday);
  await page.getByText("Thay đổi này ảnh hưởng 5 người, 1 ngày; 10 kết quả sẽ đổi.").waitFor();
  const late = page.getByRole("row").filter({ hasText: "Nguyễn Văn An" }).filter({ hasText: "sáng 09/7" });
  await late.getByRole("cell", { name: "đi muộn 7 phút" }).waitFor();
  await late.getByRole("cell", { name: "không phải có mặt" }).waitFor();
  await assert_usable(page, "effects of a holiday");
  await page.getByRole("button", { name: "Nhập dữ liệu" }).click();
  await page.getByText("Đã nhập.").waitFor();

  await give(page, "lich.csv", holiday);
  await page.getByText("Mọi dòng đã có trong hệ thống; không có gì để nhập.").waitFor();
  await page.getByRole("radio", { name: "Rút lại" }).check();
  await page.getByText("1 dòng: 1 được rút lại.").waitFor();
  await page.getByText("Thay đổi này ảnh hưởng 5 người, 1 ngày; 10 kết quả sẽ đổi.").waitFor();
  await page.getByRole("button", { name: "Rút lại dữ liệu" }).click();
  await page.getByText("Đã rút lại.").waitFor();
  await page.getByRole("radio", { name: "English" }).check();
  await page.getByRole("heading", { name: "Import", exact: true }).waitFor();
  await leave();
});

test("a file is dropped onto the page, and of a thousand errors only those that are seen are in the document", async () => {
  const { page, leave } = await visit(browser);
  await sign_in(page, office, "#/import");
  await choose_kind(page, "absences");
  const rows = Array.from({ length: 1200 }, (_, i) => `XX${i},annual_leave,2025-07-16,2025-07-16,all,Đơn ${i},`);
  const data = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "nhieu-loi.csv", { type: "text/csv" }));
    return transfer;
  }, absences + rows.join("\n"));
  await page.locator(".file-place").dispatchEvent("drop", { dataTransfer: data });
  await page.getByText("1.200 lỗi, hiện 1.000 lỗi đầu").waitFor();
  assert.equal(await page.getByRole("table").getAttribute("aria-rowcount"), "1001");
  assert.ok((await page.getByRole("table").getByRole("row").count()) <= 80);
  await leave();
});

test("every template has the columns that the server reads", async () => {
  const { page, leave } = await visit(browser);
  await sign_in(page, office, "#/import");
  for (const kind of await page.getByLabel("Loại tệp").locator("option").evaluateAll((all) => all.map((each) => each.value))) {
    await page.reload(); // a browser takes ten downloads of one page, and then asks
    await choose_kind(page, kind);
    const waiting = page.waitForEvent("download");
    await page.getByRole("link", { name: new RegExp(`^Tải tệp mẫu ${kind}\\.`) }).click();
    const download = await waiting;
    assert.equal(download.suggestedFilename(), `${kind}.csv`);
    const text = await readFile(await download.path());
    const answer = await fetch(`${office.url}/api/v1/imports/${kind}?dry_run=1`, {
      method: "POST",
      headers: { Authorization: `Bearer ${office.token}`, "Content-Type": "text/csv" },
      body: text,
    });
    const told = await answer.json();
    assert.equal(answer.status, 200, `${kind}: ${JSON.stringify(told)}`);
    assert.deepEqual(told.notes, [], kind); // a column that is not read would be named here
  }
  await leave();
});

test("who is in charge of one unit finds no page for files", async () => {
  const officer = await office.add_person("hoa.snv", "", [{ role: "hr", unit: "SNV" }]);
  const { page, leave } = await visit(browser);
  await sign_in_by_name(page, office, officer, "#/import");
  await page.getByRole("heading", { name: "Không có quyền xem" }).waitFor();
  await has_count(page.getByRole("link", { name: "Nhập dữ liệu" }), 0);
  await leave();
});

const leaves = (...rows) =>
  workbook([
    { name: "Hướng dẫn", rows: [["Điền vào trang Nghỉ phép"]] },
    {
      name: "Nghỉ phép",
      rows: [
        ["DANH SÁCH NGHỈ PHÉP THÁNG 7 NĂM 2025"],
        [],
        ["STT", "Mã số", "Họ và tên", "Loại nghỉ", "Thời gian nghỉ", null, "Ghi chú"],
        [null, null, null, null, "Từ ngày", "Đến ngày"],
        ...rows,
        [null, "Tổng cộng", null, null, null, null, 1],
      ],
      merged: ["A1:G1", "A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:F3", "G3:G4"],
    },
  ]);

for (const [screen, options] of Object.entries({ "a desk": desk, "a phone": phone })) {
  test(`a clerk's workbook shows how it was understood, and an error names its cell, on ${screen}`, async () => {
    const { page, leave } = await visit(browser, options);
    await sign_in(page, office, "#/import");
    await choose_kind(page, "absences");
    await give_bytes(page, "nghi.xlsx", leaves([1, "XX99", "Ai đó", "nghỉ phép", "17/7/2025", "17/7/2025"]));
    const bad = page.getByRole("row").filter({ hasText: "XX99" });
    await bad.getByRole("cell", { name: "Nghỉ phép!B5" }).waitFor();
    await assert_usable(page, `errors of a workbook on ${screen}`);

    await give_bytes(page, "nghi.xlsx", leaves([1, "CB02", "Trần Thị Bình", "nghỉ phép", "17/7/2025", "17/7/2025"]));
    const understood = page.getByRole("region", { name: "Cách hiểu tệp này" });
    await understood.getByText("Trang tính “Nghỉ phép”, tiêu đề từ dòng 3 đến dòng 4.").waitFor();
    const code = understood.getByRole("row").filter({ hasText: "staff_code" });
    await code.getByRole("cell", { name: "Mã số (staff_code)" }).waitFor();
    await understood.getByText("1 dòng không nhập").click();
    await understood.getByText("Dòng 6: Tổng cộng").waitFor();
    await understood.getByText("mục không dùng").click();
    await understood.getByText("cột G “Ghi chú”").waitFor();
    await assert_usable(page, `understood workbook on ${screen}`);
    await page.getByRole("button", { name: "Nhập dữ liệu" }).waitFor();
    await leave();
  });
}

test("hours come from the workbook that the office keeps", async () => {
  const { page, leave } = await visit(browser);
  await sign_in(page, office, "#/import");
  await choose_kind(page, "schedules");
  const hours = (afternoon) =>
    workbook([
      {
        name: "Giờ làm việc",
        rows: [
          ["GIỜ LÀM VIỆC MÙA HÈ"],
          ["STT", "Tên lịch", "Áp dụng từ ngày", "Thứ", "Buổi", "Giờ bắt đầu", "Giờ kết thúc", "Nhận lượt quét trước (phút)", "Nhận lượt quét sau (phút)"],
          [1, "Mùa hè", "16/4/2025", "Thứ 2 - Thứ 6", "sáng", "7h00", "11 giờ 30", 120, 60],
          [null, null, null, null, "chiều", afternoon, "17h", 60, 240],
        ],
        merged: ["A1:G1", "A3:A4", "B3:B4", "C3:C4", "D3:D4"],
      },
    ]);
  await give_bytes(page, "gio.xlsx", hours("11h"));
  const bad = page.getByRole("row").filter({ hasText: "bắt đầu trước khi buổi" });
  await bad.getByRole("cell", { name: "Giờ làm việc!F4" }).waitFor();
  await give_bytes(page, "gio.xlsx", hours("13h30"));
  await page.getByText("1 dòng: 1 thêm mới, 0 thay đổi, 0 không đổi.").waitFor();
  const understood = page.getByRole("region", { name: "Cách hiểu tệp này" });
  await understood.getByRole("cell", { name: "Từ giờ (start)" }).waitFor();
  await assert_usable(page, "hours of a workbook");
  await page.getByRole("button", { name: "Nhập dữ liệu" }).click();
  await page.getByText("Đã nhập.").waitFor();
  await leave();
});

test("a calendar of a phone becomes days, each with the event that it comes from", async () => {
  const { page, leave } = await visit(browser);
  await sign_in(page, office, "#/import");
  await choose_kind(page, "calendar");
  const event = (first, summary) => `BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:${first}\r\nSUMMARY:${summary}\r\nEND:VEVENT\r\n`;
  const calendar = (events) => Buffer.from(`BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${events}END:VCALENDAR\r\n`);
  await give_bytes(page, "lich.ics", calendar(event("20250902", "Quốc khánh")));
  await page.getByRole("cell", { name: "sự kiện 1" }).waitFor();
  await give_bytes(page, "lich.ics", calendar(event("20250902", "Nghỉ lễ Quốc khánh")));
  await page.getByText("1 ngày lấy từ lịch").waitFor();
  await page.getByText("nghỉ lễ · Nghỉ lễ Quốc khánh").waitFor();
  await assert_usable(page, "days of a calendar");
  await leave();
});
