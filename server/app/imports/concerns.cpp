#include "server/app/imports/concerns.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace badge::app {

namespace {

using attendance::PersonNo;
using attendance::RuleBook;
using attendance::UnitNo;

/// Gathers whom facts name; people are counted when all are known.
class Named {
 public:
  Named(const RuleBook& book, attendance::Date today)
      : book_(book), today_(today), people_(book.people().size()), tops_(book.units().size()) {}

  void add(const store::Fact& fact) {
    std::visit([this](const auto& value) { add_value(value); }, fact);
  }

  [[nodiscard]] Concerns count() {
    std::vector<bool> units(book_.units().size());
    Concerns concerns{new_people_.size(), 0};
    for (PersonNo person = 0; person < people_.size(); ++person) {
      const auto* stay = book_.stay_on(person, today_);
      const bool is_below =
          stay != nullptr && (everybody_ || is_within(stay->unit) || is_within(stay->works_at));
      if (!people_[person] && !is_below) continue;
      ++concerns.people;
      if (stay != nullptr) units[stay->unit] = true;
    }
    concerns.units = static_cast<std::size_t>(std::ranges::count(units, true)) + new_units_.size();
    return concerns;
  }

 private:
  void add_value(const attendance::Unit& unit) { add_unit(unit.code); }
  void add_value(const attendance::Succession& turn) {
    add_unit(turn.from_unit);
    add_unit(turn.to_unit);
  }
  void add_value(const attendance::Schedule& schedule) {
    for (const auto& assignment : book_.assignments()) {
      if (assignment.schedule == schedule.name) add_value(assignment);
    }
  }
  void add_value(const attendance::CalendarDay& day) {
    if (day.unit_code.empty()) {
      everybody_ = true;
    } else {
      add_unit(day.unit_code);
    }
  }
  void add_value(const inspection::IndicatorValue&) {}  // judges nobody, as the next four
  void add_value(const attendance::TimesheetSymbol&) {}
  void add_value(const attendance::TimesheetForm&) {}
  void add_value(const attendance::NamedPeriod&) {}
  void add_value(const attendance::ListRule&) {}
  template <class Fact>
  void add_value(const Fact& fact) {
    if constexpr (requires { fact.staff_code; }) {
      if (!fact.staff_code.empty()) {
        add_person(fact.staff_code);
        return;
      }
    }
    if constexpr (requires { fact.unit_code; }) add_unit(fact.unit_code);
  }

  void add_person(const std::string& code) {
    if (const auto person = book_.people().find(code)) {
      people_[*person] = true;
    } else {
      new_people_.insert(code);
    }
  }
  void add_unit(const std::string& code) {
    if (const auto unit = book_.units().find(code)) {
      tops_[*unit] = true;
      has_tops_ = true;
    } else {
      new_units_.insert(code);
    }
  }
  [[nodiscard]] bool is_within(UnitNo unit) const {
    if (!has_tops_) return false;
    return std::ranges::any_of(book_.units().line_on(unit, today_),
                               [&](UnitNo above) { return tops_[above]; });
  }

  const RuleBook& book_;
  const attendance::Date today_;
  bool everybody_ = false, has_tops_ = false;
  std::vector<bool> people_;  // by PersonNo
  std::vector<bool> tops_;    // by UnitNo: with all below
  std::set<std::string, std::less<>> new_people_, new_units_;
};

}  // namespace

Concerns concerns_of(const ImportPlan& plan, const RuleBook& book, attendance::Date today) {
  Named named(book, today);
  for (const auto& fact : plan.facts) named.add(fact);
  for (const auto& fact : plan.withdrawn) named.add(fact);
  return named.count();
}

}  // namespace badge::app
