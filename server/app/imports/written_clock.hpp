#pragma once
#include <string>
#include <string_view>

namespace badge::app {

/// "7h30", "7 giờ 30 phút", "7h" as "07:30" and "07:00"; anything else as it is. Pure.
[[nodiscard]] std::string written_clock(std::string_view text);

}  // namespace badge::app
