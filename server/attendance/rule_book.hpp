#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "server/attendance/by_person.hpp"
#include "server/attendance/calendar.hpp"
#include "server/attendance/facts.hpp"
#include "server/attendance/people.hpp"
#include "server/attendance/rule_facts.hpp"
#include "server/attendance/timeline.hpp"
#include "server/attendance/unit_tree.hpp"

namespace badge::attendance {

/// The facts, indexed so that a day can be judged. Immutable; any number of threads may read it. Verdicts
/// point into it, so keep it as long as them. Facts that name an unknown unit, person or schedule are left
/// out: who takes facts in refuses them with a reason.
class RuleBook {
 public:
  explicit RuleBook(RuleFacts facts);
  RuleBook(const RuleBook&) = delete;
  RuleBook& operator=(const RuleBook&) = delete;
  ~RuleBook() = default;

  [[nodiscard]] const UnitTree& units() const { return units_; }
  [[nodiscard]] const People& people() const { return people_; }
  [[nodiscard]] const Calendar& calendar() const { return calendar_; }
  [[nodiscard]] std::span<const Schedule> schedules() const { return schedules_; }

  /// One posting, with its units looked up.
  struct Stay {
    DateSpan days;
    UnitNo unit;      // whose sheet and totals the person stands in
    UnitNo works_at;  // whose hours, calendar and entrances hold; mostly the same
    const KeptPosting* posting;
  };
  /// Null: not in service on that day, or in a unit that nobody knows.
  [[nodiscard]] const Stay* stay_on(PersonNo person, Date date) const {
    const auto stays = this->stays(person);
    for (auto stay = stays.rbegin(); stay != stays.rend(); ++stay) {
      if (stay->days.contains(date)) return &*stay;
    }
    return nullptr;
  }
  [[nodiscard]] std::span<const Stay> stays(PersonNo person) const {
    return {stays_.begin() + first_stay_[person], stays_.begin() + first_stay_[person + 1]};
  }

  /// Those whose posting names further entrances: few.
  [[nodiscard]] std::span<const Stay* const> stays_with_entrances() const { return stays_with_entrances_; }

  struct Assigned {
    const Assignment* assignment;
    std::uint32_t schedule_no;  // place in schedules()
  };
  /// The person's own, and the unit's own (not inherited). Null: none.
  [[nodiscard]] const Assigned* person_assignment(PersonNo person, Date date) const {
    return has_own_hours_[person] ? person_assignments_.find(person)->second.on(date) : nullptr;
  }
  [[nodiscard]] const Assigned* unit_assignment(UnitNo unit, Date date) const {
    return unit_assignments_[unit].on(date);
  }

  /// The person's papers, in the order in which they were stated.
  [[nodiscard]] std::span<const Absence> absences(PersonNo person) const { return absences_.of(person); }
  [[nodiscard]] std::span<const Regime> regimes(PersonNo person) const { return regimes_.of(person); }
  [[nodiscard]] std::span<const Duty> duties(PersonNo person) const { return duties_.of(person); }
  [[nodiscard]] std::span<const Correction> corrections(PersonNo person) const {
    return corrections_.of(person);
  }
  [[nodiscard]] std::span<const CardLoan> loans(PersonNo person) const { return loans_.of(person); }

  /// Approved outages of that date that were stated for exactly this unit.
  [[nodiscard]] std::vector<const Correction*> own_outages(UnitNo unit, Date date) const;

  [[nodiscard]] std::span<const Assignment> assignments() const { return assignments_; }
  [[nodiscard]] std::span<const Succession> successions() const { return successions_; }
  [[nodiscard]] std::span<const ReaderEnd> reader_ends() const { return reader_ends_; }

  /// Null: no schedule of that name.
  [[nodiscard]] const Schedule* schedule(std::string_view name) const;

  /// Who answers for the unit on that day: its head, else who acts or is in charge; a delegate only where
  /// there is none of these. Null: nobody is named.
  [[nodiscard]] const Head* head_on(UnitNo unit, Date date) const;

  /// Everybody who was, is or will be named to answer for exactly this unit.
  [[nodiscard]] std::span<const Head> heads(UnitNo unit) const { return heads_[unit]; }

  /// The unit's own rule of pay periods (not inherited) on that day. Null: none.
  [[nodiscard]] const PayPeriod* own_pay_period(UnitNo unit, Date date) const;

  /// Entrances that serve the unit itself, ascending.
  [[nodiscard]] std::vector<std::string> own_entrances(UnitNo unit, Date date) const;
  /// Whether somebody stated that all taps of exactly this unit's subtree are known.
  [[nodiscard]] bool stated_complete(UnitNo unit, Date date) const;

 private:
  void index_assignments();

  UnitTree units_;
  People people_;
  Calendar calendar_;
  std::vector<Schedule> schedules_;
  std::vector<Assignment> assignments_;
  std::vector<Timeline<Assigned>> unit_assignments_;  // by UnitNo
  std::unordered_map<PersonNo, Timeline<Assigned>> person_assignments_;
  std::vector<bool> has_own_hours_;  // by PersonNo: few have, and everybody is asked every day
  ByPerson<Absence> absences_;
  ByPerson<Regime> regimes_;
  ByPerson<Duty> duties_;
  ByPerson<Correction> corrections_;
  ByPerson<CardLoan> loans_;
  std::vector<std::vector<Correction>> outages_;     // by UnitNo
  std::vector<std::vector<Head>> heads_;             // by UnitNo
  std::vector<std::vector<PayPeriod>> pay_periods_;  // by UnitNo
  std::vector<Succession> successions_;
  std::vector<ReaderEnd> reader_ends_;
  std::vector<Stay> stays_;  // by PersonNo
  std::vector<std::uint32_t> first_stay_;
  std::vector<const Stay*> stays_with_entrances_;
  std::vector<std::vector<EntranceService>> entrances_;  // by UnitNo
  std::vector<std::vector<DateSpan>> complete_;          // by UnitNo
};

}  // namespace badge::attendance
