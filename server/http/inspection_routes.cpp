#include "server/http/inspection_routes.hpp"

#include <boost/json/array.hpp>
#include <set>

#include "server/http/inspection_json.hpp"
#include "server/http/inspection_refusals.hpp"
#include "server/http/json_body.hpp"
#include "server/http/live_routes.hpp"
#include "server/http/query_span.hpp"
#include "server/http/report_json.hpp"

namespace badge::http {
namespace {

namespace json = boost::json;
using app::InspectionDesk;

/// 200 steps with the longest fields that people fill in.
constexpr std::size_t steps_body_bytes_max = 1024 * 1024;

attendance::Date today_of(const app::Evidence& evidence) {
  return std::chrono::floor<std::chrono::days>(evidence.now());
}

std::string name_of(const attendance::UnitTree& units, std::string_view unit, attendance::Date today) {
  const auto no = units.find(unit);
  return no ? units.full_name_on(*no, today) : std::string(unit);
}

/// The error is a sentence.
tl::expected<app::SentStep, std::string> sent_step(const json::value& value) {
  const auto* object = value.if_object();
  if (object == nullptr) return tl::unexpected(std::string("steps must hold objects"));
  app::SentStep step;
  for (const auto& [name, text] :
       {std::pair("id", &step.id), std::pair("file", &step.file), std::pair("kind", &step.kind)}) {
    auto member = text_member(*object, name);
    if (!member) return tl::unexpected(member.error());
    *text = *std::move(member);
  }
  const auto* at = object->if_contains("at");
  if (at == nullptr || !at->is_int64())
    return tl::unexpected(std::string("at must be milliseconds since 1970"));
  const Instant written(std::chrono::milliseconds(at->get_int64()));
  if (written >= wire_time_from && written < wire_time_to) step.at = written;
  const auto* fields = object->if_contains("fields");
  if (fields == nullptr || !fields->is_object())
    return tl::unexpected(std::string("fields must be an object of texts"));
  auto texts = text_members(fields->get_object());
  if (!texts) return tl::unexpected(texts.error());
  step.fields = *std::move(texts);
  return step;
}

/// The pages of those who may know of a file hear that it has changed. Of what was refused nobody does.
void tell(EventHub& events, const InspectionDesk& desk, const std::vector<app::SentStep>& steps,
          const std::vector<app::StepFate>& fates) {
  std::set<std::string> files;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (std::holds_alternative<app::StepTaken>(fates[i])) files.insert(steps[i].file);
  }
  std::vector<Event> changed;
  for (const auto& file : files) changed.push_back(inspection_changed(file, desk.who_may_know(file)));
  events.publish(std::move(changed));
}

Response deliver(const Request& request, InspectionDesk& desk, EventHub& events) {
  const auto body = json_body(request);
  if (!body) return body.error();
  const auto* list = body->if_contains("steps");
  if (list == nullptr || !list->is_array()) return invalid("steps must be a list");
  if (list->get_array().size() > app::steps_delivered_max) {
    return invalid(say(request, "Mỗi lần chỉ nhận 200 mục", "At most 200 steps are taken at a time"));
  }
  std::vector<app::SentStep> steps;
  for (const auto& value : list->get_array()) {
    auto step = sent_step(value);
    if (!step) return invalid(step.error());
    steps.push_back(*std::move(step));
  }
  const auto fates = desk.deliver(request.who, steps);
  tell(events, desk, steps, fates);
  json::array answers;
  std::string noted;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    auto answer = to_json(fates[i], request);
    answer["id"] = steps[i].id;
    answers.push_back(std::move(answer));
    const auto& file = steps[i].file;
    if (noted.find(file) == std::string::npos)
      noted += (noted.empty() ? "inspection=" : " inspection=") + file;
  }
  auto response = json_response({{"steps", std::move(answers)}});
  response.noted = noted + " steps=" + std::to_string(steps.size());
  return response;
}

Response list(const Request& request, InspectionDesk& desk, const app::Evidence& evidence) {
  const auto book = evidence.rule_book(evidence.snapshot());
  const auto today = today_of(evidence);
  json::array listed;
  for (const auto& known : desk.list(request.who)) {
    const auto& unit = known->inspection.prepared.unit_code;
    listed.push_back(summary_json(*known, name_of(book->units(), unit, today)));
  }
  return json_response({{"inspections", std::move(listed)}});
}

Response open(const Request& request, InspectionDesk& desk, const app::Evidence& evidence) {
  const auto opened = desk.open(request.who, request.params.at("file"));
  if (!opened) return no_such_inspection(request);
  const auto& inspection = opened->inspection;
  const auto book = evidence.rule_book(evidence.snapshot());
  const auto today = today_of(evidence);
  std::map<std::string, app::LatePaper, std::less<>> papers;
  if (inspection.has_begun()) papers = app::late_papers(*book, opened->list, inspection.started_at);
  return json_response(
      to_json(*opened, name_of(book->units(), inspection.prepared.unit_code, today), papers, today));
}

Response plans(InspectionDesk& desk) {
  json::array listed;
  for (const auto& one : desk.plans()) listed.push_back(to_json(*one.plan, one.progress));
  return json_response({{"plans", std::move(listed)}});
}

Response feedback(const Request& request, InspectionDesk& desk, const app::Evidence& evidence) {
  json::array listed;
  for (const auto& one : desk.feedback(request.who)) listed.push_back(to_json(*one, today_of(evidence)));
  return json_response({{"feedback", std::move(listed)}});
}

Response results(const Request& request, InspectionDesk& desk) {
  const auto days = span_of(request);
  if (!days) return days.error();
  const auto found = desk.results(request.who, request.query_or("unit", ""), *days);
  if (!found) {
    return problem(404, "urn:chuyen-can:not-found",
                   say(request, "Không có đơn vị này", "There is no such unit"));
  }
  return json_response(to_json(*found));
}

Response of_person(const Request& request, InspectionDesk& desk) {
  const auto days = span_of(request, year_span_max);
  if (!days) return days.error();
  const auto staff = request.query_or("staff", "");
  const auto found = desk.of_person(staff, *days, request.scope);
  if (!found) {
    return problem(404, "urn:chuyen-can:not-found",
                   say(request, "Không có người mang mã này", "There is nobody with this code"));
  }
  json::array listed;
  for (const auto& one : found->inspections) listed.push_back(to_json(one));
  return json_response({{"staff_code", staff},
                        {"from", date_text(days->from)},
                        {"to", date_text(days->to)},
                        {"inspections", std::move(listed)}});
}

Response indicators(const Request& request, const app::Evidence& evidence) {
  const auto period = calendar_period_of(request);
  if (!period) return period.error();
  const auto table = app::indicator_table(evidence, request.who, request.query_or("unit", ""), *period);
  if (!table) {
    return problem(404, "urn:chuyen-can:not-found",
                   say(request, "Không có đơn vị này", "There is no such unit"));
  }
  return json_response(to_json(*table));
}

Response findings(const Request& request, InspectionDesk& desk, const app::Evidence& evidence) {
  const auto files = desk.files();
  json::array listed;
  for (const auto& one : desk.findings(request.who, *files)) {
    listed.push_back(to_json(one, today_of(evidence)));
  }
  return json_response({{"findings", std::move(listed)}});
}

}  // namespace

void add_inspection_routes(Router& router, InspectionDesk& desk, const app::Evidence& evidence,
                           EventHub& events) {
  // Who may see and write what in a file, the file itself says: whoever is of the roster may be of a team.
  const std::vector<Role> anybody = {Role::inspector, Role::head, Role::hr, Role::staff};
  const std::vector<Role> inspectors = {Role::inspector};
  router.add("GET", "/api/v1/inspections", anybody,
             [&](const Request& r) { return list(r, desk, evidence); });
  router.add(
      "POST", "/api/v1/inspections/steps", anybody,
      [&](const Request& r) { return deliver(r, desk, events); }, steps_body_bytes_max);
  router.add("GET", "/api/v1/inspections/checklists", anybody,
             [](const Request&) { return json_response({{"checklists", checklists_json()}}); });
  router.add("GET", "/api/v1/inspections/{file}", anybody,
             [&](const Request& r) { return open(r, desk, evidence); });
  router.add("GET", "/api/v1/inspections/person", anybody,
             [&](const Request& r) { return of_person(r, desk); });
  const std::vector<Role> following = {Role::inspector, Role::head, Role::hr};
  router.add("GET", "/api/v1/inspections/results", following,
             [&](const Request& r) { return results(r, desk); });
  router.add("GET", "/api/v1/inspections/indicators", following,
             [&](const Request& r) { return indicators(r, evidence); });
  router.add("GET", "/api/v1/inspections/findings", following,
             [&](const Request& r) { return findings(r, desk, evidence); });
  router.add("GET", "/api/v1/inspection-plans", inspectors, [&](const Request&) { return plans(desk); });
  router.add("GET", "/api/v1/feedback", inspectors,
             [&](const Request& r) { return feedback(r, desk, evidence); });
}

}  // namespace badge::http
