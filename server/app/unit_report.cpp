#include "server/app/unit_report.hpp"

#include <algorithm>
#include <tuple>

namespace badge::app {

namespace {

using attendance::Date;
using attendance::DateSpan;
using attendance::UnitNo;
using attendance::UnitTree;

struct PlacedUnit {
  UnitTree::Place place;
  Date seen_on;  // the last day of the month on which it existed, or the last of a stretch without changes
};

/// The tree of the month's last day; units that ended earlier in the month follow, as they last stood.
std::vector<PlacedUnit> units_of(const UnitTree& units, const DateSpan& days) {
  auto epochs = units.epochs(days);
  std::vector<bool> listed(units.size());
  std::vector<PlacedUnit> placed;
  auto last = days.to;
  for (auto epoch = epochs.rbegin(); epoch != epochs.rend(); ++epoch) {
    for (const auto& place : units.order_on(*epoch)) {
      if (!listed[place.unit]) placed.push_back({place, last});
      listed[place.unit] = true;
    }
    last = *epoch - std::chrono::days(1);
  }
  return placed;
}

/// Whether somebody may see the unit as it is placed.
bool sees(const UnitTree& units, const std::vector<PlacedUnit>& placed, std::string_view unit,
          const Scope& scope) {
  const auto no = units.find(unit);
  return std::ranges::any_of(placed, [&](const PlacedUnit& there) {
    return there.place.unit == no && scope.holds(units, *no, there.seen_on);
  });
}

UnitName name_of(const UnitTree& units, UnitNo unit, Date date) {
  const auto* row = units.on(unit, date);
  return {units.code(unit), row == nullptr ? units.code(unit) : row->name};
}

UnitState state_of(const ClosedUnit* closed) {
  if (closed == nullptr) return UnitState::open;
  return closed->preliminary ? UnitState::preliminary : UnitState::closed;
}

/// Null: the unit's figures are those of its facts.
const attendance::Sheet* sheet_of(const JudgedMonth& judged, UnitNo unit) {
  const auto* closed = judged.closed_unit(unit);
  return closed != nullptr ? closed->sheet.get() : nullptr;
}

}  // namespace

std::string_view to_string(UnitState state) {
  switch (state) {
    case UnitState::open:
      return "open";
    case UnitState::preliminary:
      return "preliminary";
    case UnitState::closed:
      return "closed";
  }
  return {};
}

std::string head_name(const attendance::RuleBook& book, UnitNo unit, Date date) {
  const auto* head = book.head_on(unit, date);
  const auto person = head != nullptr ? book.people().find(head->staff_code) : std::nullopt;
  const auto* posting = person ? book.people().posting_on(*person, date) : nullptr;
  return posting != nullptr ? std::string(posting->full_name) : std::string();
}

std::optional<UnitReport> unit_report(const JudgedMonth& judged, std::string_view unit, const Scope& scope) {
  const auto& units = judged.book->units();
  const auto& days = judged.days;
  const auto placed = units_of(units, days);
  if (!unit.empty() && !sees(units, placed, unit, scope)) return std::nullopt;
  const auto asked = unit.empty() ? scope : Scope({std::string(unit)}, {});

  UnitReport report{month_of(days), judged.version, {}, {}};
  for (const auto& [place, seen_on] : placed) {
    if (!asked.holds(units, place.unit, seen_on)) continue;
    const auto& month = judged.report.units[place.unit];
    const auto parent = units.parent_on(place.unit, seen_on);
    report.rows.push_back({name_of(units, place.unit, seen_on), parent ? units.code(*parent) : std::string(),
                           place.level, month.own_staff, month.subtree_staff, month.own, month.subtree,
                           state_of(judged.closed_unit(place.unit)),
                           head_name(*judged.book, place.unit, seen_on),
                           history_of(*judged.book, place.unit, days), guests_of(judged, place.unit)});
    if (const auto* sheet = sheet_of(judged, place.unit)) {
      report.rows.back().unit.name = sheet->unit_name;
      report.rows.back().head = sheet->head_name;
    }
    if (!asked.is_everything() && units.code(place.unit) == asked.units().front())
      report.top = report.rows.back().unit;
  }
  if (report.rows.empty() && !asked.is_everything()) return std::nullopt;
  return report;
}

std::optional<PeopleReport> people_report(const JudgedMonth& judged, std::string_view unit,
                                          bool whole_subtree, const Scope& scope) {
  const auto& units = judged.book->units();
  const auto& days = judged.days;
  const auto placed = units_of(units, days);
  if (!sees(units, placed, unit, scope)) return std::nullopt;
  const Scope below({std::string(unit)}, {});

  std::vector<std::size_t> order(units.size(), placed.size());  // of the units that are asked for
  std::vector<UnitName> names(units.size());
  PeopleReport report{month_of(days),
                      {},
                      history_of(*judged.book, *units.find(unit), days),
                      guests_of(judged, *units.find(unit)),
                      {}};
  for (std::size_t i = 0; i < placed.size(); ++i) {
    const auto [place, seen_on] = placed[i];
    const bool is_top = units.code(place.unit) == unit;
    names[place.unit] = {units.code(place.unit), units.full_name_on(place.unit, seen_on)};
    if (is_top) report.unit = names[place.unit];
    if (is_top || (whole_subtree && below.holds(units, place.unit, seen_on))) order[place.unit] = i;
  }

  struct Found {
    std::int32_t list_order;
    const attendance::PersonMonth* person;
    const attendance::KeptPosting* posting;
  };
  std::vector<std::vector<Found>> found(placed.size());  // in the order of the units
  for (const auto& person : judged.report.people) {
    const auto place = order[person.unit];
    if (place == placed.size() || sheet_of(judged, person.unit) != nullptr) continue;
    const attendance::KeptPosting* posting = nullptr;  // the last one there
    for (const auto& stay : judged.book->stays(person.person)) {
      if (stay.unit == person.unit && stay.days.overlaps(days)) posting = stay.posting;
    }
    if (posting != nullptr) found[place].push_back({posting->list_order, &person, posting});
  }
  for (std::size_t i = 0; i < placed.size(); ++i) {
    const auto unit_no = placed[i].place.unit;
    const auto* sheet = order[unit_no] == i ? sheet_of(judged, unit_no) : nullptr;
    if (sheet != nullptr) {
      for (const auto& person : sheet->people) {
        report.rows.push_back({person.staff_code, person.full_name, person.position, names[unit_no],
                               attendance::tally_of(person, days)});
      }
    }
    std::ranges::sort(found[i], {},
                      [](const Found& row) { return std::tuple(row.list_order, row.person->person); });
    for (const auto& [list_order, person, posting] : found[i]) {
      report.rows.push_back({std::string(posting->staff_code), std::string(posting->full_name),
                             std::string(posting->position), names[unit_no], person->tally});
    }
  }
  return report;
}

}  // namespace badge::app
