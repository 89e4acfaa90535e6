import type { Grant, Identity, Role } from "../api/types";
import type { Route } from "../route";
import { lists_for } from "./lists";

/** What somebody may do today, as far as the pages differ by it. The server decides; this only spares people doors
 *  that do not open. */
export interface Powers {
  roles: Role[]; // in force, each once
  sees_units: boolean;
  sees_all_units: boolean;
  own: string; // the staff code of one's own records; empty: none
  headed: string[]; // units that this person answers for
  decides: boolean; // on what people explain and ask for
  asks_who_read: boolean; // the office's own rules
  keeps_papers: boolean; // enters what the office holds on paper
  imports: boolean; // files, which speak of people of all units
  manages_logins: boolean;
  runs_entrances: boolean;
  manages_badges: boolean;
  lends_cards: boolean;
  audits: boolean;
  inspects: boolean;
  joins_inspections: boolean; // may be of a team
}

export const no_powers: Powers = {
  roles: [], sees_units: false, sees_all_units: false, own: "", headed: [], decides: false, asks_who_read: false,
  keeps_papers: false, imports: false, manages_logins: false, runs_entrances: false, manages_badges: false, lends_cards: false, audits: false, inspects: false, joins_inspections: false,
};

/** As they are told: the widest first. */
export const roles: readonly Role[] = [
  "administrator", "auditor", "hr", "head", "timekeeper", "inspector", "guard", "staff",
];

const readers: readonly Role[] = ["administrator", "hr", "head", "timekeeper"];

export function powers_of(who: Identity, today: string): Powers {
  const held = who.grants.filter((grant) => in_force(grant, today));
  const reading = held.filter((grant) => readers.includes(grant.role));
  const has = (role: Role) => held.some((grant) => grant.role === role);
  return {
    roles: roles.filter(has),
    sees_units: reading.length > 0,
    sees_all_units: reading.some((grant) => grant.unit === ""),
    own: has("staff") ? who.staff_code : "",
    headed: [...new Set(held.filter(({ role }) => role === "head").map(({ unit }) => unit))],
    decides: has("hr") || has("head"),
    asks_who_read: has("hr") || has("administrator") || has("head"),
    keeps_papers: has("hr") || has("administrator"),
    imports: held.some(({ role, unit }) => unit === "" && (role === "hr" || role === "administrator")),
    manages_logins: has("administrator"),
    runs_entrances: has("administrator"),
    manages_badges: has("administrator") || held.some(({ role, unit }) => role === "hr" && unit === ""),
    lends_cards: has("guard") || has("hr") || has("administrator"),
    audits: has("auditor"),
    inspects: has("inspector"),
    joins_inspections: has("inspector") || has("head") || has("hr") || has("staff"),
  };
}

/** Both days are part of it. Dates as texts compare like dates. */
export function in_force({ from, to }: Grant, today: string): boolean {
  return (from === null || from <= today) && (to === null || today <= to);
}

/** The page that an address leads this person to; null: none that they may see. */
export function page_for(route: Route, powers: Powers): Route | null {
  switch (route.page) {
    case "home":
      return home_of(powers);
    case "units":
    case "people":
    case "live":
    case "now":
    case "trend":
      return powers.sees_units ? route : null;
    case "waiting_list":
      return powers.sees_units || powers.inspects ? route : null;
    case "lists":
      return lists_for(powers.roles).includes(route.list) ? route : null;
    case "person":
    case "day":
      return powers.sees_units || route.staff === powers.own ? route : null;
    case "mine":
    case "reads":
    case "requests":
      return powers.own ? route : null;
    case "rules":
      return powers.own || powers.asks_who_read ? route : null;
    case "rule":
      return powers.asks_who_read ? route : null;
    case "waiting":
      return powers.decides ? route : null;
    case "audit":
      return powers.audits ? route : null;
    case "retention":
      return powers.runs_entrances || powers.audits ? route : null;
    case "entrances":
    case "notices":
      return powers.runs_entrances ? route : null;
    case "badges":
      return powers.manages_badges ? route : null;
    case "roster":
    case "calendar":
    case "schedules":
    case "programme":
      return powers.keeps_papers ? route : null;
    case "cards":
      return powers.lends_cards ? route : null;
    case "inspect":
    case "inspection":
      return powers.joins_inspections ? route : null; // of a team, or named by a finding
    case "inspections":
      return powers.inspects || (powers.decides && route.tab !== "plans" && route.tab !== "feedback") ? route : null;
    case "import":
      return powers.imports ? route : null;
    case "accounts":
      return powers.manages_logins ? route : null;
    default:
      return route;
  }
}

/** What this person asks first. HR: how the month stands; an administrator: is every door alive; a head: who is here;
 *  a guard: which cards are out; an inspector: whom have I not seen yet; others: was I counted? */
function home_of({ roles, headed, sees_units, own, audits, runs_entrances, lends_cards, inspects }: Powers): Route | null {
  const keeps_months = roles.includes("hr");
  if (runs_entrances && !keeps_months) return { page: "entrances" };
  if (headed.length > 0 && !keeps_months) return { page: "now", unit: "" };
  if (sees_units) return { page: "units", month: null, count: "subtree" };
  if (lends_cards) return { page: "cards" };
  if (inspects) return { page: "inspect", file: "" };
  if (own) return { page: "mine" };
  return audits ? { page: "audit" } : null;
}

/** The entries of the navigation, in order. Fewer than two are none: there is nowhere to go. */
export type Section =
  | "now" | "waiting" | "units" | "live" | "mine" | "requests" | "rules" | "reads" | "entrances" | "roster" | "calendar" | "badges" | "cards" | "import"
  | "inspections" | "accounts" | "audit";

export function sections_of(powers: Powers): Section[] {
  const sections: Section[] = [];
  if (powers.runs_entrances) sections.push("entrances");
  const heads = powers.headed.length > 0;
  if (heads) sections.push("now");
  if (powers.decides) sections.push("waiting");
  if (powers.roles.includes("guard") && !powers.sees_units) sections.push("cards");
  if (powers.inspects) sections.push("inspections");
  if (powers.sees_units) sections.push("units");
  if (powers.sees_units && !heads) sections.push("now");
  if (powers.sees_units) sections.push("live");
  if (powers.own) sections.push("mine", "requests");
  if (powers.own || powers.asks_who_read) sections.push("rules");
  if (powers.own) sections.push("reads");
  if (powers.decides && !powers.inspects) sections.push("inspections");
  if (powers.keeps_papers) sections.push("roster", "calendar");
  if (powers.manages_badges) sections.push("badges");
  if (powers.lends_cards && powers.sees_units) sections.push("cards");
  if (powers.imports) sections.push("import");
  if (powers.manages_logins) sections.push("accounts");
  if (powers.audits) sections.push("audit");
  return sections.length > 1 ? sections : [];
}

/** The entry under which a page stands. */
export function section_of(route: Route, powers: Powers): Section | null {
  switch (route.page) {
    case "home": {
      const home = home_of(powers);
      return home && section_of(home, powers);
    }
    case "person":
    case "day":
      return route.staff === powers.own ? "mine" : "units";
    case "people":
      return "units";
    case "lists":
      return powers.sees_units ? "units" : "inspections";
    case "now":
    case "waiting":
    case "units":
    case "live":
    case "mine":
    case "requests":
    case "rules":
    case "reads":
    case "entrances":
    case "roster":
    case "calendar":
    case "badges":
    case "cards":
    case "inspections":
    case "import":
    case "accounts":
    case "audit":
      return route.page;
    case "trend":
      return powers.headed.includes(route.unit) ? "now" : "units";
    case "inspect":
    case "inspection":
      return powers.inspects || powers.decides ? "inspections" : null;
    case "rule":
      return "rules";
    case "retention":
      return powers.runs_entrances ? "entrances" : "audit";
    case "schedules":
    case "programme":
      return "calendar";
    case "notices":
      return "entrances";
    case "waiting_list":
      return powers.decides ? "waiting" : powers.runs_entrances ? "entrances" : powers.inspects ? "inspections" : "units";
    default:
      return null;
  }
}
