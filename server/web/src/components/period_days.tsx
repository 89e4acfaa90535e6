import { language } from "../i18n/language";
import { paper_words } from "../i18n/paper_words";
import { DayField } from "./day_field";

interface Props {
  from: string;
  to: string;
  choose: (from: string, to: string) => void;
}

/** The two days of a period of one's own, as far as they are chosen. */
export function PeriodDays({ from, to, choose }: Props) {
  const said = paper_words[language.value];
  return (
    <>
      <DayField label={said.from} value={from} choose={(date) => choose(date, to)} />
      <DayField label={said.to} value={to} choose={(date) => choose(from, date)} />
    </>
  );
}
