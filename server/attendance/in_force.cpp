#include "server/attendance/in_force.hpp"

#include <algorithm>

namespace badge::attendance {

InForce::InForce(const RuleBook& book, const Coverage& coverage, const DateSpan& days)
    : book_(book), coverage_(coverage), days_(days), day_count_(day_no(days.to) + 1) {
  unit_days_.resize(day_count_ * book.units().size());
  plans_.reserve(day_count_ * (book.schedules().size() + 1));
  for (auto date = days.from; date <= days.to; date += std::chrono::days(1)) inherit(date);

  for (PersonNo person = 0; person < book.people().size(); ++person) {
    for (const auto& stay : book.stays(person)) {
      if (!stay.posting->entrances.empty() && stay.days.overlaps(days)) {
        further_entrances_.emplace(&stay, watched(stay.posting->entrances));
      }
    }
  }
}

const DayPlan* InForce::plan_of(PersonNo person, const RuleBook::Stay* stay, Date date) const {
  if (stay == nullptr || !days_.contains(date)) return nullptr;
  const auto& day = unit_day(stay->works_at, date);
  const auto* row = day.calendar.nearest;
  const bool excepted =
      row != nullptr && !row->except_staff.empty() && excepts_staff(*row, book_.people().code(person));
  const auto* by = assigned(person, *stay, date);
  const auto place = by == nullptr ? book_.schedules().size() : by->schedule_no;
  return &plans_[(excepted ? day.plans_if_excepted : day.plans) + place];
}

const std::vector<WatchedEntrance>* InForce::further_entrances(const RuleBook::Stay& stay) const {
  if (stay.posting->entrances.empty()) return nullptr;
  const auto found = further_entrances_.find(&stay);
  return found == further_entrances_.end() ? nullptr : &found->second;
}

void InForce::inherit(Date date) {
  UnitDay above_roots;
  above_roots.calendar.nearest = book_.calendar().for_everybody_on(date);
  for (const auto& place : book_.units().order_on(date)) {  // parents first
    auto& day = unit_day_of(place.unit, date);
    const auto parent = book_.units().parent_on(place.unit, date);
    day = parent ? unit_day(*parent, date) : above_roots;
    add_own(place.unit, date, day);
    day.plans = plans_for(day.calendar, date);
    const auto* row = day.calendar.nearest;
    if (row != nullptr && !row->except_staff.empty()) {
      day.plans_if_excepted = plans_for({day.calendar.beneath, nullptr}, date);
    }
  }
}

void InForce::add_own(UnitNo unit, Date date, UnitDay& day) {
  const auto& code = book_.units().code(unit);
  for (const auto& row : book_.calendar().on(date)) {
    if (row.unit_code == code) day.calendar = {&row, day.calendar.nearest};
  }
  if (day.calendar.nearest != nullptr && excepts_unit(*day.calendar.nearest, code)) {
    day.calendar = {day.calendar.beneath, nullptr};
  }
  if (const auto* own = book_.unit_assignment(unit, date)) day.assigned = own;
  day.complete = day.complete || book_.stated_complete(unit, date);

  if (auto own = book_.own_outages(unit, date); !own.empty()) {
    if (day.outages != nullptr) own.insert(own.end(), day.outages->begin(), day.outages->end());
    outage_sets_.push_back(std::make_unique<const std::vector<const Correction*>>(std::move(own)));
    day.outages = outage_sets_.back().get();
  }
  if (const auto names = book_.own_entrances(unit, date); !names.empty()) {
    entrance_sets_.push_back(std::make_unique<const std::vector<WatchedEntrance>>(watched(names)));
    day.entrances = entrance_sets_.back().get();
    day.entrances_of = unit;
  }
}

std::uint32_t InForce::plans_for(const CalendarRows& calendar, Date date) {
  for (auto run = plan_runs_.rbegin(); run != plan_runs_.rend() && run->date == date; ++run) {
    if (run->calendar == calendar) return run->first;
  }
  const auto first = static_cast<std::uint32_t>(plans_.size());
  for (const auto& schedule : book_.schedules()) {
    auto& plan = plans_.emplace_back(plan_day(&schedule, calendar, date));
    plan.explain_until = explain_until(schedule, book_.calendar(), date);
  }
  plans_.push_back(plan_day(nullptr, calendar, date));
  plan_runs_.push_back({date, calendar, first});
  return first;
}

std::vector<WatchedEntrance> InForce::watched(const std::vector<std::string>& names) const {
  std::vector<WatchedEntrance> entrances;
  for (const auto& name : names) entrances.push_back({name, coverage_.find(name)});
  return entrances;
}

}  // namespace badge::attendance
