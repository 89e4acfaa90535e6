#pragma once
/// What the routes about closing have in common: how a request names a period, and how it is refused.
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <variant>

#include "server/app/period_closes.hpp"
#include "server/http/message.hpp"

namespace badge::http {

/// A unit's period: by the month that it is called by, or by its first and last day.
using Period = std::variant<std::chrono::year_month, attendance::DateSpan>;
/// Nothing: `bad_days` says what to write.
[[nodiscard]] std::optional<Period> period_of(const std::string& month, const std::string& from,
                                              const std::string& to);
[[nodiscard]] std::optional<Period> period_of(const Request& request);  // by its query
[[nodiscard]] attendance::DateSpan days_of(const Period& period, std::string_view unit,
                                           const app::PeriodCloses& closes);

/// The body of what signs or closes: {"unit", "month"} or {"unit", "from", "to"}, "sheet_sha256".
struct PeriodBody {
  std::string unit;
  attendance::DateSpan days;
  std::optional<Digest> seen;  // of the sheet that the asker looked at
  std::string noted;           // for the audit log
};
/// The error is the answer.
[[nodiscard]] tl::expected<PeriodBody, Response> period_body(const Request& request,
                                                             const boost::json::object& body,
                                                             const app::PeriodCloses& closes);

[[nodiscard]] Response bad_days(const Request& request);
[[nodiscard]] Response no_such_unit(const Request& request);
[[nodiscard]] Response refused(const Request& request, const app::CloseRefused& why);

}  // namespace badge::http
