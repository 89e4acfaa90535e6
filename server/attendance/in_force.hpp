#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "server/attendance/coverage.hpp"
#include "server/attendance/day_plan.hpp"
#include "server/attendance/rule_book.hpp"

namespace badge::attendance {

/// Where an entrance stands in a Coverage, by name; a person's taps may be missing while it is silent.
struct WatchedEntrance {
  std::string name;
  std::optional<EntranceNo> no;  // nothing: it has never listened
};

/// What holds for a unit on one day, inherited from its nearest ancestor where it has nothing of its own.
struct UnitDay {
  const RuleBook::Assigned* assigned = nullptr;             // null: nobody said what hours hold
  const std::vector<WatchedEntrance>* entrances = nullptr;  // null: no entrance serves it
  UnitNo entrances_of = 0;                                  // the unit that these entrances were named for
  bool complete = false;                                    // stated: every tap is known
};

/// Everything that a span of days and all units share, worked out once: a month of a province asks for it
/// millions of times. Keep the book and the coverage as long as this. Immutable.
class InForce {
 public:
  InForce(const RuleBook& book, const Coverage& coverage, const DateSpan& days);

  [[nodiscard]] const RuleBook& book() const { return book_; }
  [[nodiscard]] const Coverage& coverage() const { return coverage_; }
  [[nodiscard]] const DateSpan& days() const { return days_; }

  // Dates below must lie within days().
  [[nodiscard]] const UnitDay& unit_day(UnitNo unit, Date date) const {
    return unit_days_[unit * day_count_ + day_no(date)];
  }
  /// A person's own assignment, else the unit's. Null: none.
  [[nodiscard]] const RuleBook::Assigned* assigned(PersonNo person, UnitNo unit, Date date) const {
    const auto* own = book_.person_assignment(person, date);
    return own != nullptr ? own : unit_day(unit, date).assigned;
  }
  [[nodiscard]] const DayPlan& plan(const RuleBook::Assigned* assigned, Date date) const {
    const auto schedules = book_.schedules().size();
    return plans_[day_no(date) * (schedules + 1) + (assigned == nullptr ? schedules : assigned->schedule_no)];
  }
  /// `stay`: the person's on that day, or null. Null: not in service on that day, or outside days().
  [[nodiscard]] const DayPlan* plan_of(PersonNo person, const RuleBook::Stay* stay, Date date) const {
    if (stay == nullptr || !days_.contains(date)) return nullptr;
    return &plan(assigned(person, stay->unit, date), date);
  }

 private:
  [[nodiscard]] std::size_t day_no(Date date) const {
    return static_cast<std::size_t>((date - days_.from).count());
  }
  [[nodiscard]] UnitDay& unit_day_of(UnitNo unit, Date date) {
    return unit_days_[unit * day_count_ + day_no(date)];
  }
  void inherit(Date date);

  const RuleBook& book_;
  const Coverage& coverage_;
  DateSpan days_;
  std::size_t day_count_;
  std::vector<UnitDay> unit_days_;  // by unit, then day: a person is judged day by day
  std::vector<DayPlan> plans_;      // by day, then schedule; the last of each day is for no schedule
  std::vector<std::unique_ptr<const std::vector<WatchedEntrance>>> entrance_sets_;
};

}  // namespace badge::attendance
