import { door_of, type Door } from "./model/doors";
import { is_list_name, type ListName } from "./model/lists";

/** Which units a figure counts: the unit's own people, or everyone below it too. */
export type Count = "subtree" | "own";

/** What the address behind # says. Every page has one, so it can be sent to a colleague; no address holds a secret,
 *  but for an invitation: behind # it reaches no log of the server, and it is good for one use. */
export type Route =
  | { page: "home" } // what somebody asks first: depends on who it is
  | { page: "units"; month: string | null; count: Count } // null: the month the server proposes
  | { page: "people"; month: string; unit: string; count: Count; show: Door; view?: "days" | undefined } // day by day
  | { page: "person"; month: string; staff: string; show: Door }
  | { page: "day"; date: string; staff: string }
  | { page: "now"; unit: string } // empty: the first that one answers for
  | { page: "trend"; unit: string } // a unit's months beside one another
  | { page: "waiting" } // what waits for one's decision
  | { page: "waiting_list" } // what waits, to print
  | { page: "lists"; list: ListName; unit: string; period: string } // what a head acts on; empty: their own, this month
  | { page: "live" }
  | { page: "mine" } // one's own newest month
  | { page: "requests" } // what one asked for
  | { page: "rules" } // the office's own
  | { page: "rule"; no: number }
  | { page: "reads" } // who looked at one's own records
  | { page: "entrances" } // is every door alive?
  | { page: "notices" } // mails and webhooks that did not arrive
  | { page: "badges"; staff: string } // empty: nobody's yet
  | { page: "roster" } // is the list of people whole?
  | { page: "calendar"; year: string } // empty: this one
  | { page: "schedules" }
  | { page: "programme" } // of the week
  | { page: "cards" } // the guard's box of temporary ones
  | { page: "inspect"; file: string } // from desk to desk; empty: which inspection?
  | { page: "inspections"; tab: InspectionTab }
  | { page: "inspection"; file: string }
  | { page: "import" }
  | { page: "accounts" }
  | { page: "audit" }
  | { page: "retention" } // for how long records are kept
  | { page: "account" } // one's own password and second factor
  | { page: "invitation"; token: string }
  | { page: "lost" };

/** What there is about inspections. */
export type InspectionTab = "list" | "findings" | "duties" | "results" | "indicators" | "plans" | "feedback";
const inspection_tabs: readonly string[] = ["list", "findings", "duties", "results", "indicators", "plans", "feedback"] satisfies InspectionTab[];

const month_form = /^\d{4}-(0[1-9]|1[0-2])$/;
const date_form = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

export function parse_route(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?");
  const params = new URLSearchParams(query);
  const parts = path.split("/").filter(Boolean).map(decode);
  const [page, when = "", what = ""] = parts;
  const count: Count = params.get("count") === "own" ? "own" : "subtree";
  const show = door_of(params.get("show"));

  if (page === undefined) return { page: "home" };
  if (page === "units" && parts.length === 1) return { page, month: null, count };
  if (page === "units" && parts.length === 2 && month_form.test(when)) {
    return { page, month: when, count };
  }
  if (page === "people" && parts.length === 3 && month_form.test(when)) {
    const list = { page, month: when, unit: what, count, show } as const;
    return params.get("view") === "days" ? { ...list, view: "days" } : list;
  }
  if (page === "person" && parts.length === 3 && month_form.test(when)) {
    return { page, month: when, staff: what, show };
  }
  if (page === "day" && parts.length === 3 && date_form.test(when)) {
    return { page, date: when, staff: what };
  }
  if (page === "rule" && parts.length === 2 && /^[1-9]\d{0,9}$/.test(when)) return { page, no: Number(when) };
  if (page === "trend" && parts.length === 2) return { page, unit: when };
  if (page === "now" && parts.length <= 2) return { page, unit: when };
  if (page === "calendar" && parts.length <= 2 && /^(20([0-2]\d|3[0-7]))?$/.test(when)) return { page, year: when };
  if (page === "badges" && parts.length <= 2) return { page, staff: when };
  if (page === "inspect" && parts.length <= 2 && /^([0-9a-f]{32})?$/.test(when)) return { page, file: when };
  if (page === "inspections" && parts.length <= 2) {
    const tab = when || "list";
    return inspection_tabs.includes(tab) ? { page, tab: tab as InspectionTab } : { page: "lost" };
  }
  if (page === "inspection" && parts.length === 2) return { page, file: when };
  if (page === "lists" && parts.length === 2 && is_list_name(when)) {
    return { page, list: when, unit: params.get("unit") ?? "", period: params.get("period") ?? "" };
  }
  if (page === "waiting-list" && parts.length === 1) return { page: "waiting_list" };
  if (is_single(page) && parts.length === 1) return { page };
  if (page === "invitation" && parts.length === 2) return { page, token: when };
  return { page: "lost" };
}

export function href(route: Route): string {
  switch (route.page) {
    case "units":
      return address(route.month === null ? [route.page] : [route.page, route.month], { count: route.count });
    case "people":
      return address(["people", route.month, route.unit], { count: route.count, show: route.show, view: route.view });
    case "person":
      return address(["person", route.month, route.staff], { show: route.show });
    case "day":
      return address(["day", route.date, route.staff], {});
    case "invitation":
      return address([route.page, route.token], {});
    case "now":
      return address(route.unit ? [route.page, route.unit] : [route.page], {});
    case "badges":
      return address(route.staff ? [route.page, route.staff] : [route.page], {});
    case "inspect":
      return address(route.file ? [route.page, route.file] : [route.page], {});
    case "calendar":
      return address(route.year ? [route.page, route.year] : [route.page], {});
    case "inspections":
      return address(route.tab === "list" ? [route.page] : [route.page, route.tab], {});
    case "inspection":
      return address([route.page, route.file], {});
    case "lists":
      return address([route.page, route.list], { unit: route.unit, period: route.period });
    case "waiting_list":
      return address(["waiting-list"], {});
    case "waiting":
    case "live":
    case "mine":
    case "requests":
    case "rules":
    case "reads":
    case "entrances":
    case "roster":
    case "schedules":
    case "programme":
    case "cards":
    case "notices":
    case "import":
    case "accounts":
    case "audit":
    case "retention":
    case "account":
      return address([route.page], {});
    case "trend":
      return address([route.page, route.unit], {});
    case "rule":
      return address([route.page, String(route.no)], {});
    case "home":
    case "lost":
      return address([], {});
  }
}

const singles = [
  "waiting", "live", "mine", "requests", "rules", "reads", "entrances", "roster", "schedules", "programme", "cards", "notices", "import",
  "accounts", "audit", "retention", "account",
] as const;

/** Pages that need nothing but their name. */
function is_single(page: string): page is (typeof singles)[number] {
  return (singles as readonly string[]).includes(page);
}

/** Defaults are left out, so that one page has one address. */
function address(parts: string[], params: { count?: Count; show?: Door; view?: "days" | undefined; unit?: string; period?: string }): string {
  const query = new URLSearchParams();
  if (params.count === "own") query.set("count", "own");
  if (params.show && params.show !== "all") query.set("show", params.show);
  if (params.view) query.set("view", params.view);
  if (params.unit) query.set("unit", params.unit);
  if (params.period) query.set("period", params.period);
  const text = query.toString();
  return "#/" + parts.map(encodeURIComponent).join("/") + (text ? `?${text}` : "");
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // a broken %: shown as it was typed, and not found
  }
}
