#pragma once
#include <string>

#include "tools/badgectl/session.hpp"

namespace badge::tools {

struct UnitReportCommand {
  std::string month, unit;        // "2026-07"; unit empty: all
  std::string format = "table";   // table, csv, json
  std::string count = "subtree";  // or "own": a unit without those below it
};

/// Leave of a year, of one person or of a unit's people: exactly one of `staff` and `unit` is given.
struct LeaveReportCommand {
  std::string year, staff, unit;
  std::string format = "table";  // table, json; csv of a unit
};

/// What a report on a unit's month is about.
struct UnitMonthCommand {
  std::string month, unit;
  std::string format = "table";  // table, csv, json
};

void report_leave(const Session& session, const LeaveReportCommand& command);
/// What an HR officer has to look at in papers.
void report_papers(const Session& session, const UnitMonthCommand& command);
/// Duty slots, who was named and who came.
void report_duties(const Session& session, const UnitMonthCommand& command);
void report_clocks(const Session& session, const std::string& format);

void report_units(const Session& session, const UnitReportCommand& command);
void report_person(const Session& session, const std::string& staff, const std::string& month,
                   const std::string& format);
void explain_day(const Session& session, const std::string& staff, const std::string& date,
                 const std::string& format);

}  // namespace badge::tools
