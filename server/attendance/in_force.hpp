#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
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
  const std::vector<const Correction*>* outages = nullptr;  // null: none
  std::uint32_t plans = 0;                                  // see InForce::plan_runs_
  bool excepts_staff = false;                               // the calendar does not concern some by name
  bool complete = false;                                    // stated: every tap is known
  friend bool operator==(const UnitDay&, const UnitDay&) = default;
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
    return kinds_of_days_[unit_days_[unit * day_count_ + day_no(date)]];
  }
  /// A person's own assignment, else that of the unit in which the work is done. Null: none.
  [[nodiscard]] const RuleBook::Assigned* assigned(PersonNo person, const RuleBook::Stay& stay,
                                                   Date date) const {
    const auto* own = book_.person_assignment(person, date);
    return own != nullptr ? own : unit_day(stay.works_at, date).assigned;
  }
  /// What the hours and the calendar ask of the person; duties come on top (day_plan.hpp). `stay`: the
  /// person's on that day, or null. Null: not in service on that day, or outside days().
  [[nodiscard]] const DayPlan* plan_of(PersonNo person, const RuleBook::Stay* stay, Date date) const {
    if (stay == nullptr || !days_.contains(date)) return nullptr;
    const auto& day = unit_day(stay->works_at, date);
    const auto* own = book_.person_assignment(person, date);
    const auto* by = own != nullptr ? own : day.assigned;
    const auto place = by == nullptr ? book_.schedules().size() : by->schedule_no;
    return &plans_[(day.excepts_staff ? plans_of(person, day) : day.plans) + place];
  }

  /// Further entrances that a posting names. Null: none.
  [[nodiscard]] const std::vector<WatchedEntrance>* further_entrances(const RuleBook::Stay& stay) const;

 private:
  [[nodiscard]] std::size_t day_no(Date date) const {
    return static_cast<std::size_t>((date - days_.from).count());
  }
  [[nodiscard]] std::uint32_t& unit_day_of(UnitNo unit, Date date) {
    return unit_days_[unit * day_count_ + day_no(date)];
  }
  void inherit(Date date);
  void find_plans(Date date, const CalendarRows& calendar, UnitDay& day);
  void add_own(UnitNo unit, Date date, UnitDay& day);
  [[nodiscard]] std::uint32_t place_of(const UnitDay& day, std::size_t first_of_date);
  [[nodiscard]] CalendarRows own_calendar(UnitNo unit, std::span<const CalendarDay> rows,
                                          CalendarRows above) const;
  [[nodiscard]] std::uint32_t plans_of(PersonNo person, const UnitDay& day) const;
  [[nodiscard]] std::uint32_t plans_for(const CalendarRows& calendar, Date date);
  [[nodiscard]] std::vector<WatchedEntrance> watched(const std::vector<std::string>& names) const;

  const RuleBook& book_;
  const Coverage& coverage_;
  DateSpan days_;
  std::size_t day_count_;
  /// Judging a province walks through 40,000 unit days a month, and there are few kinds of them.
  std::vector<UnitDay> kinds_of_days_;
  std::vector<std::uint32_t> unit_days_;  // places in those, by unit, then day: a person is judged day by day
  /// For each day and each pair of calendar rows that holds for some unit there is a run of plans: one for
  /// each schedule, and one for no schedule. UnitDay::plans is where it begins.
  std::vector<DayPlan> plans_;
  struct PlanRun {
    Date date;
    CalendarRows calendar;
    std::uint32_t first;
    std::uint32_t first_if_excepted;  // for those whom the nearest row does not concern by name
  };
  std::vector<PlanRun> plan_runs_;                                                  // ascending by `first`
  std::map<std::vector<std::string>, std::vector<WatchedEntrance>> entrance_sets_;  // by their names
  std::vector<std::unique_ptr<const std::vector<const Correction*>>> outage_sets_;
  std::unordered_map<const RuleBook::Stay*, std::vector<WatchedEntrance>> further_entrances_;
};

}  // namespace badge::attendance
