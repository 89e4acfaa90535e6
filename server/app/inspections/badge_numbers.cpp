#include "server/app/inspections/badge_numbers.hpp"

#include <set>
#include <string_view>

namespace badge::app {

BadgeNumbers badge_numbers(const std::vector<attendance::CardNumber>& numbers,
                           std::span<const inspection::Listed> list, attendance::Date date) {
  std::set<std::string_view> listed;
  for (const auto& one : list) listed.insert(one.staff_code);
  std::map<std::string_view, const attendance::CardNumber*> latest;
  for (const auto& number : numbers) {
    if (!number.valid.contains(date) || !listed.contains(number.staff_code)) continue;
    auto& held = latest[number.staff_code];
    if (held == nullptr || held->valid.from < number.valid.from) held = &number;
  }
  BadgeNumbers shown;
  for (const auto& [staff_code, number] : latest) shown.emplace(staff_code, number->shown);
  return shown;
}

}  // namespace badge::app
