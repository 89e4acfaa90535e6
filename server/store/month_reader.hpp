#pragma once
#include <functional>
#include <span>
#include <vector>

#include "server/store/log_tail.hpp"
#include "server/store/month_number.hpp"
#include "server/store/snapshot.hpp"
#include "server/store/unsure_taps.hpp"

namespace badge::store {

/// Reads taps by credential: folded rows, merged with what the log's tail holds beyond them, at the times
/// that rulings on clocks give. Inside one read transaction.
class MonthReader {
 public:
  using Visit = std::function<void(const CredentialMonth&)>;
  struct TapOfKey {
    std::size_t key;  // its place among the keys asked for
    PackedTap tap;
    const RuledTap* ruled;  // null: the time is the stamped one
  };

  /// `rulings`: must outlive it, and what it returns.
  MonthReader(Database& database, const RuledTaps& rulings) : database_(database), rulings_(rulings) {}

  void for_each(MonthNumber month, const Visit& visit);
  /// With from <= at < to, in order of time.
  [[nodiscard]] std::vector<TapOfKey> taps_of(std::span<const TapKey> keys, std::chrono::sys_seconds from,
                                              std::chrono::sys_seconds to);

 private:
  Database& database_;
  const RuledTaps& rulings_;
};

}  // namespace badge::store
