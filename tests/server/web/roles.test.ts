import assert from "node:assert/strict";
import test from "node:test";
import type { Grant, Identity, Role } from "web/api/types";
import { page_for, powers_of, section_of, sections_of } from "web/model/roles";
import { parse_route } from "web/route";

const day = "2026-03-09";
const grant = (role: Role, some: Partial<Grant> = {}): Grant => ({ role, unit: "", from: null, to: null, ...some });
const person = (...grants: Grant[]): Identity => ({ name: "an", by: "password", staff_code: "CB01", grants, must_enrol: false });
const powers = (...grants: Grant[]) => powers_of(person(...grants), day);
const opens = (address: string, ...grants: Grant[]) => page_for(parse_route(address), powers(...grants));

test("a role counts on its first and its last day, and on none before or after", () => {
  const roles_by = (from: string | null, to: string | null) => powers(grant("hr", { from, to })).roles;
  assert.deepEqual(roles_by(null, null), ["hr"]);
  assert.deepEqual(roles_by(day, day), ["hr"]);
  assert.deepEqual(roles_by("2026-03-10", null), []);
  assert.deepEqual(roles_by(null, "2026-03-08"), []);
});

test("a role held for several units is told once, the widest role first", () => {
  const { roles } = powers(grant("staff"), grant("head", { unit: "A" }), grant("head", { unit: "B" }), grant("hr"));
  assert.deepEqual(roles, ["hr", "head", "staff"]);
});

test("who has nothing but their own records begins with them, and opens nothing else but who looked at them", () => {
  const staff = grant("staff");
  assert.deepEqual(opens("#/", staff), { page: "mine" });
  assert.equal(opens("#/person/2026-03/CB01", staff)?.page, "person");
  assert.equal(opens("#/day/2026-03-09/CB01", staff)?.page, "day");
  assert.equal(opens("#/account", staff)?.page, "account");
  assert.equal(opens("#/reads", staff)?.page, "reads");
  assert.equal(opens("#/requests", staff)?.page, "requests");
  for (const other of [
    "#/units/2026-03", "#/people/2026-03/A", "#/live", "#/person/2026-03/CB02", "#/day/2026-03-09/CB02", "#/accounts",
    "#/audit", "#/now", "#/now/A", "#/waiting", "#/rule/1",
  ]) {
    assert.equal(opens(other, staff), null, other);
  }
  assert.deepEqual(sections_of(powers(staff)), ["mine", "requests", "rules", "reads"]);
});

test("a head begins with who is here, decides what waits, and has the months too", () => {
  const head = [grant("staff"), grant("head", { unit: "A" }), grant("head", { unit: "B" })];
  assert.deepEqual(opens("#/", ...head), { page: "now", unit: "" });
  assert.deepEqual(powers(...head).headed, ["A", "B"]);
  assert.equal(opens("#/waiting", ...head)?.page, "waiting");
  assert.deepEqual(sections_of(powers(...head)), ["now", "waiting", "units", "live", "mine", "requests", "rules", "reads", "inspections"]);
  assert.equal(section_of(parse_route("#/"), powers(...head)), "now");
  assert.equal(opens("#/", ...head, grant("hr"))?.page, "units", "who keeps the months begins with them");
});

test("a guard begins with the box of temporary cards, and opens nothing else", () => {
  const guard = grant("guard", { unit: "A" });
  assert.deepEqual(opens("#/", guard), { page: "cards" });
  for (const other of ["#/badges", "#/live", "#/now", "#/units/2026-03", "#/person/2026-03/CB02", "#/entrances"]) {
    assert.equal(opens(other, guard), null, other);
  }
  assert.deepEqual(sections_of(powers(guard)), []);
  assert.deepEqual(sections_of(powers(grant("staff"), guard)), ["cards", "mine", "requests", "rules", "reads"]);
  assert.equal(opens("#/cards", grant("staff")), null);
});

test("a head whose time is over sees their own records only", () => {
  const past = grant("head", { unit: "A", to: "2026-03-08" });
  assert.deepEqual(opens("#/", grant("staff"), past), { page: "mine" });
});

test("who reads units begins with them, and has a way to their own month", () => {
  const both = [grant("staff"), grant("timekeeper", { unit: "A" })];
  assert.equal(opens("#/", ...both)?.page, "units");
  assert.equal(opens("#/mine", ...both)?.page, "mine");
  assert.deepEqual(sections_of(powers(...both)), ["units", "now", "live", "mine", "requests", "rules", "reads"]);
  assert.equal(section_of(parse_route("#/person/2026-03/CB01"), powers(...both)), "mine");
  assert.equal(section_of(parse_route("#/person/2026-03/CB02"), powers(...both)), "units");
});

test("an administrator begins with the entrances; who keeps the months too begins with these", () => {
  assert.deepEqual(opens("#/", grant("administrator")), { page: "entrances" });
  assert.deepEqual(opens("#/", grant("administrator"), grant("head", { unit: "A" })), { page: "entrances" });
  assert.equal(opens("#/", grant("administrator"), grant("hr"))?.page, "units");
  assert.equal(opens("#/entrances", grant("hr")), null);
});

test("badges are for administrators and HR of all units", () => {
  assert.deepEqual(opens("#/badges/CB01", grant("hr")), { page: "badges", staff: "CB01" });
  assert.equal(opens("#/badges", grant("administrator"))?.page, "badges");
  assert.equal(opens("#/badges", grant("hr", { unit: "A" })), null);
  assert.equal(opens("#/badges", grant("head", { unit: "A" })), null);
});

test("accounts are for administrators; one's own month is for who is in the roster", () => {
  assert.deepEqual(sections_of(powers(grant("administrator"))), ["entrances", "units", "now", "live", "rules", "roster", "calendar", "badges", "cards", "import", "accounts"]);
  assert.equal(opens("#/mine", grant("administrator")), null);
  assert.equal(opens("#/waiting", grant("administrator")), null);
  assert.equal(opens("#/accounts", grant("hr")), null);
});

test("administrators and auditors see for how long records are kept, and nobody else", () => {
  assert.equal(opens("#/retention", grant("administrator"))?.page, "retention");
  assert.equal(opens("#/retention", grant("auditor"))?.page, "retention");
  assert.equal(opens("#/retention", grant("hr")), null);
});

test("an auditor begins with the log, which nobody else opens", () => {
  assert.equal(opens("#/", grant("auditor"))?.page, "audit");
  assert.deepEqual(sections_of(powers(grant("auditor"))), []);
  assert.equal(opens("#/audit", grant("administrator")), null);
});

test("who has no page today is told so", () => {
  assert.equal(opens("#/", grant("auditor", { to: "2026-03-08" })), null);
  assert.equal(opens("#/"), null);
});

test("an inspector begins with the inspections under way; whoever may be of a team opens them", () => {
  assert.deepEqual(opens("#/", grant("inspector")), { page: "inspect", file: "" });
  for (const role of ["inspector", "staff", "head", "hr"] as const) assert.equal(opens("#/inspect", grant(role))?.page, "inspect");
  assert.equal(opens("#/inspect", grant("guard")), null);
  for (const address of ["#/inspect", "#/inspections/plans", "#/inspection/0a"]) {
    assert.equal(section_of(parse_route(address), powers(grant("inspector"))), "inspections");
  }
});

test("plans and feedback are the inspectors' alone; results are for who answers for a unit too", () => {
  for (const tab of ["plans", "feedback"]) {
    assert.equal(opens(`#/inspections/${tab}`, grant("head", { unit: "A" })), null);
    assert.equal(opens(`#/inspections/${tab}`, grant("inspector"))?.page, "inspections");
  }
  assert.equal(opens("#/inspections/results", grant("head", { unit: "A" }))?.page, "inspections");
  assert.equal(opens("#/inspections", grant("staff")), null);
  assert.equal(opens("#/inspection/0a", grant("staff"))?.page, "inspection", "whom a finding names opens it");
  assert.equal(opens("#/inspections/other", grant("inspector"))?.page, "lost");
});

test("guests of other units open for who is in charge of all units", () => {
  assert.equal(powers(grant("hr")).sees_all_units, true);
  assert.equal(powers(grant("hr", { unit: "A" })).sees_all_units, false);
  assert.equal(powers(grant("staff")).sees_all_units, false);
});

test("a list opens for who may ask for it, and stands under the units", () => {
  const timekeeper = grant("timekeeper", { unit: "A" });
  assert.equal(opens("#/lists/late?unit=A", timekeeper)?.page, "lists");
  assert.equal(opens("#/lists/praise?unit=A", timekeeper), null);
  assert.equal(section_of(parse_route("#/lists/late"), powers(timekeeper)), "units");
  assert.equal(opens("#/lists/pairs", grant("inspector"))?.page, "lists");
  assert.equal(section_of(parse_route("#/lists/pairs"), powers(grant("inspector"))), "inspections");
  assert.equal(opens("#/lists/late", grant("staff")), null);
});
