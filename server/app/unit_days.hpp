#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/evidence.hpp"
#include "server/app/unit_report.hpp"

namespace badge::app {

inline constexpr std::size_t unit_days_people_max = 2'500;  // the largest hospital; half a second of judging

/// One person's month in few letters: of each day of the month one letter a session, in their order.
///   p on time   l late or left early   m a tap is missing   b both of these
///   a absent    e excused   x exempt   u not enough data   n not begun
struct PersonDaysRow {
  std::string staff_code, full_name;
  UnitName unit;
  std::vector<std::string> days;  // "pl"; empty: no session, or the person was not in that unit
};

struct UnitDays {
  std::chrono::year_month month;
  UnitName unit;
  std::size_t people = 0;           // all of them
  std::vector<PersonDaysRow> rows;  // in the order of people_report, at most unit_days_people_max
};

/// The people of one unit, or of its whole subtree, day by day; of closed units as their sheets say.
[[nodiscard]] std::optional<UnitDays> unit_days(const Evidence& evidence, const JudgedMonth& judged,
                                                std::string_view unit, bool whole_subtree,
                                                const Scope& scope);

}  // namespace badge::app
