#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/evidence.hpp"
#include "server/app/language.hpp"
#include "server/app/unit_report.hpp"
#include "server/attendance/verdict.hpp"

namespace badge::app {

struct DutyTurnRow {
  std::string staff_code, full_name, position;  // full_name empty: not in service on that day
  std::optional<attendance::SessionState> state;
  std::string paper;
  std::string text;  // how it was kept, in words
};

/// A duty slot on one day.
struct DutySlotRow {
  attendance::Date date;
  std::string weekday;
  UnitName unit;
  std::string schedule;
  int people_min = 0, named = 0, came = 0, stayed_away = 0;
  bool too_few_named = false, did_not_come = false;
  std::vector<DutyTurnRow> turns;
  std::string text;  // what is wrong, in words; empty: nothing, as far as is known
};

/// A turn that somebody was named for, whether a slot asked for it or not.
struct DutyOn {
  attendance::Date date;
  std::string weekday;
  UnitName unit;
  std::string schedule;
  DutyTurnRow turn;
};

struct DutyReport {
  UnitName unit;
  std::chrono::year_month month;
  std::vector<DutySlotRow> rows;  // by date, then by unit
  std::vector<DutyOn> turns;      // by date, then as they were stated
};

/// The duty slots of a unit and all below it in a month: who was named, and who came. Nothing: no such unit,
/// or not within `scope`.
[[nodiscard]] std::optional<DutyReport> duty_report(const Evidence& evidence, std::string_view unit,
                                                    std::chrono::year_month month, const Scope& scope,
                                                    Language language);

/// One row a slot and day, for spreadsheets.
[[nodiscard]] std::string to_csv(const DutyReport& report);

}  // namespace badge::app
