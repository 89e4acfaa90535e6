// Every page in English, as each role, at both sizes: nothing that the program itself says stays Vietnamese.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assert_usable, desk, open_browser, phone, sign_in_by_name, visit } from "./support/browser.mjs";
import { add_department, own_words as department_words, start_inspection } from "./support/inspection.mjs";
import { files } from "./support/office.mjs";
import { start_office } from "./support/server.mjs";

const roles = {
  administrator: ["quan.tri", "", [{ role: "administrator" }]],
  auditor: ["kiem.tra", "", [{ role: "auditor" }]],
  hr: ["nhan.su", "", [{ role: "hr" }]],
  head: ["lq.chau", "CB03", []],
  timekeeper: ["cham.cong", "", [{ role: "timekeeper", unit: "SNV" }]],
  guard: ["bao.ve", "", [{ role: "guard" }]],
  inspector: ["kiem.tra.vien", "", [{ role: "inspector" }]],
  staff: ["nv.an", "CB01", []],
};
/** Pages that no entry of the navigation leads to. */
const deeper = {
  administrator: ["#/retention", "#/account", "#/badges/CB01"],
  auditor: ["#/retention"],
  hr: ["#/units/2025-07", "#/people/2025-07/SNV-CCVC", "#/people/2025-07/SNV?view=days", "#/person/2025-07/CB02",
       "#/day/2025-07-14/CB04", "#/day/2025-07-10/CB02", "#/trend/SNV", "#/rule/1", "#/nowhere"],
  head: ["#/person/2025-07/CB01", "#/trend/SNV",
         ...["late", "unexplained", "missing", "trips", "away", "pairs", "praise", "open-units"].map((list) => `#/lists/${list}?unit=SNV&period=2025-07`)],
  timekeeper: ["#/people/2025-07/SNV"],
  guard: [],
  inspector: ["#/inspect", "#/inspections", "#/inspections/findings", "#/inspections/duties", "#/inspections/results", "#/inspections/indicators", "#/inspections/plans", "#/inspections/feedback"],
  staff: ["#/person/2025-07/CB01", "#/day/2025-07-09/CB01", "#/account"],
};

let office, browser;
const people = {};
before(async () => {
  office = await start_office();
  await office.state("heads", "unit_code,staff_code,role,valid_from,valid_to,paper\nSNV,CB03,head,2025-01-01,,QĐ 1\n");
  const rule = { unit: "", name: "Rules of the house", valid_from: "2025-01-01", text: "Be there." };
  const published = await fetch(`${office.url}/api/v1/rules`, {
    method: "POST",
    headers: { Authorization: `Bearer ${office.administrator}`, "Content-Type": "application/json" },
    body: JSON.stringify(rule),
  });
  assert.equal(published.status, 201);
  for (const [role, about] of Object.entries(roles)) people[role] = await office.add_person(...about);
  browser = await open_browser();
});
after(async () => {
  await browser?.close();
  await office?.stop();
});

/** What the office's own files say is theirs, in whatever language: longest first, so that no part of a name is left. */
const own_words = [...new Set(Object.values(files).flatMap((text) => text.split(/[,\n"]/)).map((cell) => cell.trim()))]
  .filter((cell) => vietnamese(cell))
  .concat(department_words, ["sáng", "Sáng", "chiều", "Chiều", "Chuyên Cần", "Tiếng Việt"])
  .sort((a, b) => b.length - a.length);

function vietnamese(text) {
  return /[à-ỹđ]/i.test(text.normalize("NFC"));
}

/** Lines of the page, what only a screen reader says too, that hold Vietnamese letters when the office's words are gone. */
async function left_in_vietnamese(page) {
  const texts = await page.evaluate(() => {
    const said = ["aria-label", "title", "placeholder", "alt"];
    const words = [document.title, ...document.body.innerText.split("\n")];
    for (const node of document.querySelectorAll("*")) {
      if (node.closest("[lang=vi]")) continue;
      for (const name of said) words.push(node.getAttribute(name) ?? "");
    }
    for (const node of document.querySelectorAll(".unseen, caption, option")) words.push(node.textContent);
    return words;
  });
  const left = texts.map((text) => own_words.reduce((rest, word) => rest.replaceAll(word, ""), text.normalize("NFC")));
  return [...new Set(left.filter(vietnamese))];
}

for (const [screen, size] of [["a desk", desk], ["a phone", phone]]) {
  for (const role of Object.keys(roles)) {
    test(`at ${screen} every page of the ${role} speaks English`, async () => {
      const { page, leave } = await visit(browser, size);
      await sign_in_by_name(page, office, people[role]);
      await page.getByRole("radio", { name: "English" }).check();
      await page.getByRole("button", { name: "Sign out" }).waitFor();
      const entries = await page.locator("nav.pages a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
      for (const address of ["#/", ...entries, ...deeper[role]]) {
        await page.goto(`${office.url}/${address}`);
        await page.locator("main h1").first().waitFor();
        await page.locator("main [aria-busy=true], main .waiting").waitFor({ state: "detached" });
        const where = `${role} at ${screen}, ${address}`;
        await assert_usable(page, where);
        assert.deepEqual(await left_in_vietnamese(page), [], where);
      }
      await leave();
    });
  }
}

/** Three inspections: one that is being prepared, one under way that two inspectors see differently, and one that has
 *  ended, with a finding about who opens the page. */
async function add_inspections() {
  await add_department(office);
  await office.state("heads", "unit_code,staff_code,role,valid_from,valid_to,paper\nSTC,TC01,head,2025-01-01,,QD 1\n");
  const leader = people.inspector;
  const other = await office.add_person("lan.nt", "", [{ role: "inspector" }]);
  const named = await office.add_person("ba.nv", "TC02", []);
  const prepared = await start_inspection(office, [leader, other], false);
  const walked = await start_inspection(office, [leader, other]);
  await walked.write(leader, "marked", { staff_code: "TC02", observed: "worn" });
  await walked.write(other, "marked", { staff_code: "TC02", observed: "not_worn", note: "in a drawer" });
  const ended = await start_inspection(office, [leader, other]);
  for (const [id, list, more] of [["a", "badge", { due: "2026-01-15" }], ["b", "postings", { due: "2036-01-15" }]]) {
    const finding = id.repeat(32);
    await ended.write(leader, "found", { finding, list, text: "Not as it should be", recommendation: "Mend it", ...more });
    await ended.write(leader, "named", { finding, staff_code: "TC02" });
  }
  const handled = { finding: "b".repeat(32), cause: "haste", who: "Ba", head_part: "none", outcome: "proposed", measure: "a word", to: "the province", paper: "TT 1" };
  await ended.write(leader, "handled", handled);
  await ended.write(leader, "ended", { unit_view: "We agree", signed_by: "the director", copies: "2" });
  return { leader, named, files: [prepared.file, walked.file, ended.file] };
}

/** Opens what each button of the page opens, and looks at it; but for those that act at once. */
async function look_into_dialogs(page, where) {
  const buttons = page.locator("main button:not([disabled])");
  const count = await buttons.count();
  for (let i = 0; i < count; ++i) {
    const name = (await buttons.nth(i).getAttribute("aria-label")) ?? (await buttons.nth(i).innerText());
    if (/^Remove/.test(name)) continue;
    await buttons.nth(i).click();
    await assert_usable(page, `${where}: ${name}`, "dialog h2");
    assert.deepEqual(await left_in_vietnamese(page), [], `${where}: ${name}`);
    await page.keyboard.press("Escape");
    await page.locator("dialog").waitFor({ state: "detached" });
  }
  return count;
}

test("what inspections ask and say speaks English, in every dialog and on one's own pages", async () => {
  const { leader, named, files: inspected } = await add_inspections();
  for (const [screen, size] of [["a desk", desk], ["a phone", phone]]) {
    const { page, leave } = await visit(browser, size);
    await sign_in_by_name(page, office, leader);
    await page.getByRole("radio", { name: "English" }).check();
    let opened = 0;
    for (const file of inspected) {
      await page.goto(`${office.url}/#/inspection/${file}`);
      await page.getByRole("heading", { level: 2, name: "Team" }).waitFor();
      opened += await look_into_dialogs(page, `an inspection at ${screen}`);
    }
    assert.ok(opened >= 20, "there was something to look into");
    await page.goto(`${office.url}/#/inspect`);
    await page.getByRole("textbox").fill("TC02");
    await page.keyboard.press("Enter");
    await page.locator(".verified").waitFor();
    await assert_usable(page, `a verified badge at ${screen}`);
    assert.deepEqual(await left_in_vietnamese(page), []);
    await page.goto(`${office.url}/#/inspect/${inspected[1]}`);
    for (const part of [/^People/, /^Checklists/, /^Findings/]) {
      await page.getByRole("radio", { name: part }).check();
      await assert_usable(page, `${part} from desk to desk at ${screen}`);
      assert.deepEqual(await left_in_vietnamese(page), []);
    }
    await leave();
    const own = await visit(browser, size);
    await sign_in_by_name(own.page, office, named);
    await own.page.getByRole("radio", { name: "English" }).check();
    const month = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 7);
    for (const [address, heading] of [["#/requests", "Results of inspections"], [`#/person/${month}/TC02`, "Inspections"], [`#/inspection/${inspected[2]}`, "Findings"]]) {
      await own.page.goto(`${office.url}/${address}`);
      await own.page.getByRole("heading", { name: heading, exact: true }).waitFor();
      await assert_usable(own.page, `${address} at ${screen}`);
      assert.deepEqual(await left_in_vietnamese(own.page), [], address);
    }
    await own.leave();
  }
});
