#include "server/app/roster_gaps.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace badge::app {
namespace {

using attendance::Date;
using attendance::PersonNo;
using attendance::RuleBook;
using attendance::UnitNo;
using Stay = RuleBook::Stay;

constexpr std::array every_gap = {RosterGap::no_unit,        RosterGap::no_badge, RosterGap::no_schedule,
                                  RosterGap::no_position,    RosterGap::no_head,  RosterGap::no_entrance,
                                  RosterGap::silent_entrance};

class Gaps {
 public:
  Gaps(const RuleBook& book, const attendance::Coverage& coverage, const Scope& scope, std::string_view unit,
       Date today)
      : book_(book),
        coverage_(coverage),
        scope_(scope),
        top_(book.units().find(unit)),
        today_(today),
        order_(book.units().order_on(today)),
        has_people_(book.units().size()) {
    for (const auto gap : every_gap) lists_.push_back({gap, 0, {}});
  }

  std::vector<GapList> find() {
    look_at_people();
    for (const auto& place : order_) look_at(place.unit);
    return std::move(lists_);
  }

 private:
  struct Serving {
    std::size_t place;
    PersonNo person;
    const Stay* stay;
  };

  void look_at_people() {
    std::vector<std::size_t> places(book_.units().size(), order_.size());
    for (std::size_t i = 0; i < order_.size(); ++i) places[order_[i].unit] = i;
    std::vector<Serving> serving;
    for (PersonNo person = 0; person < book_.people().size(); ++person) {
      if (const auto* stay = book_.stay_on(person, today_)) {
        has_people_[stay->works_at] = true;
        if (is_asked(stay->unit, today_)) serving.push_back({places[stay->unit], person, stay});
      } else {
        look_at_unposted(person);
      }
    }
    std::ranges::sort(serving, {}, [](const Serving& one) {
      return std::tuple(one.place, one.stay->posting->list_order, one.person);
    });
    for (const auto& one : serving) look_at(one.person, *one.stay);
  }

  void look_at(PersonNo person, const Stay& stay) {
    if (book_.units().on(stay.unit, today_) == nullptr) add(RosterGap::no_unit, person, stay);
    if (!book_.people().has_badge_on(person, today_)) add(RosterGap::no_badge, person, stay);
    if (!has_hours(person, stay)) add(RosterGap::no_schedule, person, stay);
    if (stay.posting->position.empty() || stay.posting->list_order == 0)
      add(RosterGap::no_position, person, stay);
  }

  /// Most of these have left for good, and nothing is missing of them.
  void look_at_unposted(PersonNo person) {
    const Stay* before = nullptr;
    const Stay* after = nullptr;
    for (const auto& stay : book_.stays(person)) (stay.days.to < today_ ? before : after) = &stay;
    const auto* near = before != nullptr ? before : after;
    if (near == nullptr || !is_asked(near->unit, std::clamp(today_, near->days.from, near->days.to))) return;
    if (book_.people().has_badge_on(person, today_) || (before != nullptr && after != nullptr))
      add(RosterGap::no_unit, person, *near);
  }

  void look_at(UnitNo unit) {
    if (!is_asked(unit, today_)) return;
    if (book_.head_on(unit, today_) == nullptr) add(RosterGap::no_head, unit);
    if (!has_people_[unit]) return;
    const auto entrances = entrances_of(unit);
    if (entrances.empty()) add(RosterGap::no_entrance, unit);
    for (const auto& entrance : entrances) {
      if (!coverage_.find(entrance)) add(RosterGap::silent_entrance, unit, entrance);
    }
  }

  [[nodiscard]] bool is_asked(UnitNo unit, Date date) const {
    return scope_.holds(book_.units(), unit, date) && (!top_ || book_.units().is_within(unit, *top_, date));
  }

  [[nodiscard]] bool has_hours(PersonNo person, const Stay& stay) const {
    if (book_.person_assignment(person, today_) != nullptr) return true;
    return std::ranges::any_of(book_.units().line_on(stay.works_at, today_),
                               [&](UnitNo unit) { return book_.unit_assignment(unit, today_) != nullptr; });
  }

  /// The unit's own, else those of the nearest above it.
  [[nodiscard]] std::vector<std::string> entrances_of(UnitNo unit) const {
    for (const auto above : book_.units().line_on(unit, today_)) {
      if (auto own = book_.own_entrances(above, today_); !own.empty()) return own;
    }
    return {};
  }

  void add(RosterGap gap, PersonNo person, const Stay& stay) {
    add(gap, {std::string(book_.people().code(person)),
              std::string(stay.posting->full_name),
              name_of(stay.unit),
              {},
              posting_of(*stay.posting)});
  }
  void add(RosterGap gap, UnitNo unit, std::string entrance = {}) {
    auto name = name_of(unit);
    add(gap, {name.code, name.name, name, std::move(entrance), std::nullopt});
  }
  void add(RosterGap gap, GapItem item) {
    auto& list = lists_[static_cast<std::size_t>(gap)];
    if (list.count++ < gaps_listed_max) list.listed.push_back(std::move(item));
  }

  [[nodiscard]] UnitName name_of(UnitNo unit) const {
    return {book_.units().code(unit), book_.units().full_name_on(unit, today_)};
  }

  const RuleBook& book_;
  const attendance::Coverage& coverage_;
  const Scope& scope_;
  const std::optional<UnitNo> top_;
  const Date today_;
  const std::vector<attendance::UnitTree::Place> order_;
  std::vector<bool> has_people_;  // by UnitNo: who works there
  std::vector<GapList> lists_;    // by RosterGap
};

}  // namespace

std::string_view to_string(RosterGap gap) {
  switch (gap) {
    case RosterGap::no_unit:
      return "no_unit";
    case RosterGap::no_badge:
      return "no_badge";
    case RosterGap::no_schedule:
      return "no_schedule";
    case RosterGap::no_position:
      return "no_position";
    case RosterGap::no_head:
      return "no_head";
    case RosterGap::no_entrance:
      return "no_entrance";
    case RosterGap::silent_entrance:
      return "silent_entrance";
  }
  return "";
}

std::vector<GapList> roster_gaps(const RuleBook& book, const attendance::Coverage& coverage,
                                 const Scope& scope, std::string_view unit, Date today) {
  return Gaps(book, coverage, scope, unit, today).find();
}

}  // namespace badge::app
