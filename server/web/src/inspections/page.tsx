import type { InspectionTab } from "../route";
import { DutiesPage } from "./duties_page";
import { FeedbackPage } from "./feedback_page";
import { FilePage } from "./file_page";
import { FindingsPage } from "./findings_page";
import { IndicatorsPage } from "./indicators_page";
import { ListPage } from "./list_page";
import { PlansPage } from "./plans_page";
import { ResultsPage } from "./results_page";

export type InspectionsProps = { tab: InspectionTab } | { file: string };

/** The pages about inspections, but for the one that is carried from desk to desk. */
export function InspectionsPage(asked: InspectionsProps) {
  if ("file" in asked) return <FilePage file={asked.file} key={asked.file} />;
  switch (asked.tab) {
    case "list":
      return <ListPage />;
    case "findings":
      return <FindingsPage />;
    case "plans":
      return <PlansPage />;
    case "feedback":
      return <FeedbackPage />;
    case "indicators":
      return <IndicatorsPage />;
    case "duties":
      return <DutiesPage />;
    case "results":
      return <ResultsPage />;
  }
}
