import { findings_path, type FollowedFinding } from "../api/inspection_files";
import { format_number } from "../format";
import { language } from "../i18n/language";
import { person_inspection_words } from "../i18n/person_inspection_words";
import { useResource } from "../resource";
import { href } from "../route";

/** What inspections found in the units of a head and nobody has mended yet: one line, a door to the list. */
export function FindingsToMend() {
  const said = person_inspection_words[language.value];
  const { value } = useResource<{ findings: FollowedFinding[] }>(findings_path).value;
  const overdue = value?.findings.filter(({ state }) => state === "overdue").length ?? 0;
  const open = value?.findings.filter(({ state }) => state === "open" || state === "overdue").length ?? 0;
  if (open === 0) return null;
  const number = (count: number) => format_number(count, language.value);
  return (
    <p class="notice">
      <a href={href({ page: "inspections", tab: "findings" })}>{said.to_mend}</a>:{" "}
      {[said.to_mend_count(number(open)), overdue > 0 && said.overdue_count(number(overdue))].filter(Boolean).join(", ")}
    </p>
  );
}
