#include "server/http/request_routes.hpp"

#include <boost/json/array.hpp>
#include <charconv>

#include "server/http/import_errors_json.hpp"
#include "server/http/json_body.hpp"
#include "server/http/report_json.hpp"

namespace badge::http {
namespace {

namespace json = boost::json;
using app::Requests;

std::string_view to_string(store::RequestOutcome outcome) {
  switch (outcome) {
    case store::RequestOutcome::waiting:
      return "waiting";
    case store::RequestOutcome::approved:
      return "approved";
    case store::RequestOutcome::refused:
      return "refused";
    case store::RequestOutcome::taken_back:
      return "taken_back";
  }
  return "waiting";
}

json::object to_json(const app::ExplanationRow& row) {
  json::object object;
  add_person(object, row.person);
  const auto& one = row.correction;
  for (const auto& [column, value] : app::row_of(one)) {
    if (column != "unit_code" && column != "from_time" && column != "to_time") object[column] = value;
  }
  object["says"] = row.says;
  object["cause_text"] = row.cause;
  object["decision_text"] = row.decision;
  return object;
}

json::object to_json(const app::RequestRow& row, const app::ToLocal& to_local) {
  json::object object;
  add_person(object, row.person);
  const auto& request = row.request;
  object["no"] = request.no;
  object["asks"] = row.asks;
  object["from"] = date_text(request.wanted.days.from);
  object["to"] = date_text(request.wanted.days.to);
  object["reason"] = request.reason;
  object["asked_at"] = app::iso_time(request.asked_at, to_local);
  object["outcome"] = to_string(request.outcome);
  object["decided_by"] = request.decided_by;
  object["decision_reason"] = request.decision_reason;
  return object;
}

template <class Rows>
json::object lists(const Rows& rows, const app::ToLocal& to_local) {
  json::array explanations, requests;
  for (const auto& row : rows.explanations) explanations.push_back(to_json(row));
  for (const auto& row : rows.requests) requests.push_back(to_json(row, to_local));
  return {{"explanations", std::move(explanations)}, {"requests", std::move(requests)}};
}

/// The object that a form sends: its fields as texts.
tl::expected<app::FormRow, Response> form_of(const Request& request) {
  const auto body = json_body(request);
  if (!body) return tl::unexpected(body.error());
  auto row = text_members(*body);
  if (!row) return tl::unexpected(invalid(row.error()));
  return *std::move(row);
}

std::optional<std::int64_t> number_of(const Request& request) {
  const auto& text = request.params.at("no");
  std::int64_t no = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), no);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(no) : std::nullopt;
}

Response not_accepted(const Request& request, const app::ImportErrors& errors) {
  return refused_rows(errors, say(request, "Chưa ghi nhận được; xem lại các mục bên dưới",
                                  "This was not taken; look at the fields named below"));
}

Response waits_no_more(const Request& request) {
  return problem(404, "urn:chuyen-can:not-found",
                 say(request, "Việc này không còn chờ duyệt", "This does not wait for a decision any more"));
}

/// Handlers of one set of routes, with what each of them needs.
class RequestRoutes {
 public:
  RequestRoutes(Requests& requests, EventHub& events, app::ToLocal to_local)
      : requests_(requests), events_(events), to_local_(std::move(to_local)) {}

  [[nodiscard]] Response explain(const Request& request) const {
    auto form = form_of(request);
    if (!form) return std::move(form.error());
    const auto done = requests_.explain(request.who, *std::move(form), language(request));
    if (!done) return not_accepted(request, done.error());
    return told(request.who.staff_code, no_content());
  }

  [[nodiscard]] Response ask(const Request& request) const {
    auto form = form_of(request);
    if (!form) return std::move(form.error());
    const auto no = requests_.ask(request.who, *std::move(form), language(request));
    if (!no) return not_accepted(request, no.error());
    return told(request.who.staff_code, json_response({{"no", *no}}, 201));
  }

  [[nodiscard]] Response take_back(const Request& request) const {
    const auto no = number_of(request);
    if (!no || !requests_.take_back(request.who, *no)) return waits_no_more(request);
    return told(request.who.staff_code, no_content());
  }

  [[nodiscard]] Response own(const Request& request) const {
    return json_response(lists(requests_.own(request.who, language(request)), to_local_));
  }

  [[nodiscard]] Response waiting(const Request& request) const {
    const auto waiting = requests_.waiting(request.who, request.scope, language(request));
    auto object = lists(waiting, to_local_);
    object["explanations_total"] = waiting.explanations_total;
    object["requests_total"] = waiting.requests_total;
    return json_response(object);
  }

  [[nodiscard]] Response decide_explanation(const Request& request) const {
    const auto form = form_of(request);
    if (!form) return form.error();
    const auto decision = decision_of(*form);
    if (!decision) return bad_decision(request);
    const auto done =
        requests_.decide_explanation(request.who, request.scope, *form, *decision, language(request));
    return done ? told(app::value_of(*form, "staff_code"), no_content()) : undecided(request, done.error());
  }

  [[nodiscard]] Response decide_request(const Request& request) const {
    const auto form = form_of(request);
    if (!form) return form.error();
    const auto decision = decision_of(*form);
    const auto no = number_of(request);
    if (!no) return waits_no_more(request);
    if (!decision) return bad_decision(request);
    const auto staff =
        requests_.decide_request(request.who, request.scope, *no, *decision, language(request));
    return staff ? told(*staff, no_content()) : undecided(request, staff.error());
  }

 private:
  static app::Language language(const Request& request) { return app::language_of(request.language); }

  static std::optional<Requests::Decision> decision_of(const app::FormRow& form) {
    const auto word = app::value_of(form, "decision");
    if (word != "approved" && word != "refused") return std::nullopt;
    return Requests::Decision{word == "approved", app::value_of(form, "reason"),
                              app::value_of(form, "paper")};
  }

  static Response bad_decision(const Request& request) {
    return invalid(say(request, "decision: phải là approved (duyệt) hoặc refused (không duyệt)",
                       "decision: must be approved or refused"));
  }

  static Response undecided(const Request& request, const Requests::DecisionError& error) {
    const auto* errors = std::get_if<app::ImportErrors>(&error);
    return errors == nullptr ? waits_no_more(request) : not_accepted(request, *errors);
  }

  /// The answer, when the pages of those whom it concerns have been told.
  [[nodiscard]] Response told(const std::string& staff_code, Response answer) const {
    answer.noted_staff = staff_code;
    std::vector<Event> events;
    events.push_back({"event: requests\ndata: {}\n\n", requests_.unit_path(staff_code), staff_code, false});
    events_.publish(std::move(events));
    return answer;
  }

  Requests& requests_;
  EventHub& events_;
  app::ToLocal to_local_;
};

}  // namespace

void add_request_routes(Router& router, Requests& requests, EventHub& events, app::ToLocal to_local) {
  const auto routes = std::make_shared<const RequestRoutes>(requests, events, std::move(to_local));
  const auto add = [&](std::string method, std::string pattern, std::vector<Role> allowed, auto handler) {
    router.add(std::move(method), std::move(pattern), std::move(allowed),
               [routes, handler](const Request& request) { return (*routes.*handler)(request); });
  };
  const std::vector<Role> oneself = {Role::staff}, deciding = {Role::hr, Role::head};
  add("GET", "/api/v1/own/requests", oneself, &RequestRoutes::own);
  add("POST", "/api/v1/own/requests", oneself, &RequestRoutes::ask);
  add("DELETE", "/api/v1/own/requests/{no}", oneself, &RequestRoutes::take_back);
  add("POST", "/api/v1/own/explanations", oneself, &RequestRoutes::explain);
  add("GET", "/api/v1/waiting", deciding, &RequestRoutes::waiting);
  add("POST", "/api/v1/waiting/explanations", deciding, &RequestRoutes::decide_explanation);
  add("POST", "/api/v1/waiting/requests/{no}", deciding, &RequestRoutes::decide_request);
}

}  // namespace badge::http
