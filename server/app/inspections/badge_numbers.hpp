#pragma once
#include <map>
#include <span>
#include <string>
#include <vector>

#include "server/attendance/facts.hpp"
#include "server/inspection/inspection.hpp"

namespace badge::app {

/// What may be shown of the number that is printed on somebody's badge ("H10.••••••••4321.CC"), by staff
/// code.
using BadgeNumbers = std::map<std::string, std::string, std::less<>>;

/// Of those on the list whose number holds on that day; of several the one that holds since the latest. Pure.
[[nodiscard]] BadgeNumbers badge_numbers(const std::vector<attendance::CardNumber>& numbers,
                                         std::span<const inspection::Listed> list, attendance::Date date);

}  // namespace badge::app
