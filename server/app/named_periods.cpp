#include "server/app/named_periods.hpp"

#include <algorithm>
#include <utility>

namespace badge::app {

std::vector<attendance::NamedPeriod> named_periods(const Evidence& evidence) {
  auto periods = evidence.snapshot().named_periods();
  std::ranges::sort(periods, {}, [](const auto& period) { return std::pair(period.days.from, period.code); });
  return periods;
}

std::optional<ReportPeriod> report_period(std::string_view text, const Evidence& evidence,
                                          Language language) {
  return report_period(text, named_periods(evidence), language);
}

}  // namespace badge::app
