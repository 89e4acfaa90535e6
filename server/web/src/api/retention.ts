import { send } from "./client";

export type RecordKind = "taps" | "people" | "requests" | "audit" | "inspections";

export interface KeptKind {
  kind: RecordKind;
  months: number | null; // null: for ever
  before: string | null; // the first day that is kept now
  due: number;
}

export interface Erasure {
  kind: RecordKind;
  before: string;
  records: number;
  at: string; // the office's clock, with its distance from UTC
}

export interface Retention {
  kinds: KeptKind[];
  erased: Erasure[]; // newest first
}

export const retention_api = {
  path: "/retention",
  erase: () => send<{ erased: Erasure[] }>("POST", "/retention/erase", {}),
};
