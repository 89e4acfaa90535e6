import { paths } from "../api/client";
import { own_rules_path, type OwnRules } from "../api/rules";
import type { LeaveReport, PersonReport } from "../api/types";
import { format_number } from "../format";
import { language, words } from "../i18n/language";
import { own_month } from "../model/own_month";
import { useResource } from "../resource";
import { href } from "../route";

/** What everybody asks of their own month first: was I counted, and how many days of leave are left? The line of
 *  figures below opens what is told here. */
export function OwnAnswers({ report }: { report: PersonReport }) {
  return (
    <div class="own">
      <RulesToRead />
      <Counted report={report} />
      <Leave staff={report.staff.code} year={report.month.slice(0, 4)} />
    </div>
  );
}

/** What waits for this person stands on their first page. */
function RulesToRead() {
  const { value } = useResource<OwnRules>(own_rules_path).value;
  const unread = value?.rules.filter(({ read_at }) => read_at === null).length ?? 0;
  if (unread === 0) return null;
  return (
    <p class="own-waits">
      <a href={href({ page: "rules" })}>{words.value.rules.waits(format_number(unread, language.value))}</a>
    </p>
  );
}

function Counted({ report }: { report: PersonReport }) {
  const said = words.value.own;
  const number = (value: number) => format_number(value, language.value);
  const { over, settled, unexplained, unknown } = own_month(report.days);
  const open = [
    unexplained > 0 && said.unexplained(number(unexplained)),
    unknown > 0 && said.unknown(number(unknown)),
  ].filter(Boolean);
  return (
    <section>
      <h2>{said.counted}</h2>
      <p class="own-answer">
        {over === 0 ? said.none_over : settled === over ? said.all(number(over)) : said.some(number(settled), number(over))}
      </p>
      {open.length > 0 && <p class="soft">{open.join(", ")}.</p>}
    </section>
  );
}

/** Where leave was never stated the sentence alone says so; where nothing can be read, nothing stands here. */
function Leave({ staff, year }: { staff: string; year: string }) {
  const said = words.value.own;
  const { value } = useResource<LeaveReport>(paths.leave(staff, year, language.value)).value;
  if (value === null) return null;
  const { remaining } = value.figures;
  return (
    <section>
      <h2>{said.leave(year)}</h2>
      {remaining !== null && <p class="own-answer">{said.days_left(days_text(remaining))}</p>}
      <p class="soft">{value.text}</p>
    </section>
  );
}

/** Half days are counted too: 9,5. */
const days_text = (days: number): string =>
  format_number(days, language.value, Number.isInteger(days) ? 0 : Number.isInteger(days * 2) ? 1 : 2);
