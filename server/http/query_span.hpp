#pragma once
#include <chrono>
#include <optional>
#include <tl/expected.hpp>

#include "server/app/named_periods.hpp"
#include "server/attendance/facts.hpp"
#include "server/http/message.hpp"
#include "server/inspection/indicators.hpp"

namespace badge::http {

inline constexpr std::chrono::days year_span_max{
    366};  // a year and its leap day, which an evaluation is about

/// The days `from` and `to` of a query, both included, of 2000 to 2037. The error is the answer, with the
/// rule.
[[nodiscard]] tl::expected<attendance::DateSpan, Response> span_of(
    const Request& request, std::optional<std::chrono::days> longest = std::nullopt);

/// `month` of a query, of 2000 to 2037: "2026-07". The error is the answer, with the rule.
[[nodiscard]] tl::expected<std::chrono::year_month, Response> asked_month(const Request& request);

/// `period` of a query: "2026-Q3", "2026-07" or "2026". The error is the answer, with the rule.
[[nodiscard]] tl::expected<inspection::Period, Response> calendar_period_of(const Request& request);

/// `period` of a query, of a report: also a half-year, two days or a named period. The error is the answer,
/// with the rule.
[[nodiscard]] tl::expected<app::ReportPeriod, Response> report_period_of(const Request& request,
                                                                         const app::Evidence& evidence);

}  // namespace badge::http
