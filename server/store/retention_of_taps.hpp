#pragma once
#include <cstdint>

#include "server/attendance/facts.hpp"
#include "server/store/log_state.hpp"
#include "server/store/month_number.hpp"
#include "server/store/sqlite.hpp"

namespace badge::store {

/// Of whole months that ended before this day.
[[nodiscard]] MonthNumber first_kept_month(attendance::Date before);
[[nodiscard]] std::uint64_t taps_before(Database& database, MonthNumber first_kept);

/// Erases what cards and readers did before a month, as far as it is folded. The month's reach stays in the
/// log: `verify` needs it. What was sent late stays until what arrived with it goes: the log is walked from
/// its beginning, up to the first row of a good clock that is kept. A failed slice throws; begin anew then.
class TapErasure {
 public:
  explicit TapErasure(MonthNumber first_kept) : first_kept_(first_kept) {}
  /// One step in the running transaction. False: that was the last.
  bool step(Database& database, LogState& state);
  /// Taps, and rows of readers, since the last call.
  [[nodiscard]] std::uint64_t take_erased();

 private:
  struct Walk;
  bool walk(Database& database, const Walk& table);

  MonthNumber first_kept_;
  std::size_t stage_ = 0;
  std::int64_t cursor_ = 0;  // in the table of the stage
  std::uint64_t erased_ = 0;
};

}  // namespace badge::store
