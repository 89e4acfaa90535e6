#include "server/app/month_reports.hpp"

#include <algorithm>
#include <iterator>

namespace badge::app {

using attendance::LocalTime;
using std::chrono::days;

std::shared_ptr<MonthReports::Slot> MonthReports::slot_of(std::chrono::year_month month) {
  const std::lock_guard lock(mutex_);
  auto& slot = slots_[month];
  if (slot == nullptr) slot = std::make_shared<Slot>();
  auto wanted = slot;
  // The month that is farthest from the one that is asked for goes first; who computes it still holds its
  // slot.
  while (slots_.size() > months_kept_max) {
    const auto distance = [&](auto other) { return std::chrono::abs(other->first - month); };
    const auto first = slots_.begin();
    const auto last = std::prev(slots_.end());
    slots_.erase(distance(first) > distance(last) ? first : last);
  }
  return wanted;
}

/// What was judged by another roster holds no more, and its rule book is as large as many months.
void MonthReports::forget_other_rosters(const Slot& current) {
  const std::lock_guard lock(mutex_);
  for (const auto& [_, slot] : slots_) {
    if (slot.get() == &current) continue;
    const std::unique_lock computing(slot->computing, std::try_to_lock);
    if (computing && slot->roster_version != current.roster_version) slot->judged = nullptr;
  }
}

namespace {

/// While a month runs, the clock too decides what is due; by the minute, for that is what is judged.
LocalTime judging_time(const Evidence& evidence, std::chrono::year_month month) {
  const auto settled = LocalTime(attendance::days_of(month).to + days(3));
  return std::min<LocalTime>(std::chrono::floor<std::chrono::minutes>(evidence.now()), settled);
}

}  // namespace

std::shared_ptr<const JudgedMonth> MonthReports::get(const attendance::DateSpan& span) {
  const auto month = month_of(span);
  if (span == attendance::days_of(month)) return get(month);
  return std::make_shared<const JudgedMonth>(
      judge_month(evidence_, evidence_.snapshot(), span, judging_time(evidence_, month)));
}

std::shared_ptr<const JudgedMonth> MonthReports::get(std::chrono::year_month month) {
  const auto slot = slot_of(month);
  const std::lock_guard lock(slot->computing);
  const auto snapshot = evidence_.snapshot();
  const auto now = judging_time(evidence_, month);
  const bool is_current = slot->judged != nullptr && slot->judged_at == now &&
                          slot->judged->version == snapshot.month_version(month);
  if (!is_current) {
    slot->judged = nullptr;
    slot->roster_version = snapshot.version().roster_version;
    forget_other_rosters(*slot);
    slot->judged = std::make_shared<const JudgedMonth>(
        judge_month(evidence_, snapshot, attendance::days_of(month), now));
    slot->judged_at = now;
  }
  return slot->judged;
}

}  // namespace badge::app
