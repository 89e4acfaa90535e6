import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { results_path, type InspectionResults } from "../api/inspection_files";
import { Heading } from "../components/heading";
import { DayField } from "../components/day_field";
import { UnitChoice } from "../components/unit_choice";
import { today } from "../format";
import { inspection_words } from "../i18n/inspection_words";
import { language } from "../i18n/language";
import type { InspectionTab } from "../route";
import { Followed } from "./followed";
import { InspectionTabs } from "./tabs";

interface Props {
  tab: InspectionTab;
  children: (results: InspectionResults, choose_unit: (code: string) => void) => ComponentChildren;
}

/** A page about what the inspections of some days say of a unit and those below it. */
export function ResultsOf({ tab, children }: Props) {
  const said = inspection_words[language.value];
  const unit = useSignal("");
  const from = useSignal(`${today().slice(0, 4)}-01-01`);
  const to = useSignal(today());
  const days_hold = from.value !== "" && from.value <= to.value;
  const choose_unit = (code: string) => (unit.value = code);
  return (
    <>
      <Heading title={said.tab[tab]} />
      <InspectionTabs here={tab} />
      <div class="search">
        <UnitChoice label={said.unit} none={said.all_units} value={unit.value} choose={choose_unit} />
        <DayField label={said.from} value={from.value} choose={(date) => (from.value = date)} />
        <DayField label={said.to_day} value={to.value} choose={(date) => (to.value = date)} />
      </div>
      {days_hold && (
        <Followed<InspectionResults> path={results_path(unit.value, from.value, to.value)} key={`${unit.value} ${from.value} ${to.value}`}>
          {(results) => children(results, choose_unit)}
        </Followed>
      )}
    </>
  );
}
