#pragma once
/// Weekdays as people write them. Pure.
#include <cstdint>
#include <optional>
#include <string_view>

namespace badge::app {

/// "mon+thu", "T2, T4", "thứ Hai đến thứ Sáu", "mon-fri": bit 0 Monday … bit 6 Sunday. A range goes forward
/// and not over Sunday. Nothing: some of it is no weekday.
[[nodiscard]] std::optional<std::uint8_t> written_weekdays(std::string_view text);

}  // namespace badge::app
