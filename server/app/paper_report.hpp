#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/evidence.hpp"
#include "server/app/language.hpp"
#include "server/app/person_report.hpp"
#include "server/attendance/paper_check.hpp"

namespace badge::app {

/// One fault of one paper.
struct PaperFaultRow {
  PersonName person;
  attendance::PaperFault fault = attendance::PaperFault::no_number;
  std::string kind;  // the paper's, as imports write it: "annual_leave"
  attendance::DateSpan days;
  std::string paper;                                 // its number; empty: none
  std::optional<attendance::LocalTime> reported_at;  // office time
  std::int64_t late_by_min = 0;                      // of reported_late
  std::vector<attendance::LocalTime> taps;           // of taps_inside
  double over_days = 0;                              // of leave_overdrawn
  std::int64_t over_min = 0;                         // of compensatory_overdrawn
  std::string paper_text;                            // the paper in words
  std::string text;                                  // the fault in words
};

struct PaperReport {
  UnitName unit;
  std::chrono::year_month month;
  std::vector<PaperFaultRow> rows;  // by person in the order of papers, then by the paper's first day
};

/// What an HR officer has to look at in the papers of a unit and all below it in a month. Papers of days on
/// which a person was in another unit are left out. Leave is held against a balance only where one was
/// stated, compensatory leave only in an office that keeps credits. Nothing: no such unit, or not within
/// `scope`.
[[nodiscard]] std::optional<PaperReport> paper_report(const Evidence& evidence, std::string_view unit,
                                                      std::chrono::year_month month, const Scope& scope,
                                                      Language language);

/// One row a fault, for spreadsheets.
[[nodiscard]] std::string to_csv(const PaperReport& report);

}  // namespace badge::app
