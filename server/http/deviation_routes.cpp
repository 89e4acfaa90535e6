#include "server/http/deviation_routes.hpp"

#include <boost/json/array.hpp>

#include "server/app/deviation_paper.hpp"
#include "server/app/sentences.hpp"
#include "server/http/paper_file.hpp"
#include "server/http/query_span.hpp"
#include "server/http/report_json.hpp"

namespace badge::http {
namespace {

namespace json = boost::json;
using app::DeviationList;

json::object row_json(const DeviationList::Row& row, app::Language language) {
  const auto& [line, explanation, until, correction, paper] = row.deviation;
  return {{"staff_code", row.staff_code},
          {"full_name", row.full_name},
          {"position", row.position},
          {"date", date_text(line.date)},
          {"session", line.session},
          {"state", attendance::to_string(line.state)},
          {"late_min", line.late.count()},
          {"early_min", line.early.count()},
          {"missing_in", line.missing_in},
          {"missing_out", line.missing_out},
          {"in", line.in},
          {"out", line.out},
          {"paper", paper ? app::describe(*paper, language) : ""},
          {"explanation", attendance::to_string(explanation)},
          {"explain_until", until ? json::value(date_text(*until)) : json::value(nullptr)},
          {"text", app::describe_deviation(line, language)},
          {"explanation_text", app::describe_explanation(row.deviation, language)}};
}

json::object list_json(const DeviationList& list, app::Language language) {
  json::array rows;
  for (const auto& row : list.rows) rows.push_back(row_json(row, language));
  return {{"unit", {{"code", list.of.unit.code}, {"name", list.of.unit.name}}},
          {"month", month_text(list.of.month)},
          {"from", date_text(list.of.days.from)},
          {"to", date_text(list.of.days.to)},
          {"state", app::to_string(list.of.state)},
          {"version", list.of.version},
          {"people", list.people},
          {"sums", to_json(list.tally, static_cast<std::uint32_t>(list.of.sheet.people.size()))},
          {"rows", std::move(rows)}};
}

tl::expected<DeviationList, Response> list_of(const Request& request, const app::Evidence& evidence) {
  const auto month = asked_month(request);
  if (!month) return tl::unexpected(month.error());
  if (auto list = app::deviation_list(evidence, request.params.at("unit"), *month, request.scope))
    return *std::move(list);
  return tl::unexpected(
      problem(404, "urn:chuyen-can:not-found",
              say(request, "Không có đơn vị này trong tháng đó", "There is no such unit in that month")));
}

Response as_json(const Request& request, const app::Evidence& evidence) {
  const auto list = list_of(request, evidence);
  return list ? json_response(list_json(*list, app::language_of(request.language))) : list.error();
}

Response as_pdf(const Request& request, const app::Evidence& evidence, const app::IssuingBody& body) {
  const auto list = list_of(request, evidence);
  if (!list) return list.error();
  auto paper = app::printed(*list, body, evidence.office().to_instant(list->of.made_at));
  return paper ? paper_file(*std::move(paper), app::PaperFormat::pdf) : unprintable(request, paper.error());
}

}  // namespace

void add_deviation_routes(Router& router, const app::Evidence& evidence, app::IssuingBody body) {
  const std::vector<Role> readers = {Role::hr, Role::head, Role::timekeeper};
  router.add("GET", "/api/v1/units/{unit}/deviations.json", readers,
             [&evidence](const Request& r) { return as_json(r, evidence); });
  router.add("GET", "/api/v1/units/{unit}/deviations.pdf", readers,
             [&evidence, body = std::move(body)](const Request& r) { return as_pdf(r, evidence, body); });
}

}  // namespace badge::http
