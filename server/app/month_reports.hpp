#pragma once
#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "server/app/evidence.hpp"
#include "server/attendance/month.hpp"

namespace badge::app {

/// A month, judged. Immutable.
struct JudgedMonth {
  std::chrono::year_month month;
  std::uint64_t version = 0;  // of the data that it was judged from: the last position that touches the month
  std::shared_ptr<const attendance::RuleBook> book;
  attendance::MonthReport report;
};

/// Judged months, kept in memory until what they were judged from changes. Each is computed once at a time,
/// however many ask; who asks for another month does not wait. Any thread; blocks while it computes.
class MonthReports {
 public:
  explicit MonthReports(const Evidence& evidence) : evidence_(evidence) {}

  [[nodiscard]] std::shared_ptr<const JudgedMonth> get(std::chrono::year_month month);

 private:
  static constexpr std::size_t months_kept_max =
      14;  // a year with its neighbours: 40,000 people are 3 MB a month

  struct Slot {
    std::mutex computing;
    attendance::LocalTime judged_at;
    std::shared_ptr<const JudgedMonth> judged;
  };
  [[nodiscard]] std::shared_ptr<Slot> slot_of(std::chrono::year_month month);

  const Evidence& evidence_;
  std::mutex mutex_;  // guards slots_
  std::map<std::chrono::year_month, std::shared_ptr<Slot>> slots_;
};

/// Judges a month from the store, without keeping anything.
[[nodiscard]] JudgedMonth judge_month(const Evidence& evidence, const store::Snapshot& snapshot,
                                      std::chrono::year_month month, attendance::LocalTime now);

}  // namespace badge::app
