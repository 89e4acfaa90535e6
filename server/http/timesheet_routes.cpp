#include "server/http/timesheet_routes.hpp"

#include "server/app/timesheet_printing.hpp"
#include "server/http/query_span.hpp"
#include "server/http/timesheet_json.hpp"

namespace badge::http {
namespace {

using app::TimesheetReport;

constexpr std::size_t gaps_told_max = 200;  // of a refusal: nobody mends more before trying again

tl::expected<TimesheetReport, Response> report_of(const Request& request, const app::Evidence& evidence) {
  const auto month = asked_month(request);
  if (!month) return tl::unexpected(month.error());
  auto report = app::timesheet_report(evidence, request.params.at("unit"), *month, request.scope);
  if (report) return *std::move(report);
  if (report.error() == app::NoTimesheet::too_long) {
    return tl::unexpected(
        problem(422, "urn:chuyen-can:period-too-long",
                say(request, "Kỳ chấm công này dài hơn 31 ngày nên không có bảng chấm công theo mẫu",
                    "This pay period has more than 31 days, so the form has no sheet for it")));
  }
  return tl::unexpected(
      problem(404, "urn:chuyen-can:not-found",
              say(request, "Không có đơn vị này trong tháng đó", "There is no such unit in that month")));
}

Response as_json(const Request& request, const app::Evidence& evidence) {
  const auto report = report_of(request, evidence);
  return report ? json_response(to_json(*report, app::language_of(request.language))) : report.error();
}

Response incomplete(const Request& request, const TimesheetReport& report) {
  return problem(409, "urn:chuyen-can:timesheet-incomplete",
                 say(request, "Còn buổi chưa có ký hiệu; xử lý các buổi này, hoặc tải bản nháp",
                     "Some sessions have no symbol; settle them, or take a draft"),
                 {{"sessions", report.sheet.gaps.size()},
                  {"gaps", gaps_json(report, app::language_of(request.language), gaps_told_max)}});
}

Response as_workbook(const Request& request, const app::Evidence& evidence) {
  const auto report = report_of(request, evidence);
  if (!report) return report.error();
  if (!report->sheet.is_complete() && !request.query.contains("draft")) return incomplete(request, *report);
  const auto made_at =
      std::chrono::floor<std::chrono::seconds>(evidence.office().to_instant(report->of.made_at));
  auto bytes = app::xlsx_of(*report, made_at);
  if (!bytes) {
    return problem(500, "urn:chuyen-can:not-printed",
                   say(request, "Máy chủ không lập được bảng này; báo người quản trị kèm theo chi tiết",
                       "The server cannot make this sheet; tell the administrator the details"),
                   {{"detail", bytes.error()}});
  }
  Response response;
  response.content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  response.headers.emplace_back(
      "Content-Disposition",
      "attachment; filename=\"" + app::file_name("bang-cham-cong", report->of) + ".xlsx\"");
  response.body = *std::move(bytes);
  return response;
}

}  // namespace

void add_timesheet_routes(Router& router, const app::Evidence& evidence) {
  // Its symbols tell who was ill: for those alone who answer for the sheet.
  const std::vector<Role> readers = {Role::hr, Role::head, Role::timekeeper};
  router.add("GET", "/api/v1/units/{unit}/timesheet.json", readers,
             [&](const Request& r) { return as_json(r, evidence); });
  router.add("GET", "/api/v1/units/{unit}/timesheet.xlsx", readers,
             [&](const Request& r) { return as_workbook(r, evidence); });
}

}  // namespace badge::http
