#pragma once
#include <optional>
#include <vector>

#include "server/store/badge_checks.hpp"
#include "server/store/log_state.hpp"
#include "server/store/sqlite.hpp"

namespace badge::store {

/// Stores what readers saw in check mode, inside the writer's transaction, and whose presentation opened each
/// check. None of it is a tap; that a tap at an entrance is one too, the caller has stored.
class CheckLog {
 public:
  CheckLog(Database& database, LogState& state) : database_(database), state_(state) {}

  /// A tap in check mode, stored at `position`.
  void store(const StreamState& stream, std::uint64_t seq, const Tap& tap, std::uint64_t position,
             std::uint32_t credential_no);
  void store(const StreamState& stream, std::uint64_t seq, const BadgeShown& shown);
  void store(const StreamState& stream, std::uint64_t seq, const WithoutBadge& one);

 private:
  /// The presentation that opened a check.
  struct Opening {
    std::uint32_t credential_no = 0;  // 0: it never came here
    std::int64_t at_ms = 0;
  };
  struct Seen;
  [[nodiscard]] Opening opening_of(const StreamState& stream, const Seen& seen);
  [[nodiscard]] std::optional<Opening> find_tap(const StreamState& stream, std::string_view check_ref);
  void insert(const StreamState& stream, std::uint64_t seq, const Seen& seen, const BadgeShown* shown);

  Database& database_;
  LogState& state_;
};

/// With from <= at < to, in order of check and time; at most checked_rows_max, the newest.
[[nodiscard]] std::vector<CheckedRow> read_checked_rows(Database& database, Instant from, Instant to);

}  // namespace badge::store
