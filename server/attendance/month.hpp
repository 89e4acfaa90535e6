#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "server/attendance/day_mark.hpp"
#include "server/attendance/in_force.hpp"
#include "server/attendance/judge.hpp"
#include "server/attendance/tally.hpp"

namespace badge::attendance {

class FrozenUnits;

/// All days of a month.
[[nodiscard]] DateSpan days_of(std::chrono::year_month month);
/// The days that judging `days` looks at: a night reaches into the day before and after.
[[nodiscard]] DateSpan with_neighbours(const DateSpan& days);

/// One person's days, with what they were judged from. `facts.taps` lie in the person's taps that were given.
struct JudgedDay {
  DayFacts facts;
  const RuleBook::Stay* stay = nullptr;
  DayVerdict verdict;
};

/// Judges a person's days, one after the other.
class PersonDays {
 public:
  /// `taps`: all of the person's from the day before `days` to two days after, in any order; they are put in
  /// order and their repeats are marked. `in_force` holds with_neighbours(days).
  PersonDays(const InForce& in_force, PersonNo person, const DateSpan& days, std::span<Tap> taps,
             LocalTime now);

  /// The next day on which the person was in service; overwritten by the one after. Null: no more.
  [[nodiscard]] const JudgedDay* next() { return go_on() ? &judge() : nullptr; }

  /// The same in two steps, for those who need not know all of a day. False: no more.
  [[nodiscard]] bool go_on();
  [[nodiscard]] const JudgedDay& judge();
  [[nodiscard]] const DayFacts& facts() const { return day_.facts; }
  [[nodiscard]] const RuleBook::Stay& stay() const { return *day_.stay; }

 private:
  [[nodiscard]] const DayPlan* plan_on(const RuleBook::Stay* stay, Date date, const DayPlan* before);
  [[nodiscard]] const DayPlan* with_own_duties(const DayPlan* plan, Date date, const DayPlan* before);
  void mark_until(Date end, const DayPlan* plan);
  [[nodiscard]] std::span<const Tap> widened(std::size_t first, std::size_t end) const;

  const InForce& in_force_;
  PersonNo person_;
  DateSpan days_;
  std::span<Tap> taps_;
  std::size_t first_tap_ = 0;  // of date_
  std::size_t unmarked_ = 0;   // the first of the day after date_; from here on repeats are not marked
  RepeatMarker marker_;
  std::span<const Duty> duties_;
  std::array<DayPlan, 3> plans_with_duties_;  // of the days before, at and after the one that is judged
  std::size_t next_plan_ = 0;                 // the place of those that is free
  Date date_;
  const RuleBook::Stay* stay_after_ = nullptr;  // of date_, the day after the one that was judged
  JudgedDay day_;
};

/// One person in one unit, during the month. Who moved has a row for each unit.
struct PersonMonth {
  PersonNo person = 0;
  UnitNo unit = 0;
  Tally tally;
};

/// One person of one unit on the days of the month on which they worked at another; counted in no unit's
/// figures because of that.
struct GuestMonth {
  PersonNo person = 0;
  UnitNo home = 0, host = 0;
  DateSpan days;  // the first and the last of them
  Tally tally;
};

struct UnitMonth {
  Tally own, subtree;
  std::uint32_t own_staff = 0, subtree_staff = 0;  // people with a posting there on any day; each counts once

  UnitMonth& operator+=(const UnitMonth& other);  // of other people
};

struct MonthReport {
  DateSpan days;                    // of one month
  std::vector<PersonMonth> people;  // by person
  std::vector<UnitMonth> units;     // by UnitNo
  std::vector<GuestMonth> guests;   // by person
  std::vector<DayMark> marks;       // of each unit's own people by the facts: by day, then UnitNo
  PersonDayVerdicts person_days;  // by the facts, of units that are not frozen; empty unless it is asked for

  /// Of the unit's own people on those days of `span` that the report is about.
  [[nodiscard]] DayMark mark_of(UnitNo unit, const DateSpan& span) const;
};

/// Judges a month or a part of it, person by person. A subtree is that of each day: who belonged to a unit in
/// the first half of the month only counts in it for that half.
class MonthJudge {
 public:
  /// `in_force` holds with_neighbours(span). Of units in `frozen` (null: none) the report says what their
  /// sheets say of these days; it stands as long as this.
  MonthJudge(const InForce& in_force, const DateSpan& span, LocalTime now,
             const FrozenUnits* frozen = nullptr);

  /// The report has person_days too. Before the first person.
  void keep_person_days() { report_.person_days.resize(added_.size()); }

  /// Each person at most once; `taps` as for PersonDays.
  void add(PersonNo person, std::span<Tap> taps);

  /// Takes over the people whom the other has judged, of the same days and as of the same time; nobody is
  /// with both.
  void join(MonthJudge&& other);

  /// Judges the people who were not added as having no taps, and adds up the units.
  [[nodiscard]] MonthReport finish();

 private:
  void count(PersonNo person, UnitNo unit, std::size_t epoch, const Tally& tally);
  void count_guest(PersonNo person, const RuleBook::Stay& stay, Date date, const Tally& of_day);
  void count_live(PersonNo person, UnitNo unit, std::size_t epoch, const Tally& tally);
  void count_frozen(PersonNo person);
  void count_strangers();
  void count_in_units(PersonNo person, UnitNo unit, std::size_t epoch, const Tally& tally);
  void add_up_units();
  [[nodiscard]] std::size_t epoch_of(Date date) const;
  [[nodiscard]] DayMark& mark_at(Date date, UnitNo unit);
  [[nodiscard]] DayMark add_day(PersonDays& days, PersonNo person, std::uint64_t who, Tally& tally);
  [[nodiscard]] DayVerdictMarks* kept_day(PersonNo person, UnitNo unit, Date date);  // null: it is not kept

  const InForce& in_force_;
  DateSpan days_;
  LocalTime now_;
  const FrozenUnits* frozen_;
  std::vector<Date> epochs_;                             // the tree is the same from each to the next
  std::vector<std::vector<UnitNo>> lines_;               // by epoch, then unit: the unit and its ancestors
  std::vector<Tally> own_;                               // by epoch, then unit: without those below it
  std::vector<bool> added_;                              // by PersonNo
  std::vector<PersonNo> counted_own_, counted_subtree_;  // by UnitNo: the last person counted there, plus one
  MonthReport report_;
};

}  // namespace badge::attendance
