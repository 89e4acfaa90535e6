#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "server/app/evidence.hpp"
#include "server/app/scope.hpp"
#include "server/app/unit_report.hpp"
#include "server/attendance/sheet.hpp"

namespace badge::app {

/// A unit's sheet of the pay period that it calls `month`, as papers of that period print it. Of a closed
/// period the verdicts are those of its frozen sheet, and the facts those that it was judged from.
struct PeriodSheet {
  std::chrono::year_month month{};
  attendance::DateSpan days;
  UnitName unit;              // as the period knew it
  attendance::UnitNo no = 0;  // of the facts as they are now
  attendance::Date last_day;  // on which the unit was there
  attendance::Sheet sheet;
  std::shared_ptr<const attendance::RuleBook> book;  // that it was judged from
  std::shared_ptr<const attendance::RuleBook> now;   // as it is now: where the unit stands
  UnitState state = UnitState::open;
  std::string closed_by;  // empty: open
  std::optional<attendance::LocalTime> closed_at;
  std::uint64_t version = 0;  // the last position of the facts that it was judged from
  attendance::LocalTime made_at;
};

/// Nothing: there is no such unit then, or not within the scope. Any thread; blocks. Throws SqliteError.
[[nodiscard]] std::optional<PeriodSheet> period_sheet(const Evidence& evidence,
                                                      const store::Snapshot& snapshot, std::string_view unit,
                                                      std::chrono::year_month month, const Scope& scope);

/// One day of one of its people in this unit, with what the sheet says of it. `facts` null: the sheet is all
/// that is kept of them.
struct DayOfSheet {
  const attendance::SheetPerson& person;
  attendance::Date date;
  const attendance::DayFacts* facts;  // without taps and badges
  std::span<const attendance::SheetLine> lines;
};
/// Person by person in the order of the sheet, each day by day.
void for_each_day(const PeriodSheet& sheet, const std::function<void(const DayOfSheet&)>& visit);

/// "bang-cham-cong-SNV-2026-07": of a file with this paper of the period, without its ending; in ASCII.
[[nodiscard]] std::string file_name(std::string_view paper, const PeriodSheet& sheet);

/// The name of the unit directly above; its own where nothing stands above it.
[[nodiscard]] std::string name_above(const PeriodSheet& sheet);

}  // namespace badge::app
