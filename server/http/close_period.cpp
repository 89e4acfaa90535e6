#include "server/http/close_period.hpp"

#include <boost/json/value_from.hpp>

#include "server/http/json_body.hpp"
#include "server/http/query_dates.hpp"

namespace badge::http {

namespace json = boost::json;
using app::CloseRefused;

std::optional<Period> period_of(const std::string& month, const std::string& from, const std::string& to) {
  if (!month.empty()) {
    const auto named = month_of(month);
    return named && from.empty() && to.empty() ? std::optional<Period>(*named) : std::nullopt;
  }
  const auto first = date_of(from), last = date_of(to);
  if (!first || !last || *last < *first) return std::nullopt;
  return attendance::DateSpan{*first, *last};
}

std::optional<Period> period_of(const Request& request) {
  return period_of(request.query_or("month", ""), request.query_or("from", ""), request.query_or("to", ""));
}

attendance::DateSpan days_of(const Period& period, std::string_view unit, const app::PeriodCloses& closes) {
  const auto* month = std::get_if<std::chrono::year_month>(&period);
  return month != nullptr ? closes.period(unit, *month) : std::get<attendance::DateSpan>(period);
}

Response bad_days(const Request& request) {
  return problem(400, "urn:chuyen-can:bad-request",
                 say(request, "Ghi month, ví dụ 2026-07; hoặc from và to, ví dụ 2026-06-26 và 2026-07-25",
                     "Name month, like 2026-07; or from and to, like 2026-06-26 and 2026-07-25"));
}

Response no_such_unit(const Request& request) {
  return problem(
      404, "urn:chuyen-can:not-found",
      say(request, "Không có đơn vị này trong thời gian đó", "There is no such unit in that time"));
}

Response refused(const Request& request, const CloseRefused& why) {
  switch (why.why) {
    case CloseRefused::Why::no_such_unit:
      return no_such_unit(request);
    case CloseRefused::Why::bad_length:
      return problem(422, "urn:chuyen-can:invalid",
                     say(request, "Một kỳ chấm công dài từ 1 đến 62 ngày", "A period has 1 to 62 days"));
    case CloseRefused::Why::closed_already:
      return problem(409, "urn:chuyen-can:closed-already",
                     say(request, "Bảng công của kỳ này đã chốt; muốn chốt lại phải mở lại trước",
                         "This period is closed already; re-open it first"));
    case CloseRefused::Why::changed_meanwhile:
      return problem(409, "urn:chuyen-can:changed-meanwhile",
                     say(request, "Bảng công vừa thay đổi; vui lòng xem lại rồi ký",
                         "The sheet has just changed; look at it again, then sign"));
    case CloseRefused::Why::still_open:
      return problem(409, "urn:chuyen-can:sessions-open",
                     say(request, "Còn buổi chưa có kết luận; bổ sung dữ liệu, điều chỉnh, hoặc chốt tạm",
                         "Some sessions are not settled; add what is missing, correct them, or close "
                         "preliminarily"),
                     {{"open_sessions", why.open_sessions}, {"open", json::value_from(why.open)}});
  }
  return no_such_unit(request);
}

tl::expected<PeriodBody, Response> period_body(const Request& request, const json::object& body,
                                               const app::PeriodCloses& closes) {
  const auto unit = text_member(body, "unit"), month = text_member(body, "month"),
             from = text_member(body, "from"), to = text_member(body, "to"),
             sheet = text_member(body, "sheet_sha256");
  for (const auto* member : {&unit, &month, &from, &to, &sheet}) {
    if (!*member) return tl::unexpected(invalid(member->error()));
  }
  const auto period = period_of(*month, *from, *to);
  if (!period) return tl::unexpected(bad_days(request));
  auto seen = Digest::parse(*sheet);
  if (!sheet->empty() && !seen) return tl::unexpected(invalid("sheet_sha256 must be 64 hexadecimal digits"));
  return PeriodBody{*unit, days_of(*period, *unit, closes), seen,
                    "of=" + *unit + (month->empty() ? " from=" + *from + " to=" + *to : " month=" + *month)};
}

}  // namespace badge::http
