#pragma once
#include <map>
#include <memory>
#include <mutex>

#include "server/app/judged_month.hpp"

namespace badge::app {

/// Judged months, kept in memory until what they were judged from changes. Each is computed once at a time,
/// however many ask; who asks for another month does not wait. Any thread; blocks while it computes.
class MonthReports {
 public:
  explicit MonthReports(const Evidence& evidence) : evidence_(evidence) {}

  [[nodiscard]] std::shared_ptr<const JudgedMonth> get(std::chrono::year_month month);
  /// Days of one month. Fewer than all of them are judged for who asks, and not kept.
  [[nodiscard]] std::shared_ptr<const JudgedMonth> get(const attendance::DateSpan& span);

 private:
  static constexpr std::size_t months_kept_max =
      14;  // a year with its neighbours: 40,000 people are 3 MB a month

  struct Slot {
    std::mutex computing;
    attendance::LocalTime judged_at;
    std::uint64_t roster_version = 0;
    std::shared_ptr<const JudgedMonth> judged;
  };
  [[nodiscard]] std::shared_ptr<Slot> slot_of(std::chrono::year_month month);
  void forget_other_rosters(const Slot& current);  // whose `computing` is held

  const Evidence& evidence_;
  std::mutex mutex_;  // guards slots_
  std::map<std::chrono::year_month, std::shared_ptr<Slot>> slots_;
};

}  // namespace badge::app
