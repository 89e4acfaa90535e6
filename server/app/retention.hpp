#pragma once
#include <array>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "server/app/evidence.hpp"
#include "server/store/retention.hpp"

namespace badge::app {

using store::Erasure, store::RecordKind;

inline constexpr std::array record_kinds = {RecordKind::taps, RecordKind::people, RecordKind::requests,
                                            RecordKind::audit, RecordKind::inspections};

/// For how many whole months records are kept, behind the running one; nothing: for ever, which is what holds
/// unless an office decides (Luật 91/2025/QH15, art. 25: as long as the law or an agreement says). People are
/// kept at least as long as taps: a sheet that can still be judged again must find them.
struct RetentionSettings {
  std::optional<int> taps, people, requests, audit, inspections;
  [[nodiscard]] std::optional<int> months(RecordKind kind) const;
};
inline constexpr int kept_months_min = 12;       // a year's evaluation needs them
inline constexpr int kept_audit_months_min = 3;  // logs of a system of level 3 (TCVN 11930:2017)
inline constexpr int kept_months_max = 1200;

/// The first day that is kept. One month more than it says, so that the oldest month that counts is whole in
/// every time zone.
[[nodiscard]] attendance::Date kept_from(int months, attendance::Date today);

/// Erases what its time is over of, every night. Any thread; blocks while it erases.
class Retention {
 public:
  Retention(store::Store& store, const Evidence& evidence, RetentionSettings settings);
  ~Retention();
  Retention(const Retention&) = delete;
  Retention& operator=(const Retention&) = delete;

  struct Line {
    RecordKind kind;
    std::optional<int> months;               // nothing: for ever
    std::optional<attendance::Date> before;  // what would be erased now
    std::uint64_t due = 0;                   // how many of it there are
  };
  /// A line for each kind.
  [[nodiscard]] std::vector<Line> lines() const;
  /// Newest first, at most store::erasures_listed_max.
  [[nodiscard]] std::vector<Erasure> history() const;
  /// Erases all that is due now; what was erased. Throws what the store throws.
  std::vector<Erasure> erase_due();

 private:
  void every_night();

  static constexpr std::chrono::hours night{3};  // by the office's clock: nobody taps and nobody asks

  store::Store& store_;
  const Evidence& evidence_;
  const RetentionSettings settings_;
  std::mutex erasing_;  // held while something is erased
  std::mutex mutex_;    // guards stopping_
  std::condition_variable stopped_;
  bool stopping_ = false;
  std::thread thread_;  // last; none where nothing is ever erased
};

}  // namespace badge::app
