#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/month_reports.hpp"
#include "server/app/scope.hpp"
#include "server/app/unit_guests.hpp"
#include "server/app/unit_history.hpp"

namespace badge::app {

enum class Count : std::uint8_t { own, subtree };  // which people a unit's figures are about

/// Whether the unit's month was closed: its own figures are then those of the frozen sheet.
enum class UnitState : std::uint8_t { open, preliminary, closed };
[[nodiscard]] std::string_view to_string(UnitState state);

/// How a unit's people kept their hours in a month. Names and places are those of the month's last day, or of
/// the unit's own last day in the month; where the month is closed, name and head are those of its sheet.
struct UnitRow {
  UnitName unit;
  std::string parent_code;  // empty: a root
  std::uint32_t level = 0;  // 0: a root
  std::uint32_t own_staff = 0, subtree_staff = 0;
  attendance::Tally own, subtree;
  UnitState state = UnitState::open;
  std::string head;                    // full name of who answered for it on that day; empty: nobody is named
  std::vector<UnitTurn> history = {};  // what became of it in the month
  std::vector<GuestRow> guests = {};   // in none of the figures
};

struct UnitReport {
  std::chrono::year_month month;
  std::uint64_t version = 0;
  std::optional<UnitName> top;  // of several units in a scope the first; nothing: all units
  std::vector<UnitRow> rows;    // parents before children, siblings by code
};

/// `unit`: the top of what is asked for; empty: as much as `scope` allows. Nothing: there is no such unit in
/// that month, or not within the scope.
[[nodiscard]] std::optional<UnitReport> unit_report(const JudgedMonth& judged, std::string_view unit,
                                                    const Scope& scope);

/// As CSV, one row a unit, for spreadsheets; the rate with four decimals, empty where nothing was decided.
[[nodiscard]] std::string to_csv(const UnitReport& report, Count count);

struct PersonRow {
  std::string staff_code, full_name, position;
  UnitName unit;
  attendance::Tally tally;
};

struct PeopleReport {
  std::chrono::year_month month;
  UnitName unit;
  std::vector<UnitTurn> history;  // of this unit alone
  std::vector<GuestRow> guests;   // likewise
  std::vector<PersonRow> rows;    // by unit, then in the order of papers
};

/// The people of one unit, or of its whole subtree.
[[nodiscard]] std::optional<PeopleReport> people_report(const JudgedMonth& judged, std::string_view unit,
                                                        bool whole_subtree, const Scope& scope);

/// The full name of who answers for the unit on that day; empty: nobody is named.
[[nodiscard]] std::string head_name(const attendance::RuleBook& book, attendance::UnitNo unit,
                                    attendance::Date date);

}  // namespace badge::app
