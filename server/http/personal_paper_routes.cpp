#include "server/http/personal_paper_routes.hpp"

#include <charconv>
#include <utility>

#include "server/http/json_body.hpp"
#include "server/http/paper_file.hpp"
#include "server/http/query_dates.hpp"
#include "server/http/query_span.hpp"

namespace badge::http {
namespace {

using app::PaperFormat, app::PersonalPapers;

Response explanation(const Request& request, const PersonalPapers& papers, PaperFormat format) {
  const auto date = date_of(request.query_or("date", ""));
  if (!date) {
    return invalid(say(request, "date phải là một ngày của các năm 2000–2037, ví dụ 2026-07-09",
                       "date must be a day of 2000 to 2037, like 2026-07-09"));
  }
  return paper_answer(
      request, papers.explanation(request.query_or("staff", ""), *date, request.scope, format), format);
}

Response sheet(const Request& request, const PersonalPapers& papers, const app::Evidence& evidence,
               PaperFormat format) {
  const auto period = report_period_of(request, evidence);
  if (!period) return period.error();
  return paper_answer(request, papers.sheet(request.query_or("staff", ""), *period, request.scope, format),
                      format);
}

Response application(const Request& request, const PersonalPapers& papers, PaperFormat format) {
  const auto text = request.query_or("no", "");
  std::int64_t no = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), no);
  if (error != std::errc() || end != text.data() + text.size()) {
    return invalid(say(request, "no phải là số của đơn", "no must be the number of a request"));
  }
  return paper_answer(request, papers.application(no, request.scope, format), format);
}

}  // namespace

void add_personal_paper_routes(Router& router, const PersonalPapers& papers, const app::Evidence& evidence) {
  const std::vector<Role> readers = {Role::administrator, Role::hr, Role::head, Role::timekeeper,
                                     Role::staff};
  for (const auto format : {PaperFormat::pdf, PaperFormat::docx}) {
    router.add("GET", "/api/v1/papers/explanation" + ending(format), readers,
               [&papers, format](const Request& r) { return explanation(r, papers, format); });
    router.add("GET", "/api/v1/papers/person" + ending(format), readers,
               [&papers, &evidence, format](const Request& r) { return sheet(r, papers, evidence, format); });
    router.add("GET", "/api/v1/papers/application" + ending(format), readers,
               [&papers, format](const Request& r) { return application(r, papers, format); });
  }
}

}  // namespace badge::http
