import assert from "node:assert/strict";
import test from "node:test";
import { href, parse_route, type Route } from "web/route";

test("every page has an address that leads back to it", () => {
  const pages: Route[] = [
    { page: "home" },
    { page: "now", unit: "" },
    { page: "now", unit: "SNV/1" },
    { page: "waiting" },
    { page: "trend", unit: "SNV" },
    { page: "requests" },
    { page: "rules" },
    { page: "rule", no: 12 },
    { page: "units", month: null, count: "subtree" },
    { page: "units", month: "2026-07", count: "own" },
    { page: "people", month: "2026-07", unit: "SNV-02", count: "own", show: "late" },
    { page: "people", month: "2026-07", unit: "phòng/1 %?", count: "subtree", show: "all" },
    { page: "people", month: "2026-07", unit: "SNV", count: "subtree", show: "late", view: "days" },
    { page: "person", month: "2026-07", staff: "CB0001", show: "provisional" },
    { page: "day", date: "2026-07-09", staff: "CB0001" },
    { page: "inspect", file: "" },
    { page: "inspect", file: "0123456789abcdef0123456789abcdef" },
    { page: "lists", list: "late", unit: "SNV/1", period: "2026-02-02..2026-02-13" },
    { page: "lists", list: "open-units", unit: "", period: "" },
    { page: "live" },
    { page: "mine" },
    { page: "accounts" },
    { page: "account" },
    { page: "invitation", token: "0f3A-_9" },
  ];
  for (const page of pages) assert.deepEqual(parse_route(href(page)), page);
});

test("an empty address is the page with which somebody begins", () => {
  for (const hash of ["", "#", "#/"]) assert.deepEqual(parse_route(hash), { page: "home" });
});

test("an address that names no page is lost, not guessed", () => {
  for (const hash of ["#/units/2026-13", "#/units/july", "#/day/2026-07-32/CB1", "#/people/2026-07", "#/live/x", "#/lists", "#/lists/x", "#/mine/x", "#/inspect/x", "#/invitation", "#/x"]) {
    assert.deepEqual(parse_route(hash), { page: "lost" }, hash);
  }
});

test("a figure that does not exist shows everybody, and a broken % is taken as it stands", () => {
  assert.deepEqual(parse_route("#/person/2026-07/CB%?show=nonsense"), {
    page: "person", month: "2026-07", staff: "CB%", show: "all",
  });
});
