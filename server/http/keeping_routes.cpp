#include <boost/json/value_from.hpp>
#include <charconv>

#include "server/http/admin_routes.hpp"

namespace badge::http {
namespace {

namespace json = boost::json;

std::optional<std::uint64_t> id_of(const Request& request) {
  const auto& text = request.params.at("id");
  std::uint64_t id = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return id;
}

Response no_such_backup() {
  return problem(404, "urn:chuyen-can:not-found",
                 "There is no such backup here any more; make a new one with POST /api/v1/backups");
}

Response make_backup(app::Keeping& keeping) {
  const auto backup = keeping.make_backup();
  return json_response({{"id", backup.id}, {"bytes", backup.bytes}, {"sha256", backup.sha256}}, 201);
}

Response send_backup(const app::Keeping& keeping, const Request& request) {
  const auto id = id_of(request);
  const auto file = id ? keeping.backup_file(*id) : std::nullopt;
  if (!file) return no_such_backup();
  Response response;
  response.content_type = "application/vnd.sqlite3";
  response.file = file->string();
  return response;
}

Response complete_backup(app::Keeping& keeping, const Request& request) {
  const auto id = id_of(request);
  if (!id || !keeping.complete_backup(*id)) return no_such_backup();
  return no_content();
}

Response verify(const app::Keeping& keeping, const app::PeriodCloses& closes) {
  auto report = keeping.verify();
  closes.verify(report);
  return json_response({{"ok", report.ok()},
                        {"checked", json::value_from(report.checked)},
                        {"differences", json::value_from(report.differences)}});
}

}  // namespace

void add_keeping_routes(Router& router, app::Keeping& keeping, const app::PeriodCloses& closes) {
  const std::vector<Role> allowed{Role::administrator};
  router.add("POST", "/api/v1/backups", allowed, [&](const Request&) { return make_backup(keeping); });
  router.add("GET", "/api/v1/backups/{id}", allowed,
             [&](const Request& request) { return send_backup(keeping, request); });
  router.add("POST", "/api/v1/backups/{id}/complete", allowed,
             [&](const Request& request) { return complete_backup(keeping, request); });
  router.add("POST", "/api/v1/verify", allowed, [&](const Request&) { return verify(keeping, closes); });
}

}  // namespace badge::http
