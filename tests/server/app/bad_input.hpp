#pragma once
/// Files that must be refused, each for one reason, and files beside them that must not.
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/imports/plan.hpp"

namespace badge::app::test {

/// Cells of one row by column; those that are not named are as in the good row of their kind.
using Cells = std::map<std::string, std::string>;

struct BadInput {
  std::string what;  // is wrong, in words
  ImportKind kind = ImportKind::units;
  std::string text;
  std::size_t line = 0;
  std::string column;
  std::string message;  // a piece of it, in English
  bool withdraw = false;
};

struct GoodInput {
  std::string what;
  ImportKind kind = ImportKind::units;
  std::string text;
  bool withdraw = false;
};

/// What all of them are checked against: four units, of which one took the place of another; people who came,
/// left and moved; a card of one's own and a lent one; office hours, night duty and a Saturday.
[[nodiscard]] store::RosterFacts office_of_rules();

/// What rulings on clocks are checked against: stream "a1" with rows up to 50, last heard on 9 March 2026.
/// Taps in doubt are rows 12, 15, 18 and 35 of the day before, and row 45 of 2 January 2000.
[[nodiscard]] std::vector<store::UnsureStream> streams_of_rules();

/// What is in force of other systems: four late dossiers of SNV in the second quarter of 2026.
[[nodiscard]] std::vector<inspection::IndicatorValue> indicators_of_rules();

/// What timesheets of SNV look like since 2026: P is annual leave; by day.
[[nodiscard]] std::vector<attendance::TimesheetSymbol> symbols_of_rules();
[[nodiscard]] std::vector<attendance::TimesheetForm> timesheet_forms_of_rules();

/// The days before Tết 2026.
[[nodiscard]] std::vector<attendance::NamedPeriod> named_periods_of_rules();
/// Since 2026 lists of SNV name who was late three times; NV1's trip of 15 June 2026 has its report.
[[nodiscard]] std::vector<attendance::ListRule> list_rules_of_rules();
[[nodiscard]] std::vector<attendance::TripReport> trip_reports_of_rules();

/// A file of the kind: its header, and a row for each of `rows`, which changes the good row of the kind.
[[nodiscard]] std::string file_of(ImportKind kind, const std::vector<Cells>& rows);

/// A file of schedules that is good, with `from` replaced by `to`.
[[nodiscard]] std::string schedules_with(std::string_view from, std::string_view to);

/// One row of a table: what is wrong, the rows, and where it must be found.
struct BadRows {
  std::string what;
  std::vector<Cells> rows;
  std::size_t line;
  std::string column, message;
};
[[nodiscard]] std::vector<BadInput> refused(ImportKind kind, const std::vector<BadRows>& table);

[[nodiscard]] std::vector<BadInput> bad_files();
[[nodiscard]] std::vector<BadInput> bad_units_and_people();
[[nodiscard]] std::vector<BadInput> bad_cards();
[[nodiscard]] std::vector<BadInput> bad_fates_of_units();
[[nodiscard]] std::vector<BadInput> bad_hours();
[[nodiscard]] std::vector<BadInput> bad_absences();
[[nodiscard]] std::vector<BadInput> bad_duties_and_regimes();
[[nodiscard]] std::vector<BadInput> bad_corrections_and_ledgers();
[[nodiscard]] std::vector<BadInput> bad_indicators();
[[nodiscard]] std::vector<BadInput> bad_symbols();
[[nodiscard]] std::vector<BadInput> bad_lists();
[[nodiscard]] std::vector<BadInput> bad_withdrawals();
[[nodiscard]] std::vector<GoodInput> good_inputs();

}  // namespace badge::app::test
