#include "server/store/packed_tap.hpp"

#include <algorithm>

namespace badge::store {

PackedTap PackedTap::pack(Instant at, std::uint32_t source_no, ClockState clock,
                          std::optional<std::int32_t> offset_ms) {
  const auto second = std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
  const std::int64_t off_ms = offset_ms ? std::int64_t{*offset_ms} : 0;
  const auto off_s =
      std::min<std::int64_t>(((off_ms < 0 ? -off_ms : off_ms) + 999) / 1000, packed_offset_max_s);
  return {static_cast<std::uint64_t>(static_cast<std::uint32_t>(second)) << 32 |
          std::uint64_t{source_no & source_no_max} << 8 | static_cast<std::uint64_t>(clock) << 6 |
          static_cast<std::uint64_t>(off_s)};
}

}  // namespace badge::store
