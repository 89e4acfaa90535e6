#include "server/http/card_routes.hpp"

#include <boost/json/array.hpp>
#include <functional>

#include "server/app/sentences.hpp"
#include "server/http/import_errors_json.hpp"
#include "server/http/json_body.hpp"
#include "server/http/live_routes.hpp"
#include "server/http/report_json.hpp"

namespace badge::http {
namespace {

namespace json = boost::json;
using app::CardDesk;
using attendance::LocalTime;

json::value to_json(const std::optional<app::BoxCard::Loan>& loan, LocalTime now) {
  if (!loan) return nullptr;
  json::object object;
  add_person(object, loan->person);
  object["cause"] = app::to_string(loan->cause);
  object["from"] = minute_text(loan->from);
  object["until"] = minute_text(loan->until);
  object["returned"] = minute_value(loan->returned);
  object["counts"] = !loan->returned && now < loan->until;
  return object;
}

json::object to_json(const app::BoxCard& card, LocalTime now) {
  json::object object{{"label", card.label},         {"unit_code", card.unit.code},
                      {"unit_name", card.unit.name}, {"loan", to_json(card.loan, now)},
                      {"can_undo", card.can_undo},   {"shown", nullptr}};
  if (card.shown) object["shown"] = {{"at", minute_text(card.shown->at)}, {"entrance", card.shown->entrance}};
  return object;
}

Response cards(const Request& request, const CardDesk& desk) {
  const auto box = desk.cards(request.scope);
  json::array cards;
  for (const auto& card : box.cards) cards.push_back(to_json(card, box.now));
  return json_response({{"now", minute_text(box.now)}, {"cards", std::move(cards)}});
}

Response people(const Request& request, const CardDesk& desk) {
  json::array found;
  for (const auto& borrower : desk.find_people(request.query_or("find", ""), request.scope)) {
    json::object object;
    add_person(object, borrower.person);
    object["has_own_badge"] = borrower.has_own_badge;
    object["holds"] = borrower.holds;
    found.push_back(std::move(object));
  }
  return json_response({{"people", std::move(found)}});
}

Response own_loans(const Request& request, const CardDesk& desk) {
  const auto language = app::language_of(request.language);
  json::array loans;
  for (const auto& loan : desk.own_loans(request.who.staff_code)) {
    loans.push_back(json::object{{"label", loan.label},
                                 {"cause", app::to_string(loan.cause)},
                                 {"from", minute_text(loan.from)},
                                 {"until", minute_text(loan.until)},
                                 {"returned", minute_value(loan.returned)},
                                 {"text", app::describe(loan, language)}});
  }
  return json_response({{"loans", std::move(loans)}});
}

/// A step with a card. What is done is told to the pages that show the box.
class Steps {
 public:
  Steps(CardDesk& desk, EventHub& events) : desk_(desk), events_(events) {}

  [[nodiscard]] Response lend(const Request& request) const {
    return step(request, [&](const app::FormRow& form) -> Outcome {
      const auto cause = app::value_of(form, "cause");
      if (cause != "forgotten" && cause != "not_issued") {
        return tl::unexpected(CardDesk::Refused{false, std::string(say(request, "Chưa chọn lý do mượn thẻ",
                                                                       "Say why: forgotten or not_issued"))});
      }
      return desk_.lend(
          app::value_of(form, "label"), app::value_of(form, "staff_code"),
          cause == "forgotten" ? attendance::LoanCause::forgotten : attendance::LoanCause::not_issued,
          by(request));
    });
  }
  [[nodiscard]] Response take_back(const Request& request) const {
    return step(request, [&](const app::FormRow& form) {
      return desk_.take_back(app::value_of(form, "label"), by(request));
    });
  }
  [[nodiscard]] Response undo(const Request& request) const {
    return step(request, [&](const app::FormRow& form) {
      return desk_.undo(app::value_of(form, "label"), by(request));
    });
  }
  [[nodiscard]] Response end(const Request& request) const {
    if (auto refusal = out_of_scope(request)) return *std::move(refusal);
    return step(request, [&](const app::FormRow& form) {
      return desk_.end(app::value_of(form, "label"), by(request));
    });
  }
  [[nodiscard]] Response add(const Request& request) const {
    if (auto refusal = out_of_scope(request)) return *std::move(refusal);
    const auto form = form_of(request);
    if (!form) return form.error();
    const auto done = desk_.add({app::value_of(*form, "label"), app::value_of(*form, "unit_code"),
                                 app::value_of(*form, "card"), app::value_of(*form, "uid")},
                                by(request));
    if (!done) {
      return refused_rows(done.error(), say(request, "Chưa thêm thẻ tạm; xem lại các mục bên dưới",
                                            "No card was added; look at the fields named below"));
    }
    return told(*done, 201);
  }

 private:
  using Outcome = tl::expected<CardDesk::Done, CardDesk::Refused>;

  [[nodiscard]] static CardDesk::By by(const Request& request) {
    return {request.who.name, request.scope, app::language_of(request.language)};
  }
  /// A card may be anybody's: who is in charge of some units only cannot judge whose.
  [[nodiscard]] static std::optional<Response> out_of_scope(const Request& request) {
    if (request.scope.is_everything()) return std::nullopt;
    return problem(403, "urn:chuyen-can:out-of-scope",
                   say(request, "Chỉ người phụ trách toàn bộ các đơn vị được thêm hoặc ngừng dùng thẻ tạm",
                       "Only those in charge of all units may add or end temporary cards"));
  }
  [[nodiscard]] static tl::expected<app::FormRow, Response> form_of(const Request& request) {
    const auto body = json_body(request);
    if (!body) return tl::unexpected(body.error());
    auto form = text_members(*body);
    if (!form) return tl::unexpected(invalid(form.error()));
    return *std::move(form);
  }
  template <class Step>
  [[nodiscard]] Response step(const Request& request, Step do_step) const {
    const auto form = form_of(request);
    if (!form) return form.error();
    const Outcome done = do_step(*form);
    if (done) return told(*done, 204);
    const auto& refused = done.error();
    return refused.not_found ? problem(404, "urn:chuyen-can:not-found", refused.sentence)
                             : problem(409, "urn:chuyen-can:card-state", refused.sentence);
  }
  [[nodiscard]] Response told(const CardDesk::Done& done, int status) const {
    events_.publish({cards_changed(done.unit_path)});
    auto response = status == 204 ? no_content() : json_response(json::object(), status);
    response.noted = done.note;
    response.noted_staff = done.staff_code;
    return response;
  }

  CardDesk& desk_;
  EventHub& events_;
};

}  // namespace

void add_card_routes(Router& router, app::CardDesk& desk, EventHub& events) {
  const std::vector<Role> lending = {Role::administrator, Role::hr, Role::guard},
                          keeping = {Role::administrator, Role::hr};
  const Steps steps(desk, events);
  const std::string box = "/api/v1/temporary-cards";
  router.add("GET", box, lending, [&desk](const Request& r) { return cards(r, desk); });
  router.add("GET", box + "/people", lending, [&desk](const Request& r) { return people(r, desk); });
  router.add("POST", box + "/loans", lending, [steps](const Request& r) { return steps.lend(r); });
  router.add("POST", box + "/returns", lending, [steps](const Request& r) { return steps.take_back(r); });
  router.add("POST", box + "/undo", lending, [steps](const Request& r) { return steps.undo(r); });
  router.add("POST", box, keeping, [steps](const Request& r) { return steps.add(r); });
  router.add("POST", box + "/ends", keeping, [steps](const Request& r) { return steps.end(r); });
  router.add("GET", "/api/v1/own/loans", {Role::staff},
             [&desk](const Request& r) { return own_loans(r, desk); });
}

}  // namespace badge::http
