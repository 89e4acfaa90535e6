import type { Grant, Role } from "../api/types";

/** The roles that somebody gives. Staff and heads have theirs by the roster. */
export const given_roles: readonly Role[] = ["hr", "timekeeper", "inspector", "guard", "auditor", "administrator"];

export const new_grant: Grant = { role: "timekeeper", unit: "", from: null, to: null };

/** These hold for the whole server. */
export const is_whole = (role: Role): boolean => role === "administrator" || role === "auditor";

/** As it is handed in: a role for the whole server has no unit. */
export const tidy = (grant: Grant): Grant => ({ ...grant, unit: is_whole(grant.role) ? "" : grant.unit.trim() });
