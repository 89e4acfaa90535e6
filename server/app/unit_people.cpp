#include "server/app/unit_people.hpp"

#include <algorithm>
#include <tuple>

namespace badge::app {

using attendance::Date;
using attendance::DateSpan;
using attendance::PersonNo;
using attendance::RuleBook;
using attendance::UnitNo;
using attendance::UnitTree;

namespace {

/// Places of the tree as it stood last; units that ended before come behind, by their codes.
std::vector<std::size_t> places_of(const UnitTree& units, Date date) {
  std::vector<std::size_t> places(units.size(), units.size());
  std::size_t next = 0;
  for (const auto& place : units.order_on(date)) places[place.unit] = next++;
  return places;
}

/// The last day of the stay on which it was within the unit. Nothing: on none.
std::optional<Date> last_within(const UnitTree& units, const RuleBook::Stay& stay, const DateSpan& days,
                                const std::vector<Date>& epochs, const Scope& asked) {
  if (!stay.days.overlaps(days)) return std::nullopt;
  const auto from = std::max(stay.days.from, days.from);
  auto last = std::min(stay.days.to, days.to);
  for (auto epoch = epochs.rbegin(); epoch != epochs.rend() && last >= from; ++epoch) {
    if (last < *epoch) continue;
    if (asked.holds(units, stay.unit, last)) return last;
    last = *epoch - std::chrono::days(1);  // until then the tree was another
  }
  return std::nullopt;
}

}  // namespace

std::optional<UnitName> unit_within(const UnitTree& units, std::string_view unit, const DateSpan& days,
                                    const Scope& scope) {
  const auto no = units.find(unit);
  const auto* row = no ? units.last_during(*no, days) : nullptr;
  if (row == nullptr) return std::nullopt;
  const auto seen_on = std::min(row->valid.to, days.to);
  if (!scope.holds(units, *no, seen_on)) return std::nullopt;
  return UnitName{units.code(*no), units.full_name_on(*no, seen_on)};
}

std::optional<UnitPeople> people_of_unit(const RuleBook& book, std::string_view unit, const DateSpan& days,
                                         const Scope& scope) {
  const auto& units = book.units();
  auto top = unit_within(units, unit, days, scope);
  if (!top) return std::nullopt;
  UnitPeople found{std::move(*top), {}};
  const auto epochs = units.epochs(days);
  const Scope asked({std::string(unit)}, {});
  for (PersonNo person = 0; person < book.people().size(); ++person) {
    const auto stays = book.stays(person);
    for (auto stay = stays.rbegin(); stay != stays.rend(); ++stay) {
      if (const auto seen_on = last_within(units, *stay, days, epochs, asked)) {
        found.people.push_back({person, &*stay, *seen_on});
        break;
      }
    }
  }
  const auto places = places_of(units, days.to);
  std::ranges::sort(found.people, {}, [&](const UnitPerson& one) {
    return std::tuple(places[one.stay->unit], one.stay->unit, one.stay->posting->list_order, one.person);
  });
  return found;
}

}  // namespace badge::app
