#include "server/http/export_routes.hpp"

#include <string>

#include "server/app/evidence.hpp"
#include "server/app/imports/fact_exports.hpp"

namespace badge::http {
namespace {

using app::ExportFormat;
using app::NotExported;

std::string_view content_type(ExportFormat format) {
  switch (format) {
    case ExportFormat::csv:
      return "text/csv; charset=utf-8";
    case ExportFormat::xlsx:
      return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    case ExportFormat::toml:
      return "application/toml";
  }
  return "application/octet-stream";
}

Response refused(const Request& request, const NotExported& refusal) {
  switch (refusal.why) {
    case NotExported::Why::unknown:
      return problem(404, "urn:chuyen-can:no-such-kind",
                     std::string(say(request, "Không xuất được tệp này; các loại (.csv, .xlsx): ",
                                     "There is no such file; there are (.csv, .xlsx): ")) +
                         app::export_kind_list() + "; schedules.toml");
    case NotExported::Why::out_of_scope:
      return problem(403, "urn:chuyen-can:out-of-scope",
                     say(request, "Chỉ người phụ trách toàn bộ các đơn vị được xuất tệp này",
                         "Only those in charge of all units may take out this file"));
    case NotExported::Why::not_made:
      break;
  }
  return problem(500, "urn:chuyen-can:not-printed",
                 say(request, "Máy chủ không lập được bảng này; báo người quản trị kèm theo chi tiết",
                     "The server cannot make this sheet; tell the administrator the details"),
                 {{"detail", refusal.detail}});
}

}  // namespace

void add_export_routes(Router& router, const app::FactExports& exports, const app::Evidence& evidence) {
  const std::vector<Role> allowed = {Role::administrator, Role::hr};
  router.add("GET", "/api/v1/exports/{file}", allowed, [&](const Request& request) {
    const auto& name = request.params.at("file");
    const auto now = evidence.office().to_instant(evidence.now());
    auto file = exports.file(name, request.scope, std::chrono::floor<std::chrono::seconds>(now));
    if (!file) return refused(request, file.error());
    Response response;
    response.content_type = content_type(file->format);
    response.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + name + '"');
    response.body = std::move(file->bytes);
    return response;
  });
}

}  // namespace badge::http
