#include "server/http/query_span.hpp"

#include "server/http/json_body.hpp"
#include "server/http/query_dates.hpp"

namespace badge::http {

tl::expected<attendance::DateSpan, Response> span_of(const Request& request,
                                                     std::optional<std::chrono::days> longest) {
  const auto from = date_of(request.query_or("from", "")), to = date_of(request.query_or("to", ""));
  if (!from || !to || *to < *from) {
    return tl::unexpected(
        invalid(say(request,
                    "from và to phải là hai ngày của các năm 2000–2037, ngày trước viết trước, ví dụ "
                    "2026-07-01 và 2026-07-31",
                    "from and to must be days of 2000 to 2037, in order, like 2026-07-01 and 2026-07-31")));
  }
  if (longest && *to - *from >= *longest) {
    return tl::unexpected(invalid(
        say(request, "from và to cách nhau không quá một năm", "from and to must be at most a year apart")));
  }
  return attendance::DateSpan{*from, *to};
}

tl::expected<std::chrono::year_month, Response> asked_month(const Request& request) {
  if (const auto month = month_of(request.query_or("month", ""))) return *month;
  return tl::unexpected(
      problem(400, "urn:chuyen-can:bad-request",
              say(request, "month phải là một tháng từ năm 2000 đến năm 2037, ví dụ 2026-07",
                  "month must be a month of 2000 to 2037, like 2026-07")));
}

tl::expected<inspection::Period, Response> calendar_period_of(const Request& request) {
  const auto period = inspection::parse_period(request.query_or("period", ""));
  if (period) return *period;
  return tl::unexpected(
      invalid(say(request, "period phải là một quý, tháng hoặc năm, ví dụ 2026-Q3, 2026-07 hoặc 2026",
                  "period must be a quarter, a month or a year, like 2026-Q3, 2026-07 or 2026")));
}

tl::expected<app::ReportPeriod, Response> report_period_of(const Request& request,
                                                           const app::Evidence& evidence) {
  auto period =
      app::report_period(request.query_or("period", ""), evidence, app::language_of(request.language));
  if (period) return *std::move(period);
  return tl::unexpected(
      invalid(say(request,
                  "period phải là tháng, quý, nửa năm, năm, hai ngày hoặc mã kỳ báo cáo đã khai báo, ví dụ "
                  "2026-07, 2026-Q3, 2026-H1, 2026 hoặc 2026-02-02..2026-02-13",
                  "period must be a month, a quarter, a half-year, a year, two days or the code of a named "
                  "period, like 2026-07, 2026-Q3, 2026-H1, 2026 or 2026-02-02..2026-02-13")));
}

}  // namespace badge::http
