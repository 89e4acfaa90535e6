#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "reader-config/tap/tap.hpp"
#include "server/attendance/facts.hpp"
#include "server/store/tap_key.hpp"

namespace badge::store {

/// A tap of history from another system. It proves presence, by a clock that is believed.
struct ImportedTap {
  TapKey key;
  Instant at;
  std::string reader;  // as the file calls it; may be empty
};

using ImportId = std::uint32_t;

inline constexpr std::uint32_t import_rows_max = 100'000'000;  // ten years of a province's taps
inline constexpr std::size_t import_slice_rows_max = 20'000;   // what one request holds: about 1 MB of CSV

struct ImportOutcome {
  std::uint64_t added = 0;      // taps that became visible
  std::uint64_t unchanged = 0;  // all of them, where this very file was imported before
};

}  // namespace badge::store
