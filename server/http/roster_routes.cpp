#include "server/http/roster_routes.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <optional>

#include "server/app/evidence.hpp"
#include "server/app/reconciliation.hpp"
#include "server/app/roster_gaps.hpp"
#include "server/app/unit_people.hpp"
#include "server/http/import_errors_json.hpp"
#include "server/http/query_dates.hpp"
#include "server/http/report_json.hpp"

namespace badge::http {
namespace {

namespace json = boost::json;
using app::ReconciledList;
using app::Reconciliation;
using attendance::Date;
using attendance::DateSpan;

Date today_of(const app::Evidence& evidence) { return std::chrono::floor<std::chrono::days>(evidence.now()); }

/// Nothing: no unit was named, or one that the asker may see.
std::optional<Response> unknown_unit(const Request& request, const attendance::RuleBook& book, Date today) {
  const auto unit = request.query_or("unit", "");
  if (unit.empty() || app::unit_within(book.units(), unit, DateSpan{today, today}, request.scope))
    return std::nullopt;
  return problem(404, "urn:chuyen-can:not-found",
                 say(request, "Hôm nay không có đơn vị nào mang mã này", "There is no such unit today"));
}

/// To choose from: today's units in the order of the tree.
Response units(const Request& request, const app::Evidence& evidence) {
  const auto book = evidence.rule_book(evidence.snapshot());
  const auto today = today_of(evidence);
  json::array list;
  std::optional<std::uint32_t> top;  // the level of the first that is seen; several tops may lie deeper
  for (const auto& [unit, level] : book->units().order_on(today)) {
    if (!request.scope.holds(book->units(), unit, today)) continue;
    top = std::min(top.value_or(level), level);
    const auto* row = book->units().on(unit, today);
    list.push_back(json::object{{"code", row->code}, {"name", row->name}, {"level", level - *top}});
  }
  return json_response(json::object{{"date", date_text(today)}, {"units", std::move(list)}});
}

json::object to_json(const app::GapItem& item) {
  return {{"code", item.code},
          {"name", item.name},
          {"unit_code", item.unit.code},
          {"unit_name", item.unit.name},
          {"entrance", item.entrance}};
}

Response completeness(const Request& request, const app::Evidence& evidence) {
  const auto snapshot = evidence.snapshot();
  const auto book = evidence.rule_book(snapshot);
  const auto today = today_of(evidence);
  if (auto refusal = unknown_unit(request, *book, today)) return std::move(*refusal);
  const auto coverage = evidence.coverage(snapshot, *book, today);
  json::array gaps;
  for (const auto& list :
       app::roster_gaps(*book, coverage, request.scope, request.query_or("unit", ""), today)) {
    json::array items;
    for (const auto& item : list.listed) items.push_back(to_json(item));
    json::object gap{{"gap", app::to_string(list.gap)},
                     {"count", list.count},
                     {"items", std::move(items)},
                     {"file", nullptr}};
    if (const auto file = app::file_to_fill(list, today); file && !file->rows.empty())
      gap["file"] = json::object{{"kind", app::to_string(file->kind)}, {"text", app::csv_of(file->rows)}};
    gaps.push_back(std::move(gap));
  }
  return json_response(json::object{{"date", date_text(today)}, {"gaps", std::move(gaps)}});
}

json::object to_json(const app::PersonnelRow& row) {
  return {{"line", row.line},
          {"staff_code", row.staff_code},
          {"full_name", row.full_name},
          {"unit", row.unit_name.empty() ? row.unit_code : row.unit_name},
          {"position", row.position}};
}

json::object to_json(const app::MissingHere& missing) {
  auto object = to_json(missing.row);
  object["unit_code"] = missing.unit_code;
  object["served"] = nullptr;
  if (missing.served) {
    json::object served{{"from", date_text(missing.served->from)}, {"to", nullptr}};
    if (missing.served->to != DateSpan::forever) served["to"] = date_text(missing.served->to);
    object["served"] = std::move(served);
  }
  return object;
}

json::object to_json(const app::MissingThere& missing) {
  return {{"staff_code", missing.posting.staff_code},
          {"full_name", missing.posting.full_name},
          {"position", missing.posting.position},
          {"unit_code", missing.unit.code},
          {"unit_name", missing.unit.name}};
}

json::object to_json(const app::Differs& differs) {
  json::array fields;
  for (const auto& [field, here, there] : differs.fields)
    fields.push_back(json::object{{"field", app::to_string(field)}, {"here", here}, {"there", there}});
  return {{"line", differs.row.line},
          {"staff_code", differs.posting.staff_code},
          {"full_name", differs.posting.full_name},
          {"unit_name", differs.unit.name},
          {"fields", std::move(fields)}};
}

template <class Item>
json::object list_json(const std::vector<Item>& list) {
  json::array listed;
  for (const auto& item : list) {
    if (listed.size() == app::reconciled_listed_max) break;
    listed.push_back(to_json(item));
  }
  return {{"count", list.size()}, {"listed", std::move(listed)}};
}

json::object to_json(const app::PersonnelFile& file, const Reconciliation& found) {
  return {{"rows", file.rows.size()},
          {"same", found.same},
          {"columns", json::value_from(file.columns)},
          {"ignored_columns", json::value_from(file.ignored_columns)},
          {"missing_here", list_json(found.missing_here)},
          {"missing_there", list_json(found.missing_there)},
          {"differs", list_json(found.differs)},
          {"unread", import_errors_json(file.unread)},
          {"unread_count", file.unread.total}};
}

Response csv(std::string body, std::string_view name) {
  Response response;
  response.content_type = "text/csv; charset=utf-8";
  response.body = std::move(body);
  response.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + std::string(name) + '"');
  return response;
}

Response bad_query(const Request& request) {
  return problem(400, "urn:chuyen-can:bad-request",
                 say(request, "list phải là missing_here, missing_there hoặc differs; from phải là một ngày",
                     "list must be missing_here, missing_there or differs; from must be a date"));
}

/// One of the lists in place of all.
Response one_list(const Request& request, const Reconciliation& found, Date today) {
  const auto list = app::parse_reconciled_list(request.query_or("list", ""));
  const auto from = date_of(request.query_or("from", date_text(today)));
  if (!list || !from) return bad_query(request);
  if (request.query_or("format", "") == "csv")
    return csv(app::to_csv(found, *list, app::language_of(request.language)), "doi-chieu.csv");
  return csv(app::csv_of(app::mending_rows(found, *list, *from)), "staff.csv");
}

Response reconcile(const Request& request, const app::Evidence& evidence) {
  const auto file = app::read_personnel_file(request.body, app::language_of(request.language));
  if (!file) {
    return refused_rows(file.error(),
                        say(request, "Chưa đối chiếu gì: tệp phải có cột mã, ví dụ \"Mã CBCC\"",
                            "Nothing was compared: the file needs a column of codes, for example \"code\""));
  }
  const auto book = evidence.rule_book(evidence.snapshot());
  const auto today = today_of(evidence);
  if (auto refusal = unknown_unit(request, *book, today)) return std::move(*refusal);
  const auto found = app::reconcile(*file, *book, request.scope, request.query_or("unit", ""), today);
  if (!request.query_or("format", "").empty()) return one_list(request, found, today);
  return json_response(to_json(*file, found));
}

}  // namespace

void add_roster_routes(Router& router, const app::Evidence& evidence) {
  const std::vector<Role> allowed = {Role::administrator, Role::hr};
  router.add("GET", "/api/v1/units",
             {Role::administrator, Role::hr, Role::head, Role::timekeeper, Role::inspector},
             [&evidence](const Request& request) { return units(request, evidence); });
  router.add("GET", "/api/v1/people/completeness", allowed,
             [&evidence](const Request& request) { return completeness(request, evidence); });
  router.add(
      "POST", "/api/v1/people/reconcile", allowed,
      [&evidence](const Request& request) { return reconcile(request, evidence); }, import_body_bytes_max);
}

}  // namespace badge::http
