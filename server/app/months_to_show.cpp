#include "server/app/months_to_show.hpp"

#include <algorithm>

namespace badge::app {

std::vector<std::chrono::year_month> months_to_show(const store::Snapshot& snapshot) {
  auto months = snapshot.months();
  const attendance::DateSpan ever{attendance::Date::min(), attendance::DateSpan::forever};
  for (const auto& close : snapshot.period_close_heads(ever)) {
    const std::chrono::year_month_day last(
        close.days.to);  // a period is called by the month in which it ends
    months.push_back(last.year() / last.month());
  }
  std::ranges::sort(months);
  const auto repeated = std::ranges::unique(months);
  months.erase(repeated.begin(), repeated.end());
  return months;
}

}  // namespace badge::app
