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

}  // namespace badge::http
