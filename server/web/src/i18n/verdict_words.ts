import type { SessionVerdict } from "../api/types";
import { format_number, type Language } from "../format";
import { signs_of_present } from "../model/doors";
import type { Words } from "./vi";

/** "đi muộn 7 phút, thiếu lượt quét ra": what a session's signs say. */
export function verdict_words(session: SessionVerdict, words: Words, language: Language): string {
  if (session.state !== "present") return words.sign[session.state];
  const said = signs_of_present(session).map((sign) => {
    if (sign === "late") return words.verdict.late(format_number(session.late_min, language));
    if (sign === "early") return words.verdict.early(format_number(session.early_min, language));
    if (session.missing_in && session.missing_out) return words.verdict.missing_both;
    return session.missing_in ? words.verdict.missing_in : words.verdict.missing_out;
  });
  return said.length > 0 ? said.join(", ") : words.sign.on_time;
}
