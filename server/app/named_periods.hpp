#pragma once
#include "server/app/evidence.hpp"
#include "server/app/report_period.hpp"

namespace badge::app {

/// Those in force, by their first days. Throws SqliteError, as the next.
[[nodiscard]] std::vector<attendance::NamedPeriod> named_periods(const Evidence& evidence);

/// report_period() with the names that the office has stated.
[[nodiscard]] std::optional<ReportPeriod> report_period(std::string_view text, const Evidence& evidence,
                                                        Language language);

}  // namespace badge::app
