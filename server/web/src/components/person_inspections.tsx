import { person_inspections_path, type PersonInspection } from "../api/inspections";
import { format_clock, format_date } from "../format";
import { language } from "../i18n/language";
import { person_inspection_words } from "../i18n/person_inspection_words";
import { useResource } from "../resource";
import { href } from "../route";
import { powers } from "../session";
import { capital } from "./session_list";

interface Props {
  staff: string;
  from: string;
  to: string; // at most a year later
  findings_only?: boolean; // leaves out inspections that found nothing about them
}

/** What inspections of these days saw of a person, and what they found about them. Nothing where there were none. */
export function PersonInspections(props: Props) {
  const { roles, own } = powers.value;
  const may_ask = props.staff === own || roles.some((role) => role === "hr" || role === "head" || role === "inspector");
  return may_ask ? <Asked {...props} /> : null;
}

function Asked({ staff, from, to, findings_only }: Props) {
  const said = person_inspection_words[language.value];
  const { value } = useResource<{ inspections: PersonInspection[] }>(person_inspections_path(staff, from, to)).value;
  const told = value?.inspections.filter(({ findings }) => !findings_only || findings.length > 0) ?? [];
  if (told.length === 0) return null;
  return (
    <section class="asked-for">
      <h2>{findings_only ? said.findings_title : said.title}</h2>
      <ul class="plain-list">
        {told.map((one) => (
          <li key={one.file}>
            <Inspection one={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Inspection({ one }: { one: PersonInspection }) {
  const said = person_inspection_words[language.value];
  const { inspects, decides } = powers.value;
  const when = said.when(format_clock(one.started_at), format_date(one.started_at.slice(0, 10), language.value));
  const name = said.inspection(one.number);
  const is_open = one.findings.length > 0 || inspects || decides; // to others it is closed
  return (
    <>
      {is_open ? <a href={href({ page: "inspection", file: one.file })}>{name}</a> : name} · {[when, one.unit_name, one.place].filter(Boolean).join(" · ")}
      <br />
      <strong>{capital(seen_text(one))}</strong>
      {one.findings.map((finding) => (
        <span class="about" key={finding.finding}>
          {finding_text(finding)}
        </span>
      ))}
    </>
  );
}

function seen_text({ observed, disputed, paper, tapped_not_there }: PersonInspection): string {
  const said = person_inspection_words[language.value];
  if (observed === null) return disputed ? said.disputed : said.not_observed;
  return [said.observed[observed], paper, tapped_not_there && said.tapped_not_there].filter(Boolean).join("; ");
}

/** "Không đeo thẻ: quá hạn, hạn 09/3/2026; xử lý theo thẩm quyền: phê bình, QĐ 7". */
function finding_text({ text, state, due, outcome, measure, paper, carried }: PersonInspection["findings"][number]): string {
  const said = person_inspection_words[language.value];
  const waits = state === "open" || state === "overdue";
  const so_far = [said.states[state], waits && due && said.due(format_date(due, language.value))].filter(Boolean).join(", ");
  const handled = outcome && `${said.outcomes[outcome]}: ${[measure, paper].filter(Boolean).join(", ")}`;
  return [`${text}: ${so_far}`, handled, carried.length > 0 && said.carried(carried.join(", "))].filter(Boolean).join("; ");
}
