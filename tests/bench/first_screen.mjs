// The first screen of HR in a large province: how soon it can be used, how heavy it is, how many rows it renders.
//   node tests/bench/first_screen.mjs [--people 40000] [--units 1500] [--bin build/release/bin]
// Prints figures; fails where a table renders more rows than are seen, or the pages weigh more than they may.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

const { values: asked } = parseArgs({
  options: {
    people: { type: "string", default: "40000" },
    units: { type: "string", default: "1500" },
    bin: { type: "string", default: "build/release/bin" },
  },
});
const bin = resolve(asked.bin);
process.env.BADGE_BIN = bin;
const { desk, open_browser, sign_in } = await import("../browser/support/browser.mjs");
const { start_server } = await import("../browser/support/server.mjs");

const today = new Date();
// The one that ended last: it stands on the list of what waits.
const month = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - 1, 1)).toISOString().slice(0, 7);
const last_day = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), 0)).toISOString().slice(0, 10);
const rows_max = 80; // of a screen 768 px high with some around it
const pages_bytes_max = 150 * 1024;
const rounds = 5;

const server = await start_server();
const browser = await open_browser();
try {
  furnish();
  const context = await browser.newContext(desk);
  // When the first row stands there and has been painted.
  await context.addInitScript(() => {
    const seen = new MutationObserver(() => {
      if (!document.querySelector("table.units tbody tr a")) return;
      seen.disconnect();
      requestAnimationFrame(() => setTimeout(() => (globalThis.first_row_ms = performance.now())));
    });
    seen.observe(document, { childList: true, subtree: true });
  });
  const page = await context.newPage();
  await sign_in(page, { url: server.url, token: await officer_token() }, `#/units/${month}`);
  await page.locator("table.units").waitFor({ timeout: 120_000 });

  const visits = [];
  for (let round = 0; round < rounds; ++round) visits.push(await visit(page, true));
  report("first screen, nothing kept in the browser", visits);
  const again = [];
  for (let round = 0; round < rounds; ++round) again.push(await visit(page, false));
  report("first screen, pages kept in the browser", again);

  await change_month(page);
  report("first screen after new data: the month is judged anew", [await visit(page, false)]);

  const rows = () => page.locator("table.units tbody:not(.gap) tr").count();
  const closed = await rows();
  const opening = await page.evaluate(async () => {
    const button = [...document.querySelectorAll(".tools button")][0];
    const began = performance.now();
    button.click();
    await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
    return performance.now() - began;
  });
  const all = Number(await page.locator("table.units").getAttribute("aria-rowcount")) - 1;
  const open = await rows();
  console.log(`rows in the document: ${closed} at first, ${open} of ${all} with the whole tree open (${opening.toFixed(0)} ms)`);
  assert.ok(all >= Number(asked.units), `${all} units`);
  assert.ok(closed <= rows_max && open <= rows_max);
  const largest = await largest_unit(page);
  await page.goto(`${server.url}/#/people/${month}/${largest}`);
  await page.locator("table.people tbody tr").first().waitFor();
  const people = await page.locator("table.people tbody:not(.gap) tr").count();
  const of_people = Number(await page.locator("table.people").getAttribute("aria-rowcount")) - 1;
  console.log(`people of ${largest} with all below: ${people} rows of ${of_people}`);
  assert.ok(people <= rows_max);
  await time_effects();
  await time_answer("the board of everybody", "/reports/now");
  await time_answer("what waits, of all units", "/waiting/list");
} finally {
  await browser.close();
  await server.stop();
}

/** HR begins with the months. */
async function officer_token() {
  const headers = { Authorization: `Bearer ${server.administrator}`, "Content-Type": "application/json" };
  const body = JSON.stringify({ name: "nhan-su", role: "hr" });
  const answer = await fetch(`${server.url}/api/v1/tokens`, { method: "POST", headers, body });
  return (await answer.json()).token;
}

function furnish() {
  const files = join(server.folder, "province");
  const run = (program, ...rest) => execFileSync(join(bin, program), rest, { stdio: ["ignore", "ignore", "inherit"] });
  run("demo-province", "--out", files, "--units", asked.units, "--people", asked.people, "--month", month, "--four-taps");
  const token = join(server.folder, "admin.token");
  writeFileSync(token, server.administrator, { mode: 0o600 });
  const badgectl = (...rest) => run("badgectl", "--server", server.url, "--token-file", token, ...rest);
  for (const kind of ["units", "staff", "badges", "entrances", "schedules", "assignments", "calendar", "absences"]) {
    badgectl("import", kind, join(files, kind === "schedules" ? "schedules.toml" : `${kind}.csv`));
  }
  badgectl("import", "taps", join(files, "taps.csv"), "--complete-for", "MH", "--from", `${month}-01`, "--to", last_day);
  console.log(`${asked.people} people, ${asked.units} units, ${month}`);
}

async function visit(page, is_first) {
  const line = await page.context().newCDPSession(page);
  await line.send("Network.enable");
  await line.send("Network.setCacheDisabled", { cacheDisabled: is_first });
  await page.goto("about:blank");
  await page.goto(server.url);
  const ms = await page.waitForFunction(() => globalThis.first_row_ms, null, { timeout: 60_000 }).then((found) => found.jsonValue());
  // The page listens for events, so its line is never idle; what it asks for at first is there by then.
  await page.waitForLoadState("networkidle", { timeout: 2000 }).catch(() => {});
  const bytes = await page.evaluate(() => {
    const entries = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
    const sum = (some) => some.reduce((all, entry) => all + entry.encodedBodySize, 0);
    return { pages: sum(entries.filter((entry) => !entry.name.includes("/api/"))), data: sum(entries.filter((entry) => entry.name.includes("/api/"))) };
  });
  await line.detach();
  return { ms, ...bytes };
}

function report(what, visits) {
  const sorted = visits.map(({ ms }) => ms).sort((a, b) => a - b);
  const { pages, data } = visits[0];
  console.log(`${what}: first row after ${sorted[Math.floor(sorted.length / 2)].toFixed(0)} ms (${sorted[0].toFixed(0)}–${sorted.at(-1).toFixed(0)}); pages ${kb(pages)}, data ${kb(data)}`);
  assert.ok(pages <= pages_bytes_max, `${pages} bytes of pages`);
}

function kb(bytes) {
  return `${(bytes / 1024).toFixed(1)} KB`;
}

/** One more leave paper: every month's report of this roster is made anew. */
async function change_month() {
  const paper = `staff_code,kind,from,to,sessions,paper,reported_at\n${await first_person()},annual_leave,${month}-14,${month}-14,all,GNP 1,\n`;
  const headers = { Authorization: `Bearer ${server.administrator}`, "Content-Type": "text/csv" };
  const answer = await fetch(`${server.url}/api/v1/imports/absences?file=more`, { method: "POST", headers, body: paper });
  assert.ok(answer.ok, await answer.text());
}

/** Where everybody is now: judged for all, then kept. */
async function time_answer(what, path) {
  const headers = { Authorization: `Bearer ${server.administrator}` };
  const took = [];
  for (let round = 0; round < rounds; ++round) {
    const began = performance.now();
    await (await fetch(`${server.url}/api/v1${path}`, { headers })).text();
    took.push(performance.now() - began);
  }
  console.log(`${what}: ${took.map((ms) => ms.toFixed(0)).join(", ")} ms`);
}

/** What a holiday for everybody would change: the month is judged twice. */
async function time_effects() {
  const began = performance.now();
  const headers = { Authorization: `Bearer ${server.administrator}`, "Content-Type": "text/csv" };
  const body = `date,kind,name,works_like\n${month}-15,holiday,Nghỉ (giả định),\n`;
  const answer = await fetch(`${server.url}/api/v1/imports/calendar?dry_run=1&preview=effects`, { method: "POST", headers, body });
  const { effects } = await answer.json();
  console.log(`preview of a holiday: ${effects.people} people, ${effects.verdicts} verdicts, after ${(performance.now() - began).toFixed(0)} ms`);
}

async function first_person() {
  const headers = { Authorization: `Bearer ${server.administrator}` };
  const units = await (await fetch(`${server.url}/api/v1/reports/units?month=${month}`, { headers })).json();
  const { unit_code } = units.rows.find((row) => row.own.staff > 0);
  const people = await (await fetch(`${server.url}/api/v1/reports/people?month=${month}&unit=${unit_code}`, { headers })).json();
  return people.rows[0].staff_code;
}

async function largest_unit() {
  const headers = { Authorization: `Bearer ${server.administrator}` };
  const units = await (await fetch(`${server.url}/api/v1/reports/units?month=${month}`, { headers })).json();
  return units.rows.filter((row) => row.parent_code !== null).reduce((a, b) => (b.subtree.staff > a.subtree.staff ? b : a)).unit_code;
}
