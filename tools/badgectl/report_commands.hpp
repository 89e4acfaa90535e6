#pragma once
#include <string>

#include "tools/badgectl/session.hpp"

namespace badge::tools {

struct UnitReportCommand {
  std::string month, unit;       // "2026-07"; unit empty: all
  std::string format = "table";  // table, csv, json
  std::string count = "subtree";  // or "own": a unit without those below it
};

void report_units(const Session& session, const UnitReportCommand& command);
void report_person(const Session& session, const std::string& staff, const std::string& month,
                   const std::string& format);
void explain_day(const Session& session, const std::string& staff, const std::string& date,
                 const std::string& format);

}  // namespace badge::tools
