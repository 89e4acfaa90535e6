// The office's own rules: published, read, counted, reminded.
import { after, before, test } from "node:test";
import { assert_usable, desk, has_count, open_browser, phone, sign_in, sign_in_by_name, visit } from "./support/browser.mjs";
import { start_office } from "./support/server.mjs";

let office, browser;
before(async () => {
  office = await start_office();
  await office.import_rows("heads", [
    { unit_code: "SNV", staff_code: "CB03", role: "head", valid_from: "2025-01-01", valid_to: "", paper: "QĐ 8/QĐ-UBND" },
  ]);
  browser = await open_browser();
});
after(async () => {
  await browser?.close();
  await office?.stop();
});

test("a rule is published, one person reads it, and the head reminds the others", async () => {
  const publishing = await visit(browser);
  await sign_in(publishing.page, office, "#/rules");
  await publishing.page.getByRole("button", { name: "Ban hành" }).click();
  const form = publishing.page.getByRole("dialog");
  await form.getByLabel("Mã đơn vị").fill("SNV");
  await form.getByLabel("Số, ngày quyết định").fill("QĐ 15/QĐ-SNV");
  await form.getByRole("button", { name: "Ban hành" }).click();
  await form.getByText("Chưa ghi nội dung").waitFor();
  await form.getByLabel("Nội dung").fill("Điều 1. Đeo thẻ khi làm việc.\nĐiều 2. Đi làm đúng giờ.");
  await assert_usable(publishing.page, "publishing a rule");
  await form.getByRole("button", { name: "Ban hành" }).click();
  await publishing.page.getByText("0,0% đã đọc (0/4 người)").waitFor();
  await publishing.leave();

  const reading = await visit(browser, phone);
  await sign_in_by_name(reading.page, office, await office.add_person("binh.tt", "CB02"));
  await reading.page.getByRole("link", { name: "1 nội quy chưa đọc" }).click();
  await reading.page.getByText("Điều 2. Đi làm đúng giờ.").waitFor();
  await assert_usable(reading.page, "a rule on a phone");
  await reading.page.getByRole("button", { name: "Đã đọc" }).click();
  await reading.page.getByText(/Đã đọc lúc/).waitFor();
  await reading.leave();

  const heading = await visit(browser, desk);
  await sign_in_by_name(heading.page, office, await office.add_person("chau.lq", "CB03"), "#/rules");
  await heading.page.getByText("25,0% đã đọc (1/4 người)").waitFor();
  await heading.page.getByRole("link", { name: "Nội quy cơ quan" }).click();
  await heading.page.getByText("Nguyễn Văn An").waitFor();
  await has_count(heading.page.getByText("Trần Thị Bình"), 0);
  await heading.page.getByRole("button", { name: "Nhắc những người chưa đọc" }).click();
  await heading.page.getByText(/chau\.lq nhắc \d người của SNV-CCVC/).waitFor();
  await assert_usable(heading.page, "who has read a rule");
  await heading.page.getByRole("radio", { name: "English" }).check();
  await heading.page.getByText("Not read yet").waitFor();
  await heading.leave();
});
