#include "server/app/unit_days.hpp"

#include <algorithm>

namespace badge::app {

namespace {

using attendance::Date;
using attendance::DateSpan;
using attendance::SessionState;
using std::chrono::days;

/// Of a session's verdict, or of a line of a sheet.
template <class Told>
char letter_of(const Told& told) {
  switch (told.state) {
    case SessionState::present: {
      const bool is_late = told.late.count() > 0 || told.early.count() > 0;
      const bool lacks_tap = told.missing_in || told.missing_out;
      if (is_late) return lacks_tap ? 'b' : 'l';
      return lacks_tap ? 'm' : 'p';
    }
    case SessionState::absent:
      return 'a';
    case SessionState::excused:
      return 'e';
    case SessionState::exempt:
      return 'x';
    case SessionState::provisional:
      return 'u';
    case SessionState::not_due:
      return 'n';
  }
  return 'n';
}

std::size_t place_of(Date date, const DateSpan& month) {
  return static_cast<std::size_t>((date - month.from).count());
}

/// Nothing: the unit's sheet has nobody of this code.
void add_frozen(const attendance::Sheet& sheet, const DateSpan& month, PersonDaysRow& row) {
  const auto person = std::ranges::find(sheet.people, row.staff_code, &attendance::SheetPerson::staff_code);
  if (person == sheet.people.end()) return;
  for (const auto& line : person->lines) {
    if (month.contains(line.date)) row.days[place_of(line.date, month)] += letter_of(line);
  }
}

}  // namespace

std::optional<UnitDays> unit_days(const Evidence& evidence, const JudgedMonth& judged, std::string_view unit,
                                  bool whole_subtree, const Scope& scope) {
  const auto people = people_report(judged, unit, whole_subtree, scope);
  if (!people) return std::nullopt;
  const auto& month = judged.days;
  const auto snapshot = evidence.snapshot();
  const auto book = evidence.rule_book(snapshot);
  const auto around = attendance::with_neighbours(month);
  const auto coverage = evidence.coverage(snapshot, *book, around.to + days(1));
  const attendance::InForce in_force(*book, coverage, around);
  const auto now = evidence.now();

  UnitDays told{month_of(judged.days), people->unit, people->rows.size(), {}};
  told.rows.reserve(std::min(people->rows.size(), unit_days_people_max));
  for (const auto& listed : people->rows) {
    if (told.rows.size() == unit_days_people_max) break;
    auto& row = told.rows.emplace_back(PersonDaysRow{listed.staff_code, listed.full_name, listed.unit, {}});
    row.days.resize(place_of(month.to, month) + 1);
    const auto unit_then = judged.book->units().find(listed.unit.code);
    const auto* closed = unit_then ? judged.closed_unit(*unit_then) : nullptr;
    if (closed != nullptr && closed->sheet != nullptr) {
      add_frozen(*closed->sheet, month, row);
      continue;
    }
    const auto person = book->people().find(listed.staff_code);
    const auto unit_now = book->units().find(listed.unit.code);
    if (!person || !unit_now) continue;  // withdrawn since the month was judged
    auto taps = evidence.taps_of(snapshot, *book, *person, month);
    attendance::PersonDays person_days(in_force, *person, month, taps.taps, now);
    while (const auto* day = person_days.next()) {
      if (day->stay->unit != *unit_now) continue;
      auto& letters = row.days[place_of(day->facts.date, month)];
      for (const auto& session : day->verdict.sessions) letters += letter_of(session);
    }
  }
  return told;
}

}  // namespace badge::app
