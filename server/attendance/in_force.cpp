#include "server/attendance/in_force.hpp"

#include <algorithm>

#include "server/attendance/regular_day.hpp"

namespace badge::attendance {

InForce::InForce(const RuleBook& book, const Coverage& coverage, const DateSpan& days)
    : book_(book), coverage_(coverage), days_(days), day_count_(day_no(days.to) + 1) {
  unit_days_.resize(day_count_ * book.units().size());
  plans_.reserve(day_count_ * (book.schedules().size() + 1));
  for (auto date = days.from; date <= days.to; date += std::chrono::days(1)) inherit(date);

  for (const auto* stay : book.stays_with_entrances()) {
    if (stay->days.overlaps(days)) further_entrances_.emplace(stay, watched(stay->posting->entrances));
  }
}

const std::vector<WatchedEntrance>* InForce::further_entrances(const RuleBook::Stay& stay) const {
  if (stay.posting->entrances.empty()) return nullptr;
  const auto found = further_entrances_.find(&stay);
  return found == further_entrances_.end() ? nullptr : &found->second;
}

std::uint32_t InForce::plans_of(PersonNo person, const UnitDay& day) const {
  const auto run =
      std::lower_bound(plan_runs_.begin(), plan_runs_.end(), day.plans,
                       [](const PlanRun& one, std::uint32_t first) { return one.first < first; });
  return excepts_staff(*run->calendar.nearest, book_.people().code(person)) ? run->first_if_excepted
                                                                            : run->first;
}

void InForce::inherit(Date date) {
  const CalendarRows of_everybody{book_.calendar().for_everybody_on(date), nullptr};
  const auto rows = book_.calendar().on(date);
  std::vector<CalendarRows> calendar(book_.units().size());
  UnitDay above_roots;
  find_plans(date, of_everybody, above_roots);
  // Somebody may be posted to a unit that has ended, and have hours of his own.
  const auto first_of_date = kinds_of_days_.size();
  const auto nothing_own = place_of(above_roots, first_of_date);
  for (UnitNo unit = 0; unit < book_.units().size(); ++unit) unit_day_of(unit, date) = nothing_own;
  for (const auto& place : book_.units().order_on(date)) {  // parents first
    const auto parent = book_.units().parent_on(place.unit, date);
    auto day = parent ? unit_day(*parent, date) : above_roots;
    calendar[place.unit] = own_calendar(place.unit, rows, parent ? calendar[*parent] : of_everybody);
    add_own(place.unit, date, day);
    find_plans(date, calendar[place.unit], day);
    unit_day_of(place.unit, date) = place_of(day, first_of_date);
  }
}

/// Looks for the same day among the last ones: who stands near in the tree is much alike.
std::uint32_t InForce::place_of(const UnitDay& day, std::size_t first_of_date) {
  constexpr std::size_t looked_at_max = 16;
  const auto end = kinds_of_days_.size();
  for (auto i = end; i > std::max(first_of_date, end - std::min(end, looked_at_max)); --i) {
    if (kinds_of_days_[i - 1] == day) return static_cast<std::uint32_t>(i - 1);
  }
  kinds_of_days_.push_back(day);
  return static_cast<std::uint32_t>(end);
}

void InForce::find_plans(Date date, const CalendarRows& calendar, UnitDay& day) {
  day.plans = plans_for(calendar, date);
  day.excepts_staff = calendar.nearest != nullptr && !calendar.nearest->except_staff.empty();
}

CalendarRows InForce::own_calendar(UnitNo unit, std::span<const CalendarDay> rows, CalendarRows above) const {
  if (rows.empty()) return above;
  const auto& code = book_.units().code(unit);
  for (const auto& row : rows) {
    if (row.unit_code == code) above = {&row, above.nearest};
  }
  if (above.nearest != nullptr && excepts_unit(*above.nearest, code)) above = {above.beneath, nullptr};
  return above;
}

void InForce::add_own(UnitNo unit, Date date, UnitDay& day) {
  if (const auto* own = book_.unit_assignment(unit, date)) day.assigned = own;
  day.complete = day.complete || book_.stated_complete(unit, date);

  if (auto own = book_.own_outages(unit, date); !own.empty()) {
    if (day.outages != nullptr) own.insert(own.end(), day.outages->begin(), day.outages->end());
    outage_sets_.push_back(std::make_unique<const std::vector<const Correction*>>(std::move(own)));
    day.outages = outage_sets_.back().get();
  }
  if (auto names = book_.own_entrances(unit, date); !names.empty()) {
    const auto [set, is_new] = entrance_sets_.try_emplace(std::move(names));
    if (is_new) set->second = watched(set->first);
    day.entrances = &set->second;
  }
}

std::uint32_t InForce::plans_for(const CalendarRows& calendar, Date date) {
  for (auto run = plan_runs_.rbegin(); run != plan_runs_.rend() && run->date == date; ++run) {
    if (run->calendar == calendar) return run->first;
  }
  const bool excepts = calendar.nearest != nullptr && !calendar.nearest->except_staff.empty();
  const auto if_excepted = excepts ? plans_for({calendar.beneath, nullptr}, date) : 0;
  const auto first = static_cast<std::uint32_t>(plans_.size());
  for (const auto& schedule : book_.schedules()) {
    auto& plan = plans_.emplace_back(plan_day(&schedule, calendar, date));
    plan.explain_until = explain_until(schedule, book_.calendar(), date);
    plan.regular = regular_taps(plan);
  }
  plans_.push_back(plan_day(nullptr, calendar, date));
  plan_runs_.push_back({date, calendar, first, if_excepted});
  return first;
}

std::vector<WatchedEntrance> InForce::watched(const std::vector<std::string>& names) const {
  std::vector<WatchedEntrance> entrances;
  for (const auto& name : names) entrances.push_back({name, coverage_.find(name)});
  return entrances;
}

}  // namespace badge::attendance
