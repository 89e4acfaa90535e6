#pragma once
/// Inspections as JSON (openapi.yaml).
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <map>
#include <string>

#include "server/app/inspections/desk.hpp"
#include "server/app/inspections/indicators.hpp"
#include "server/app/inspections/late_papers.hpp"
#include "server/app/inspections/results.hpp"

namespace badge::http {

/// One line of a list: what it is and how far it is.
[[nodiscard]] boost::json::object summary_json(const app::KnownInspection& known, std::string_view unit_name);

/// All of it that the asker sees. `today`: which findings are overdue.
[[nodiscard]] boost::json::object to_json(
    const app::OpenedInspection& opened, std::string_view unit_name,
    const std::map<std::string, app::LatePaper, std::less<>>& late_papers, attendance::Date today);

[[nodiscard]] boost::json::object to_json(const inspection::Finding& finding, attendance::Date today);

[[nodiscard]] boost::json::object to_json(const inspection::Responsible& head);

/// Counts by what was seen, and the share: null where nobody was observed.
[[nodiscard]] boost::json::object to_json(const inspection::Wearing& wearing);

[[nodiscard]] boost::json::object to_json(const inspection::Plan& plan,
                                          const inspection::PlanProgress& progress);
[[nodiscard]] boost::json::object to_json(const inspection::Feedback& feedback, attendance::Date today);

/// The version of each checklist that is asked now, with its lines in both languages.
[[nodiscard]] boost::json::array checklists_json();

/// One inspection of a person's inspection part.
[[nodiscard]] boost::json::object to_json(const app::InspectionOfPerson& one);

[[nodiscard]] boost::json::object to_json(const app::InspectionResults& results);
/// Values that nobody stated are null; of a rate they are tenths of a percent.
[[nodiscard]] boost::json::object to_json(const app::IndicatorTable& table);
[[nodiscard]] boost::json::object to_json(const app::FindingInFile& found, attendance::Date today);

}  // namespace badge::http
