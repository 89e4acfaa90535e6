#include "server/app/hours_view.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

namespace badge::app {
namespace {

using attendance::Assignment;
using attendance::CalendarDay;
using attendance::Date;
using attendance::RuleBook;
using attendance::UnitNo;

/// Within the scope, or above it: what holds there holds in the scope too.
bool is_seen(const RuleBook& book, const Scope& scope, UnitNo unit, Date date) {
  if (scope.holds(book.units(), unit, date)) return true;
  return std::ranges::any_of(scope.units(), [&](const std::string& code) {
    const auto own = book.units().find(code);
    return own && book.units().is_within(*own, unit, date);
  });
}

/// The person's stay nearest to the day, as far as the asker may see it. Null: none.
const RuleBook::Stay* seen_stay(const RuleBook& book, const Scope& scope, std::string_view staff, Date date) {
  const auto person = book.people().find(staff);
  if (!person) return nullptr;
  const RuleBook::Stay* found = nullptr;
  for (const auto& stay : book.stays(*person)) {
    const auto on = std::clamp(date, stay.days.from, stay.days.to);
    if (!scope.holds(book, *person, stay, on)) continue;
    found = &stay;
    if (stay.days.to >= date) break;
  }
  return found;
}

std::optional<CalendarEntry> entry_of(const RuleBook& book, const Scope& scope, const CalendarDay& day) {
  CalendarEntry entry{day, {}};
  if (!day.unit_code.empty()) {
    const auto unit = book.units().find(day.unit_code);
    if (!unit || !is_seen(book, scope, *unit, day.date)) return std::nullopt;
    entry.unit_name = book.units().full_name_on(*unit, day.date);
  }
  std::erase_if(entry.day.except_units, [&](const std::string& code) {
    const auto unit = book.units().find(code);
    return !unit || !is_seen(book, scope, *unit, day.date);
  });
  std::erase_if(entry.day.except_staff,
                [&](const std::string& code) { return seen_stay(book, scope, code, day.date) == nullptr; });
  return entry;
}

std::optional<AssignmentEntry> entry_of(const RuleBook& book, const Scope& scope,
                                        const Assignment& assignment, Date today) {
  const auto on = std::clamp(today, assignment.valid.from, assignment.valid.to);
  if (!assignment.unit_code.empty()) {
    const auto unit = book.units().find(assignment.unit_code);
    if (!unit || !is_seen(book, scope, *unit, on)) return std::nullopt;
    return AssignmentEntry{assignment, book.units().full_name_on(*unit, on), {}};
  }
  const auto* stay = seen_stay(book, scope, assignment.staff_code, on);
  if (stay == nullptr) return std::nullopt;
  return AssignmentEntry{
      assignment, std::string(stay->posting->full_name),
      book.units().full_name_on(stay->unit, std::clamp(on, stay->days.from, stay->days.to))};
}

}  // namespace

std::vector<CalendarEntry> calendar_of(const RuleBook& book, const Scope& scope, std::chrono::year year) {
  std::vector<CalendarEntry> entries;
  const auto last = Date(year / 12 / 31);
  for (auto date = Date(year / 1 / 1); date <= last; date += std::chrono::days(1)) {
    for (const auto& day : book.calendar().on(date)) {
      if (auto entry = entry_of(book, scope, day)) entries.push_back(*std::move(entry));
    }
  }
  return entries;
}

std::vector<ScheduleEntry> schedules_of(const RuleBook& book, const Scope& scope, Date today) {
  std::vector<ScheduleEntry> schedules;
  for (const auto& schedule : book.schedules()) {
    ScheduleEntry entry{schedule, 0, {}};
    for (const auto& assignment : book.assignments()) {
      if (assignment.schedule != schedule.name) continue;
      if (auto shown = entry_of(book, scope, assignment, today)) entry.listed.push_back(*std::move(shown));
    }
    entry.assigned = entry.listed.size();
    if (entry.assigned == 0 && !scope.is_everything()) continue;
    std::ranges::sort(entry.listed, {}, [&](const AssignmentEntry& one) {
      const auto& of = one.assignment;
      return std::tuple(of.valid.to < today, of.unit_code.empty(), std::string_view(of.unit_code),
                        std::string_view(of.staff_code), of.valid.from);
    });
    if (entry.listed.size() > assignments_listed_max) entry.listed.resize(assignments_listed_max);
    schedules.push_back(std::move(entry));
  }
  std::ranges::sort(schedules, {}, [](const ScheduleEntry& entry) { return entry.schedule.name; });
  return schedules;
}

}  // namespace badge::app
