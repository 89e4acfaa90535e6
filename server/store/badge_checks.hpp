#pragma once
/// What readers saw in check mode, as the store hands it out.
#include <cstdint>
#include <optional>
#include <string>

#include "reader-config/tap/tap.hpp"

namespace badge::store {

/// A badge that was shown to an inspector, or somebody who came without one.
struct CheckedRow {
  std::uint64_t position = 0;
  std::string check_ref, reader;  // together they name the check
  std::string entrance;           // empty: a portable reader
  std::optional<Credential> inspector;
  Instant opened_at;               // the inspector's presentation; the first row where that never came here
  std::optional<Credential> card;  // nothing: somebody without a badge
  int without_badge = 0;           // 1; or -1: one was counted by mistake
  Instant at;                      // the entrance's clock
  friend bool operator==(const CheckedRow&, const CheckedRow&) = default;
};

inline constexpr std::size_t checked_rows_max =
    100'000;  // of one question: a province that is checked for a month

}  // namespace badge::store
