#include "server/http/inspection_paper_routes.hpp"

#include <string>
#include <utility>

#include "server/http/inspection_refusals.hpp"
#include "server/http/paper_file.hpp"
#include "server/http/query_span.hpp"

namespace badge::http {
namespace {

using app::InspectionPapers, app::NotPrinted, app::PaperFormat, app::PaperKind;

Response refusal(const Request& request, const NotPrinted& refused) {
  switch (refused.why) {
    case NotPrinted::Why::not_found:
      return no_such_inspection(request);
    case NotPrinted::Why::not_begun:
      return problem(409, "urn:chuyen-can:not-begun",
                     say(request, "Cuộc kiểm tra chưa bắt đầu nên chưa có văn bản này",
                         "The inspection has not begun, so there is no such paper yet"));
    case NotPrinted::Why::dropped:
      return problem(409, "urn:chuyen-can:dropped",
                     say(request, "Cuộc kiểm tra này đã hủy, không lập văn bản",
                         "This inspection will not be made, so there is no paper of it"));
    case NotPrinted::Why::unprintable:
      return unprintable(request, refused.place_and_rule);
  }
  return no_such_inspection(request);
}

Response print(const Request& request, const InspectionPapers& papers, PaperKind kind, PaperFormat format) {
  auto paper = papers.print(request.who, request.params.at("file"), kind, format);
  return paper ? paper_file(*std::move(paper), format) : refusal(request, paper.error());
}

Response print_plan(const Request& request, const InspectionPapers& papers, PaperFormat format) {
  auto paper = papers.print_plan(request.params.at("file"), format);
  if (paper) return paper_file(*std::move(paper), format);
  if (paper.error().why != NotPrinted::Why::not_found) return refusal(request, paper.error());
  return problem(404, "urn:chuyen-can:not-found",
                 say(request, "Không có kế hoạch này", "There is no such plan"));
}

Response print_summary(const Request& request, const InspectionPapers& papers, PaperFormat format) {
  const auto period = calendar_period_of(request);
  if (!period) return period.error();
  auto paper = papers.print_summary(request.who, request.query_or("unit", ""), *period, format);
  if (paper) return paper_file(*std::move(paper), format);
  if (paper.error().why != NotPrinted::Why::not_found) return refusal(request, paper.error());
  return problem(404, "urn:chuyen-can:not-found",
                 say(request, "Không có đơn vị này", "There is no such unit"));
}

}  // namespace

void add_inspection_paper_routes(Router& router, const InspectionPapers& papers) {
  const std::vector<Role> anybody = {Role::inspector, Role::head, Role::hr, Role::staff};
  const auto add = [&](const char* name, PaperKind kind, PaperFormat format) {
    router.add("GET", std::string("/api/v1/inspections/{file}/") + name + ending(format), anybody,
               [&papers, kind, format](const Request& r) { return print(r, papers, kind, format); });
  };
  add("minutes", PaperKind::minutes, PaperFormat::pdf);  // what was signed is not edited afterwards
  for (const auto format : {PaperFormat::pdf, PaperFormat::docx}) {
    add("report", PaperKind::report, format);
    add("notice", PaperKind::notice, format);
    add("decision", PaperKind::decision, format);
    router.add("GET", "/api/v1/inspections/summary" + ending(format), {Role::inspector, Role::head, Role::hr},
               [&papers, format](const Request& r) { return print_summary(r, papers, format); });
    router.add("GET", "/api/v1/inspection-plans/{file}/plan" + ending(format), {Role::inspector},
               [&papers, format](const Request& r) { return print_plan(r, papers, format); });
  }
}

}  // namespace badge::http
