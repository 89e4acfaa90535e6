#include "server/app/retention.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>

namespace badge::app {

using attendance::Date, attendance::LocalTime;

std::optional<int> RetentionSettings::months(RecordKind kind) const {
  switch (kind) {
    case RecordKind::taps:
      return taps;
    case RecordKind::people:
      return people;
    case RecordKind::requests:
      return requests;
    case RecordKind::inspections:
      return inspections;
    case RecordKind::audit:
      break;
  }
  return audit;
}

Date kept_from(int months, Date today) {
  const std::chrono::year_month_day day(today);
  return Date((day.year() / day.month() - std::chrono::months(months + 1)) / 1);
}

Retention::Retention(store::Store& store, const Evidence& evidence, RetentionSettings settings)
    : store_(store), evidence_(evidence), settings_(settings) {
  const bool erases =
      std::ranges::any_of(record_kinds, [&](RecordKind kind) { return settings_.months(kind).has_value(); });
  if (erases) thread_ = std::thread([this] { every_night(); });
}

Retention::~Retention() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  stopped_.notify_all();
  if (thread_.joinable()) thread_.join();
}

std::vector<Retention::Line> Retention::lines() const {
  const auto today = std::chrono::floor<std::chrono::days>(evidence_.now());
  std::vector<Line> lines;
  for (const auto kind : record_kinds) {
    Line line{kind, settings_.months(kind), {}, 0};
    if (line.months) {
      line.before = kept_from(*line.months, today);
      line.due = store_.records_before(kind, *line.before);
    }
    lines.push_back(line);
  }
  return lines;
}

std::vector<Erasure> Retention::history() const { return store_.erasures(); }

std::vector<Erasure> Retention::erase_due() {
  const std::lock_guard lock(erasing_);
  std::vector<Erasure> erased;
  for (const auto& line : lines()) {
    if (line.due == 0) continue;
    erased.push_back(store_.erase(line.kind, *line.before));
    spdlog::info("retention: {} records of kind {} are erased", erased.back().records, to_string(line.kind));
  }
  return erased;
}

void Retention::every_night() {
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    const auto now = evidence_.now();
    const auto today = std::chrono::floor<std::chrono::days>(now);
    const auto next = now < today + night ? today + night : today + std::chrono::days(1) + night;
    // The wall clock may be set meanwhile: it is looked at again every hour.
    const auto wait = std::min<std::chrono::seconds>(next - now, std::chrono::hours(1));
    if (stopped_.wait_for(lock, wait, [this] { return stopping_; })) return;
    if (evidence_.now() < next) continue;
    lock.unlock();
    try {
      erase_due();
    } catch (const std::exception& error) {
      spdlog::error("retention: {}; it is tried again tomorrow", error.what());
    }
    lock.lock();
  }
}

}  // namespace badge::app
