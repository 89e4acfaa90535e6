import { Heading } from "../components/heading";
import { Reconcile } from "../components/reconcile";
import { RosterGaps } from "../components/roster_gaps";
import { language } from "../i18n/language";
import { roster_words } from "../i18n/roster_words";

/** Is the list of people whole, and does the personnel system say the same? */
export function RosterPage() {
  const said = roster_words[language.value];
  return (
    <>
      <Heading title={said.title} about={said.about} />
      <RosterGaps />
      <Reconcile />
    </>
  );
}
