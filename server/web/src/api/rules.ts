import { send, with_query } from "./client";
import type { Named } from "./requests";

/** One version of a rule of the office. */
export interface HouseRule {
  no: number;
  unit_code: string; // empty: everybody's
  unit_name: string;
  name: string;
  valid_from: string;
  paper: string;
  text: string;
  published_by: string;
  at: string;
}

export interface OwnRules {
  rules: (HouseRule & { read_at: string | null; reminded_at: string | null })[];
}

export interface KnownRule extends HouseRule {
  in_force: boolean;
  people: number;
  read: number;
}

export interface KnownRules {
  rules: KnownRule[];
}

export interface RuleReaders extends KnownRule {
  units: { unit_code: string; unit_name: string; people: number; read: number }[];
  unread: Named[];
  reminders: { unit_code: string; unread: number; sent_by: string; at: string }[];
}

/** A version as a list cites it. */
export type CitedRule = Pick<HouseRule, "no" | "name" | "paper" | "valid_from">;

export const rules_in_force_path = (unit: string, from: string, to: string): string =>
  with_query("/rules/in-force", { unit, from, to });
export const own_rules_path = "/own/rules";
export const rules_path = "/rules";
export const rule_path = (no: number): string => `/rules/${no}`;

export const rules_api = {
  confirm: (no: number) => send<void>("POST", `/own/rules/${no}/read`),
  publish: (rule: Record<string, string>, lang: string) => send<{ no: number }>("POST", with_query("/rules", { lang }), rule),
  remind: (no: number) => send<{ reminded: number }>("POST", `/rules/${no}/reminders`),
};
