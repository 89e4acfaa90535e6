import type { Checklist, KnownFinding, Observed } from "../api/inspections";
import { last, type KeptStep } from "./inspect_queue";

/** What is known of a finding: as the server has it, with what this device has not delivered yet laid over it. */
export interface SeenFinding {
  finding: string;
  by: string;
  fields: Record<string, string>; // of its last statement
  people: string[];
  state: KnownFinding["state"] | null; // null: the server does not know it yet
  unsent: boolean;
  refused: KeptStep[]; // of it, that the server did not take
}

const without = new Set<Observed | null>(["worn_wrongly", "not_worn", "someone_elses", "not_issued"]);

/** What a finding about badges may be written of. */
export const is_not_as_it_should_be = (observed: Observed | null): boolean => without.has(observed);

/** Those of the server first, then those that only this device has, in the order in which they were written. */
export function seen_findings(known: readonly KnownFinding[], file: string, steps: readonly KeptStep[], me: string): SeenFinding[] {
  const mine = steps.filter(({ kind, file: of, owner }) => (kind === "found" || kind === "named") && of === file && owner === me);
  const ids = new Set([...known.map(({ finding }) => finding), ...mine.flatMap(({ fields }) => fields.finding ?? [])]);
  return [...ids].flatMap((id) => {
    const server = known.find(({ finding }) => finding === id) ?? null;
    return seen_finding(id, server, mine.filter(({ fields }) => fields.finding === id)) ?? [];
  });
}

function seen_finding(finding: string, server: KnownFinding | null, steps: readonly KeptStep[]): SeenFinding | null {
  const taken = steps.filter(({ state }) => state !== "refused");
  const refused = steps.filter(({ state }) => state === "refused");
  const stated = last(taken.filter(is_found)) ?? (server ? null : last(refused.filter(is_found)));
  const fields = stated?.fields ?? (server && fields_of(server));
  if (fields === null) return null; // people were named in a finding that is gone
  const named = (server ? taken : steps).flatMap(({ kind, fields: { staff_code } }) => (kind === "named" && staff_code ? staff_code : []));
  return {
    finding,
    by: server?.by ?? stated?.owner ?? "",
    fields,
    people: [...new Set([...(server?.people ?? []), ...named])],
    state: server?.state ?? null,
    unsent: taken.some(({ state }) => state === "waiting"),
    refused,
  };
}

const is_found = ({ kind }: KeptStep): boolean => kind === "found";

/** What states it again as it is. */
function fields_of({ finding, list, unit_code = "", text, rule = "", house_rule = "", evidence = "", recommendation = "", owner = "", due }: KnownFinding): Record<string, string> {
  return { finding, list, unit_code, text, rule, house_rule, evidence, recommendation, owner, due: due ?? "" };
}

export const list_of = ({ fields }: Pick<SeenFinding, "fields">): Checklist => (fields.list ?? "other") as Checklist;

/** Whom no finding about badges names yet, of those who did not wear theirs as they should. */
export function untold(found: readonly SeenFinding[], people: readonly { person: { staff_code: string }; holds: Observed | null }[]): string[] {
  const told = new Set(found.filter((one) => list_of(one) === "badge").flatMap((one) => one.people));
  return people.filter(({ holds, person }) => is_not_as_it_should_be(holds) && !told.has(person.staff_code)).map(({ person }) => person.staff_code);
}
