#include "server/http/import_routes.hpp"

#include <boost/json.hpp>

#include <charconv>

#include "server/app/effect_preview.hpp"
#include "server/app/evidence.hpp"
#include "server/app/imports/concerns.hpp"
#include "server/app/imports/fact_imports.hpp"
#include "server/app/imports/form_rows.hpp"
#include "server/app/imports/tap_imports.hpp"
#include "server/app/imports/within_scope.hpp"
#include "server/http/close_json.hpp"
#include "server/http/import_errors_json.hpp"
#include "server/http/json_body.hpp"
#include "server/http/report_json.hpp"
#include "server/http/understood_json.hpp"

namespace badge::http {
namespace {

namespace json = boost::json;
using app::ImportErrors;
using app::Language;
using app::TapImportFault;

bool flag(const Request& request, std::string_view name) {
  const auto value = request.query_or(std::string(name), "0");
  return value == "1" || value == "true";
}

Response refused(const Request& request, const ImportErrors& errors) {
  return refused_rows(errors, flag(request, "withdraw") ? say(request, "Tệp có lỗi; chưa rút lại gì",
                                                              "The file has errors; nothing was withdrawn")
                                                        : say(request, "Tệp có lỗi; chưa nhập dữ liệu nào",
                                                              "The file has errors; nothing was imported"));
}

Response not_taken(const Request& request, TapImportFault fault) {
  switch (fault) {
    case TapImportFault::unknown:
      return problem(404, "urn:chuyen-can:no-such-import",
                     say(request, "Không có lần nhập này nữa; hãy nhập lại tệp từ đầu",
                         "There is no such import any more; import the file again from its beginning"));
    case TapImportFault::out_of_order:
      return problem(
          409, "urn:chuyen-can:slice-out-of-order",
          say(request, "Các phần trước của tệp chưa được gửi", "The slices before this one have not come"));
    case TapImportFault::too_many:
      return busy(503,
                  say(request, "Đang có nhiều lần nhập lượt quét thẻ chưa xong; hãy thử lại sau",
                      "Several imports of taps are not finished; try again later"),
                  10);
    case TapImportFault::has_errors:
      return problem(
          409, "urn:chuyen-can:import-has-errors",
          say(request, "Tệp có lỗi nên không nhập được", "The file has errors and cannot be finished"));
  }
  return problem(500, "urn:chuyen-can:unexpected", "?");
}

Response not_taken(const Request& request, const std::variant<TapImportFault, ImportErrors>& why) {
  if (const auto* fault = std::get_if<TapImportFault>(&why)) return not_taken(request, *fault);
  return refused(request, std::get<ImportErrors>(why));
}

std::optional<std::uint32_t> number(std::string_view text) {
  std::uint32_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  return value;
}

Response bad_number(const Request& request) {
  return problem(400, "urn:chuyen-can:bad-request",
                 say(request, "Địa chỉ phải có số nguyên không âm ở chỗ này",
                     "The address must have a whole number here, zero or more"));
}

/// Most files speak of people and units of the whole province; an officer of one unit cannot judge what they
/// do to the others.
std::optional<Response> out_of_scope(const Request& request) {
  if (request.scope.is_everything()) return std::nullopt;
  return problem(403, "urn:chuyen-can:out-of-scope",
                 say(request, "Chỉ người phụ trách toàn bộ các đơn vị được nhập tệp",
                     "Only those in charge of all units may import files"));
}

std::string file_name(const Request& request, std::string_view kind) {
  constexpr std::size_t bytes_max = 200;
  return request.query_or("file", std::string(kind)).substr(0, bytes_max);
}

/// What is to be imported, and the one person whom it concerns; empty where they are many or none.
struct Stated {
  std::string text, staff_code;
};

/// A file of any kind that app reads (its first bytes say which), or the rows of a form as one: {"rows":
/// [{"staff_code": "CB001", …}, …]}.
tl::expected<Stated, Response> stated(const Request& request) {
  if (request.content_type != "application/json") return Stated{request.body, {}};
  const auto body = json_body(request);
  if (!body) return tl::unexpected(body.error());
  const auto* rows = body->if_contains("rows");
  if (rows == nullptr || !rows->is_array())
    return tl::unexpected(invalid("\"rows\": must be a list of objects"));
  std::vector<app::FormRow> form;
  for (const auto& row : rows->get_array()) {
    if (!row.is_object()) return tl::unexpected(invalid("\"rows\": must be a list of objects"));
    auto cells = text_members(row.get_object());
    if (!cells) return tl::unexpected(invalid(cells.error()));
    form.push_back(*std::move(cells));
  }
  std::string staff_code;
  if (form.size() == 1) staff_code = *text_member(rows->get_array()[0].get_object(), "staff_code");
  return Stated{app::csv_of(form), std::move(staff_code)};
}

json::object to_json(const app::ImportCounts& counts, const Request& request, bool is_dry) {
  return {{"kind", request.params.at("kind")},
          {"dry_run", is_dry},
          {"rows", counts.rows},
          {"added", counts.added},
          {"changed", counts.changed},
          {"unchanged", counts.unchanged},
          {"withdrawn", counts.withdrawn},
          {"notes", json::value_from(counts.notes)}};
}

Response imported(const Request& request, const app::FactFile& file, app::FactImports& imports) {
  const auto counts = imports.run(file);
  return counts ? json_response(to_json(*counts, request, false)) : refused(request, counts.error());
}

json::object to_json(const app::Effects& effects) {
  json::array months, listed;
  for (const auto month : effects.months) months.emplace_back(month_text(month));
  for (const auto& change : effects.listed) listed.push_back(http::to_json(change));
  return {{"months", std::move(months)},  {"has_more_months", effects.has_more_months},
          {"people", effects.people},     {"days", effects.days},
          {"verdicts", effects.verdicts}, {"changes", std::move(listed)}};
}

/// Nothing is written: what the file would do, whom it speaks of and, where that is asked for, which verdicts
/// would be others.
Response preview(const Request& request, const app::FactFile& file, app::FactImports& imports,
                 const app::Evidence& evidence) {
  const auto preview = imports.preview(file);
  if (!preview) return refused(request, preview.error());
  auto answer = to_json(preview->counts, request, true);
  const auto today = std::chrono::floor<std::chrono::days>(evidence.now());
  const auto concerns =
      app::concerns_of(preview->plan, *evidence.rule_book(evidence.snapshot()), attendance::Date(today));
  answer["concerns"] = json::object{{"people", concerns.people}, {"units", concerns.units}};
  answer["understood"] = understood_json(preview->counts.understood);
  const bool asks_effects = request.query_or("preview", "") == "effects" && app::has_effects(file.kind);
  answer["effects"] = asks_effects ? json::value(to_json(app::effects_of(evidence, preview->plan))) : nullptr;
  return json_response(answer);
}

Response import_facts(const Request& request, app::FactImports& imports, const app::Evidence& evidence) {
  const auto& name = request.params.at("kind");
  const auto kind = app::parse_import_kind(name);
  if (!kind) {
    return problem(404, "urn:chuyen-can:no-such-kind",
                   std::string(say(request, "Không nhập được loại tệp này; các loại: ",
                                   "This kind of file is not known; there are: ")) +
                       app::import_kind_list() + ", taps");
  }
  if (!app::is_of_single_people(*kind)) {
    if (auto refusal = out_of_scope(request)) return std::move(*refusal);
  }
  const auto file = stated(request);
  if (!file) return file.error();
  const app::FactFile rows{*kind,
                           file->text,
                           file_name(request, name),
                           request.who.name,
                           false,
                           app::language_of(request.language),
                           flag(request, "withdraw"),
                           request.scope};
  auto response =
      flag(request, "dry_run") ? preview(request, rows, imports, evidence) : imported(request, rows, imports);
  response.noted_staff = file->staff_code;
  return response;
}

Response begin_taps(const Request& request, app::TapImports& imports) {
  if (auto refusal = out_of_scope(request)) return std::move(*refusal);
  const auto id = imports.begin(request.who.name, file_name(request, "taps"));
  if (!id) return not_taken(request, id.error());
  return json_response(json::object{{"id", *id}}, 201);
}

Response stage_taps(const Request& request, app::TapImports& imports) {
  if (auto refusal = out_of_scope(request)) return std::move(*refusal);
  const auto id = number(request.params.at("id"));
  const auto slice = number(request.params.at("n"));
  const auto first_line = number(request.query_or("first_line", "2"));
  if (!id || !slice || !first_line || *first_line < 1) return bad_number(request);
  const auto rows = imports.stage(*id, *slice, request.body, *first_line, app::language_of(request.language));
  if (!rows) return not_taken(request, rows.error());
  return json_response(json::object{{"rows", *rows}});
}

/// What the body states; nothing where it states nothing. The error is the answer.
tl::expected<std::optional<app::TapImports::Completeness>, Response> stated_completeness(
    const Request& request) {
  const auto body = json_body(request);
  if (!body) return tl::unexpected(body.error());
  if (body->empty()) return std::nullopt;
  app::TapImports::Completeness stated;
  for (const auto& [key, place] : {std::pair("complete_for", &stated.unit_code),
                                   std::pair("from", &stated.from), std::pair("to", &stated.to)}) {
    auto text = text_member(*body, key);
    if (!text) return tl::unexpected(invalid(text.error()));
    if (text->empty()) {
      return tl::unexpected(invalid(say(request, "Cần cả ba khóa complete_for, from, to, hoặc không khóa nào",
                                        "complete_for, from and to are needed, all three or none")));
    }
    *place = std::move(*text);
  }
  return stated;
}

Response finish_taps(const Request& request, app::TapImports& imports) {
  if (auto refusal = out_of_scope(request)) return std::move(*refusal);
  const auto id = number(request.params.at("id"));
  if (!id) return bad_number(request);
  const auto complete = stated_completeness(request);
  if (!complete) return complete.error();
  const auto counts = imports.finish(*id, *complete, app::language_of(request.language));
  if (!counts) return not_taken(request, counts.error());
  return json_response(json::object{
      {"kind", "taps"}, {"rows", counts->rows}, {"added", counts->added}, {"unchanged", counts->unchanged}});
}

Response discard_taps(const Request& request, app::TapImports& imports) {
  if (auto refusal = out_of_scope(request)) return std::move(*refusal);
  const auto id = number(request.params.at("id"));
  if (!id) return bad_number(request);
  imports.discard(*id);
  return no_content();
}

}  // namespace

void add_import_routes(Router& router, app::FactImports& facts, app::TapImports& taps,
                       const app::Evidence& evidence) {
  const std::vector<Role> allowed = {Role::administrator, Role::hr};
  const auto add = [&](std::string method, std::string pattern, auto handler, std::size_t body_bytes_max) {
    router.add(std::move(method), std::move(pattern), allowed, std::move(handler), body_bytes_max);
  };
  add(
      "POST", "/api/v1/imports/{kind}",
      [&](const Request& request) { return import_facts(request, facts, evidence); }, import_body_bytes_max);
  add(
      "POST", "/api/v1/imports/taps", [&taps](const Request& request) { return begin_taps(request, taps); },
      small_body_bytes_max);
  add(
      "PUT", "/api/v1/imports/taps/{id}/slices/{n}",
      [&taps](const Request& request) { return stage_taps(request, taps); }, import_body_bytes_max);
  add(
      "POST", "/api/v1/imports/taps/{id}/finish",
      [&taps](const Request& request) { return finish_taps(request, taps); }, small_body_bytes_max);
  add(
      "DELETE", "/api/v1/imports/taps/{id}",
      [&taps](const Request& request) { return discard_taps(request, taps); }, 0);
}

}  // namespace badge::http
