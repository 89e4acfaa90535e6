#include "server/app/lists/listed_unit.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "server/app/frozen_units.hpp"
#include "server/app/judged_month.hpp"
#include "server/app/month_taps.hpp"

namespace badge::app {

namespace {

using attendance::Date, attendance::DateSpan, attendance::SheetLine, attendance::UnitNo;

/// The sheets of units whose month was closed, by person.
class FrozenLines {
 public:
  explicit FrozenLines(const std::vector<ClosedUnit>& closed) {
    for (const auto& unit : closed) {
      if (unit.sheet == nullptr) continue;
      auto& people = units_[unit.unit];
      for (const auto& person : unit.sheet->people) people.emplace(person.staff_code, &person);
    }
  }

  [[nodiscard]] bool has(UnitNo unit) const { return units_.contains(unit); }
  [[nodiscard]] std::span<const SheetLine> of(UnitNo unit, std::string_view staff_code, Date date) const {
    const auto& people = units_.at(unit);
    const auto person = people.find(staff_code);
    if (person == people.end()) return {};
    const auto found = std::ranges::equal_range(person->second->lines, date, {}, &SheetLine::date);
    return {found.begin(), found.end()};
  }

 private:
  std::map<UnitNo, std::map<std::string_view, const attendance::SheetPerson*>> units_;
};

}  // namespace

attendance::Tally ListedUnit::Day::tally() const {
  return attendance::tally_of(attendance::SheetPerson{{}, {}, {}, {lines.begin(), lines.end()}});
}

tl::expected<ListedUnit, NoList> ListedUnit::open(const Evidence& evidence, const ListAsked& asked,
                                                  std::size_t people_max) {
  ListedUnit listed(evidence, asked);
  auto people = people_of_unit(*listed.book_, asked.unit, asked.period.days, asked.scope);
  if (!people) return tl::unexpected(NoList::not_found);
  if (people->people.size() > people_max) return tl::unexpected(NoList::too_many_people);
  listed.people_ = *std::move(people);
  return listed;
}

PersonName ListedUnit::name_of(std::size_t place) const {
  const auto& one = people_.people[place];
  return person_name(*book_, *one.stay, one.seen_on);
}

void ListedUnit::for_each_day(const std::function<void(const Day&)>& visit) const {
  const auto today = std::chrono::floor<std::chrono::days>(evidence_.now());
  for (const auto& days : months_of(asked_.period.days, today)) visit_month(days, visit);
}

void ListedUnit::visit_month(const DateSpan& days, const std::function<void(const Day&)>& visit) const {
  const auto month = month_of(days);
  const auto now = evidence_.now();
  const auto around = attendance::with_neighbours(days);
  const auto coverage = evidence_.coverage(snapshot_, *book_, around.to + std::chrono::days(1));
  const attendance::InForce in_force(*book_, coverage, around);
  const auto closed = closed_units(*book_, snapshot_, month);
  const FrozenLines frozen(closed);
  const Scope asked({asked_.unit}, {});

  std::vector<attendance::PersonNo> numbers;
  for (const auto& one : people_.people) numbers.push_back(one.person);
  auto taps = month_taps(evidence_, snapshot_, month, numbers);
  for (std::size_t place = 0; place < numbers.size(); ++place) {
    attendance::PersonDays person_days(in_force, numbers[place], days, taps[place], now);
    while (const auto* day = person_days.next()) {
      const auto date = day->facts.date;
      if (!asked.holds(book_->units(), day->stay->unit, date)) continue;
      attendance::SheetPerson judged;
      if (!frozen.has(day->stay->unit)) attendance::add_lines(*day, judged);
      visit({place, *day,
             frozen.has(day->stay->unit) ? frozen.of(day->stay->unit, day->stay->posting->staff_code, date)
                                         : std::span<const SheetLine>(judged.lines),
             now});
    }
  }
}

}  // namespace badge::app
