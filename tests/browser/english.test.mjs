// Every page in English, as each role, at both sizes: nothing that the program itself says stays Vietnamese.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assert_usable, desk, open_browser, phone, sign_in_by_name, visit } from "./support/browser.mjs";
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
  head: ["#/person/2025-07/CB01", "#/trend/SNV"],
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
  .concat(["sáng", "Sáng", "chiều", "Chiều", "Chuyên Cần", "Tiếng Việt"])
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
