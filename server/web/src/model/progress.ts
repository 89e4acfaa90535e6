import type { ProgressState, UnitProgress } from "../api/closes";
import type { Role, UnitRow } from "../api/types";

/** Whether somebody must still do something about the unit's month. */
export const is_left = (state: ProgressState): boolean => state !== "closed" && state !== "nobody";

export type ProgressByUnit = ReadonlyMap<string, UnitProgress>;

export const by_unit = (units: UnitProgress[]): ProgressByUnit =>
  new Map(units.map((progress) => [progress.unit_code, progress]));

/** How many units below each one (not itself) are not done. Parents stand before their children in `rows`. */
export function left_below(rows: UnitRow[], progress: ProgressByUnit): ReadonlyMap<string, number> {
  const left = new Map<string, number>();
  for (let place = rows.length - 1; place >= 0; --place) {
    const { unit_code, parent_code } = rows[place]!;
    if (parent_code === null) continue;
    const state = progress.get(unit_code)?.state ?? "nobody";
    const of_this = (left.get(unit_code) ?? 0) + (is_left(state) ? 1 : 0);
    left.set(parent_code, (left.get(parent_code) ?? 0) + of_this);
  }
  return left;
}

/** What can be done about a unit's sheet now, as far as somebody's roles go; the server knows for which units. */
export type SheetAction = "prepare" | "confirm" | "close" | "reopen";

export function actions_for(roles: readonly Role[], { state }: UnitProgress): SheetAction[] {
  const has = (...some: Role[]) => some.some((role) => roles.includes(role));
  if (state === "nobody") return [];
  if (state === "closed") return has("administrator", "hr") ? ["reopen"] : [];
  const actions: SheetAction[] = [];
  if (has("timekeeper") && state !== "prepared" && state !== "confirmed") actions.push("prepare");
  if (has("head") && state !== "confirmed") actions.push("confirm");
  if (has("administrator", "hr", "head")) actions.push("close");
  if (state === "preliminary" && has("administrator", "hr")) actions.push("reopen");
  return actions;
}

/** Its symbols tell who was ill: it is for those who answer for the sheet. */
export const may_take_timesheet = (roles: readonly Role[]): boolean =>
  (["hr", "head", "timekeeper"] satisfies Role[]).some((role) => roles.includes(role));
