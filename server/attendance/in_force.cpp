#include "server/attendance/in_force.hpp"

#include <algorithm>

namespace badge::attendance {

InForce::InForce(const RuleBook& book, const Coverage& coverage, const DateSpan& days)
    : book_(book), coverage_(coverage), days_(days), day_count_(day_no(days.to) + 1) {
  unit_days_.resize(day_count_ * book.units().size());
  plans_.reserve(day_count_ * (book.schedules().size() + 1));
  for (auto date = days.from; date <= days.to; date += std::chrono::days(1)) {
    for (const auto& schedule : book.schedules())
      plans_.push_back(plan_day(&schedule, book.calendar(), date));
    plans_.push_back(plan_day(nullptr, book.calendar(), date));
    inherit(date);
  }
}

void InForce::inherit(Date date) {
  for (const auto& place : book_.units().order_on(date)) {  // parents first
    auto& day = unit_day_of(place.unit, date);
    if (const auto parent = book_.units().parent_on(place.unit, date)) day = unit_day(*parent, date);
    if (const auto* own = book_.unit_assignment(place.unit, date)) day.assigned = own;
    day.complete = day.complete || book_.stated_complete(place.unit, date);

    const auto names = book_.own_entrances(place.unit, date);
    if (names.empty()) continue;
    std::vector<WatchedEntrance> entrances;
    for (const auto& name : names) entrances.push_back({name, coverage_.find(name)});
    entrance_sets_.push_back(std::make_unique<const std::vector<WatchedEntrance>>(std::move(entrances)));
    day.entrances = entrance_sets_.back().get();
    day.entrances_of = place.unit;
  }
}

}  // namespace badge::attendance
