import { waiting_rows_path, type WaitingKind, type WaitingRows } from "../api/notices";
import { useServerEvents } from "../event_line";
import { format_number } from "../format";
import { language } from "../i18n/language";
import { notice_words } from "../i18n/notice_words";
import { waiting_kinds } from "../model/waiting_rows";
import { retry, useResource } from "../resource";
import { href } from "../route";
import { powers } from "../session";

/** What waits, in a line on a first screen; nothing where nothing does. `but`: what that screen itself shows. */
export function WaitingLine({ but = [] }: { but?: WaitingKind[] }) {
  const said = notice_words[language.value];
  const { value } = useResource<WaitingRows>(waiting_rows_path).value;
  useServerEvents(["requests"], () => retry(waiting_rows_path));
  if (value === null) return null;
  const told = waiting_kinds
    .filter((kind) => !but.includes(kind))
    .map((kind) => ({ kind, count: value.totals[kind] ?? 0 }))
    .filter(({ count }) => count > 0);
  if (told.length === 0) return null;
  const list = href({ page: "waiting_list" });
  const desk_of = (kind: WaitingKind): string => {
    if (is_of_inspections(kind)) return href({ page: "inspections", tab: "findings" });
    return is_decided(kind) && powers.value.decides ? href({ page: "waiting" }) : list;
  };
  return (
    <p class="waits">
      {said.list_short}:{" "}
      {told.map(({ kind, count }, place) => (
        <>
          {place > 0 && " · "}
          <a href={desk_of(kind)}>{said.counts[kind](format_number(count, language.value))}</a>
        </>
      ))}{" "}
      · <a href={list}>{said.to_list}</a>
    </p>
  );
}

const is_of_inspections = (kind: WaitingKind): boolean => kind === "finding_overdue" || kind === "repair_waits";
const is_decided = (kind: WaitingKind): boolean => kind === "explanation_waits" || kind === "request_waits";
