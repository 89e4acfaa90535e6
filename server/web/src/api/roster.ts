import { call, with_query, type Answer, type RowError } from "./client";

/** What the list of people does not say yet, in the order in which it is told. */
export const gaps = ["no_unit", "no_badge", "no_schedule", "no_position", "no_head", "no_entrance", "silent_entrance"] as const;
export type Gap = (typeof gaps)[number];

export interface GapItem {
  code: string; // of the person; of a unit, the unit's own
  name: string;
  unit_code: string;
  unit_name: string;
  entrance: string;
}

export interface GapList {
  gap: Gap;
  count: number;
  items: GapItem[]; // the first 500
  file: { kind: string; text: string } | null; // mends them once its empty cells are filled in
}

export interface Completeness {
  date: string;
  gaps: GapList[];
}

export interface Listed<T> {
  count: number;
  listed: T[]; // the first 2,000
}

export interface MissingHere {
  line: number;
  staff_code: string;
  full_name: string;
  unit: string;
  unit_code: string;
  position: string;
  served: { from: string; to: string | null } | null;
}

export interface MissingThere {
  staff_code: string;
  full_name: string;
  position: string;
  unit_code: string;
  unit_name: string;
}

export type ReconciledField = "full_name" | "unit" | "position" | "category";

export interface Differs {
  line: number;
  staff_code: string;
  full_name: string;
  unit_name: string;
  fields: { field: ReconciledField; here: string; there: string }[];
}

export interface Reconciliation {
  rows: number;
  same: number;
  columns: string[];
  ignored_columns: string[];
  missing_here: Listed<MissingHere>;
  missing_there: Listed<MissingThere>;
  differs: Listed<Differs>;
  unread: RowError[];
  unread_count: number;
}

export type ReconciledList = "missing_here" | "missing_there" | "differs";

const path = "/people/reconcile";
const as_csv = (body: ArrayBuffer): RequestInit => ({ method: "POST", headers: { "Content-Type": "text/csv" }, body });

export const roster_api = {
  completeness_path: "/people/completeness",
  reconcile: (file: ArrayBuffer, unit: string, lang: string): Promise<Answer<Reconciliation>> =>
    call<Reconciliation>(with_query(path, { unit, lang }), as_csv(file)),
  /** One list as a table, or as the rows of a staff file that would mend it from a day on. */
  list: async (file: ArrayBuffer, list: ReconciledList, unit: string, lang: string, from = ""): Promise<string | null> => {
    const query = with_query(path, { unit, lang, list, from, format: from ? "staff" : "csv" });
    try {
      const response = await fetch(`/api/v1${query}`, { credentials: "same-origin", cache: "no-store", ...as_csv(file) });
      return response.ok ? await response.text() : null;
    } catch {
      return null;
    }
  },
};

