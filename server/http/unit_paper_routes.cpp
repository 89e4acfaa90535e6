#include "server/http/unit_paper_routes.hpp"

#include "server/http/paper_file.hpp"
#include "server/http/query_span.hpp"

namespace badge::http {
namespace {

using app::PaperFormat, app::UnitPapers;

Response summary(const Request& request, const UnitPapers& papers, const app::Evidence& evidence,
                 PaperFormat format) {
  const auto period = report_period_of(request, evidence);
  if (!period) return period.error();
  return paper_answer(
      request, papers.summary(request.who, request.scope, request.query_or("unit", ""), *period, format),
      format);
}

Response presence(const Request& request, const UnitPapers& papers, PaperFormat format) {
  return paper_answer(request, papers.presence(request.scope, request.query_or("unit", ""), format), format);
}

Response hours(const Request& request, const UnitPapers& papers, PaperFormat format) {
  return paper_answer(request, papers.hours(request.scope, request.query_or("unit", ""), format), format);
}

Response duties(const Request& request, const UnitPapers& papers, PaperFormat format) {
  const auto month = asked_month(request);
  if (!month) return month.error();
  return paper_answer(request, papers.duties(request.scope, request.query_or("unit", ""), *month, format),
                      format);
}

Response overtime(const Request& request, const UnitPapers& papers, PaperFormat format) {
  const auto month = asked_month(request);
  if (!month) return month.error();
  return paper_answer(request, papers.overtime(request.scope, request.query_or("unit", ""), *month, format),
                      format);
}

}  // namespace

void add_unit_paper_routes(Router& router, const UnitPapers& papers, const app::Evidence& evidence) {
  const std::vector<Role> readers = {Role::administrator, Role::hr, Role::head, Role::timekeeper};
  for (const auto format : {PaperFormat::pdf, PaperFormat::docx}) {
    router.add(
        "GET", "/api/v1/papers/unit" + ending(format), readers,
        [&papers, &evidence, format](const Request& r) { return summary(r, papers, evidence, format); });
    router.add("GET", "/api/v1/papers/presence" + ending(format), readers,
               [&papers, format](const Request& r) { return presence(r, papers, format); });
    router.add("GET", "/api/v1/papers/hours" + ending(format), readers,
               [&papers, format](const Request& r) { return hours(r, papers, format); });
    router.add("GET", "/api/v1/papers/duties" + ending(format), readers,
               [&papers, format](const Request& r) { return duties(r, papers, format); });
    router.add("GET", "/api/v1/papers/overtime" + ending(format), readers,
               [&papers, format](const Request& r) { return overtime(r, papers, format); });
  }
}

}  // namespace badge::http
