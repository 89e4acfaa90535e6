import { format_month } from "../format";
import { language, words } from "../i18n/language";
import { go_to } from "../navigation";

interface Props {
  month: string;
  months: string[]; // those that hold data
  to: (month: string) => string; // the address of the same page in another month
}

/** A month's name between two arrows; the list holds the months that have data. */
export function MonthChooser({ month, months, to }: Props) {
  const said = words.value;
  const listed = [...new Set([...months, month])].sort();
  const place = listed.indexOf(month);
  return (
    <div class="month-chooser">
      <Arrow to={to} month={listed[place - 1]} text="‹" label={said.previous_month} />
      <label>
        <span class="unseen">{said.month}</span>
        <select value={month} onChange={(event) => go_to(to(event.currentTarget.value))}>
          {[...listed].reverse().map((each) => (
            <option key={each} value={each}>
              {format_month(each, language.value)}
            </option>
          ))}
        </select>
      </label>
      <Arrow to={to} month={listed[place + 1]} text="›" label={said.next_month} />
    </div>
  );
}

function Arrow(props: { month: string | undefined; to: Props["to"]; text: string; label: string }) {
  const { month, to, text, label } = props;
  if (month === undefined) return <span class="arrow arrow-off" aria-hidden="true">{text}</span>;
  return (
    <a class="arrow" href={to(month)} aria-label={`${label}: ${format_month(month, language.value)}`}>
      {text}
    </a>
  );
}
