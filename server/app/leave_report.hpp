#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/evidence.hpp"
#include "server/app/language.hpp"
#include "server/app/person_report.hpp"
#include "server/attendance/credit_confirmation.hpp"

namespace badge::app {

/// A year of somebody's leave in figures. Annual leave in days, compensatory leave in minutes.
struct LeaveFigures {
  bool has_entitlement = false;  // nobody stated what the year gives; only `used` is known
  double entitled = 0, seniority = 0, carried = 0, carried_expired = 0, used = 0, remaining = 0, over = 0;
  int months = 0;
  std::int64_t earned_min = 0, taken_min = 0, expired_min = 0, left_min = 0, expires_soon_min = 0,
               over_taken_min = 0;
};

/// A day of annual leave.
struct LeaveUseRow {
  attendance::Date date;
  double days = 0, from_carried = 0, over = 0;
};

/// Approved work beyond the hours, and what became of it.
struct CreditRow {
  std::string_view kind;  // as imports write it: "overtime"
  attendance::Date date;
  std::string from, to;  // "17:00"
  std::int64_t earns_min = 0, taken_min = 0, expired_min = 0, left_min = 0;
  attendance::Date expires;
  std::string paper, approved_by;
  attendance::Confirmation confirmation = attendance::Confirmation::unseen;
  std::string text;  // the confirmation in words
};

/// One person's leave of a year.
struct LeaveReport {
  PersonName person;
  int year = 0;
  LeaveFigures figures;
  std::vector<LeaveUseRow> uses;   // in order of date
  std::vector<CreditRow> credits;  // those of the year, and older ones that could be taken in it
  std::string text;                // the figures in a sentence or a few
};

/// Nothing: no such person, not in service that year, or last in a unit beyond `scope`.
[[nodiscard]] std::optional<LeaveReport> leave_report(const Evidence& evidence, std::string_view staff,
                                                      int year, const Scope& scope, Language language);

/// The people of a unit and of all below it, each once: who left for another unit is listed there.
struct LeaveTable {
  struct Row {
    PersonName person;
    LeaveFigures figures;
  };
  UnitName unit;
  int year = 0;
  std::vector<Row> rows;  // in the order of papers
};
[[nodiscard]] std::optional<LeaveTable> leave_table(const Evidence& evidence, std::string_view unit, int year,
                                                    const Scope& scope);

/// One row a person, for spreadsheets.
[[nodiscard]] std::string to_csv(const LeaveTable& table);

}  // namespace badge::app
