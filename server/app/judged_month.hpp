#pragma once
#include <cstdint>
#include <memory>

#include "server/app/evidence.hpp"
#include "server/app/frozen_units.hpp"
#include "server/attendance/month.hpp"

namespace badge::app {

/// A month or a part of it, judged; where units were closed, as their frozen sheets say. Immutable.
struct JudgedMonth {
  attendance::DateSpan days;
  std::uint64_t version = 0;  // of the data that it was judged from: the last position that touches the month
  std::shared_ptr<const attendance::RuleBook> book;
  attendance::MonthReport report;
  std::vector<ClosedUnit> closed;
  /// Null: its month is open.
  [[nodiscard]] const ClosedUnit* closed_unit(attendance::UnitNo unit) const;
};

/// Judges days of one month from the store, on as many threads as there are processors, at most `judges_max`.
/// Nothing is kept; the taps of the month are never in memory all at once, but for those of people who
/// changed cards or are known by card and by staff code. Throws SqliteError.
[[nodiscard]] JudgedMonth judge_month(const Evidence& evidence, const store::Snapshot& snapshot,
                                      const attendance::DateSpan& days, attendance::LocalTime now);
[[nodiscard]] std::chrono::year_month month_of(const attendance::DateSpan& days);  // the one that they lie in
/// The verdicts of everybody's days by a book, which may be one of facts that are only planned; its people
/// and units are those of the store. Units whose month is closed are left out.
[[nodiscard]] attendance::PersonDayVerdicts judge_person_days(
    const Evidence& evidence, const store::Snapshot& snapshot,
    const std::shared_ptr<const attendance::RuleBook>& book, std::chrono::year_month month,
    attendance::LocalTime now);
inline constexpr std::size_t judges_max = 4;  // more of them would wait for the one thread that reads

}  // namespace badge::app
