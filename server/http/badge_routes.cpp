#include "server/http/badge_routes.hpp"

#include <boost/json/array.hpp>

#include "server/http/import_errors_json.hpp"
#include "server/http/json_body.hpp"
#include "server/http/report_json.hpp"

namespace badge::http {
namespace {

namespace json = boost::json;
using app::iso_time;

json::object to_json(const app::UnknownCard& card, const app::ToLocal& to_local) {
  return {{"card", card.card},
          {"uid_masked", card.masked},
          {"draws_its_number", card.draws_its_number},
          {"taps", card.taps},
          {"first", iso_time(card.first, to_local)},
          {"last", iso_time(card.last, to_local)},
          {"last_reader", card.reader},
          {"last_entrance", card.entrance}};
}

json::object to_json(const app::HeldBadge& badge, const app::ToLocal& to_local) {
  json::object object{{"card", badge.card},
                      {"uid_masked", badge.masked},
                      {"state", app::to_string(badge.state)},
                      {"temporary", badge.temporary},
                      {"from", date_text(badge.valid.from)},
                      {"to", nullptr},
                      {"last_tap", nullptr}};
  if (badge.valid.to != attendance::DateSpan::forever) object["to"] = date_text(badge.valid.to);
  if (badge.last_tap) object["last_tap"] = iso_time(*badge.last_tap, to_local);
  return object;
}

json::object to_json(const attendance::CardNumber& number) {
  json::object object{
      {"number_masked", number.shown}, {"from", date_text(number.valid.from)}, {"to", nullptr}};
  if (number.valid.to != attendance::DateSpan::forever) object["to"] = date_text(number.valid.to);
  return object;
}

/// A card may be anybody's: who is in charge of some units only cannot judge whose.
std::optional<Response> out_of_scope(const Request& request) {
  if (request.scope.is_everything()) return std::nullopt;
  return problem(403, "urn:chuyen-can:out-of-scope",
                 say(request, "Chỉ người phụ trách toàn bộ các đơn vị được quản lý thẻ",
                     "Only those in charge of all units may manage badges"));
}

Response unknown_cards(const app::BadgeDesk& desk, const app::ToLocal& to_local) {
  json::array cards;
  for (const auto& card : desk.unknown_cards()) cards.push_back(to_json(card, to_local));
  return json_response(json::object{{"cards", std::move(cards)}});
}

Response badges_of(const Request& request, const app::BadgeDesk& desk, const app::ToLocal& to_local) {
  const auto held = desk.badges_of(request.query_or("staff", ""));
  if (!held) {
    return problem(404, "urn:chuyen-can:not-found",
                   say(request, "Không có ai mang mã này", "Nobody has this staff code"));
  }
  json::object object;
  add_person(object, held->person);
  json::array badges;
  for (const auto& badge : held->badges) badges.push_back(to_json(badge, to_local));
  object["badges"] = std::move(badges);
  json::array numbers;
  for (const auto& number : held->numbers) numbers.push_back(to_json(number));
  object["numbers"] = std::move(numbers);
  return json_response(object);
}

Response people(const Request& request, const app::BadgeDesk& desk) {
  const auto people = desk.find_people(request.query_or("find", ""));
  json::array found;
  for (const auto& person : people) {
    json::object object;
    add_person(object, person);
    found.push_back(std::move(object));
  }
  auto response = json_response(json::object{{"people", std::move(found)}});
  if (people.size() == 1) response.noted_staff = people.front().code;  // the one who was meant
  return response;
}

/// The members of an object inside the body, each a text; nothing where it is not there.
using Members = std::optional<app::FormRow>;
tl::expected<Members, Response> part(const json::object& body, std::string_view key) {
  const auto* value = body.if_contains(key);
  if (value == nullptr || value->is_null()) return Members();
  if (!value->is_object()) return tl::unexpected(invalid('"' + std::string(key) + "\": must be an object"));
  auto members = text_members(value->get_object());
  if (!members) return tl::unexpected(invalid(members.error()));
  return Members(*std::move(members));
}

tl::expected<app::BadgeChange, Response> read_change(const Request& request) {
  const auto body = json_body(request);
  if (!body) return tl::unexpected(body.error());
  auto staff = text_member(*body, "staff_code");
  if (!staff) return tl::unexpected(invalid(staff.error()));
  const auto change = part(*body, "change"), issue = part(*body, "issue");
  if (!change) return tl::unexpected(change.error());
  if (!issue) return tl::unexpected(issue.error());
  app::BadgeChange read;
  read.staff_code = *std::move(staff);
  if (*change) {
    const auto& of = **change;
    read.change = {app::value_of(of, "card"), app::value_of(of, "state"), app::value_of(of, "from")};
  }
  if (*issue) {
    const auto& of = **issue;
    read.issue = {app::value_of(of, "card"), app::value_of(of, "uid"), app::value_of(of, "kind"),
                  app::value_of(of, "from"), app::value_of(of, "to")};
  }
  read.dry_run = request.query_or("dry_run", "0") == "1";
  return read;
}

Response change(const Request& request, app::BadgeDesk& desk) {
  const auto wanted = read_change(request);
  if (!wanted) return wanted.error();
  const auto done = desk.change(*wanted, request.who.name, app::language_of(request.language));
  auto response =
      done ? no_content()
           : refused_rows(done.error(), say(request, "Chưa thay đổi gì; xem lại các mục bên dưới",
                                            "Nothing was changed; look at the fields named below"));
  response.noted_staff = wanted->staff_code;
  if (done) response.noted = *done;
  return response;
}

}  // namespace

void add_badge_routes(Router& router, app::BadgeDesk& desk, app::ToLocal to_local) {
  const auto add = [&router](std::string method, std::string pattern, auto handler) {
    router.add(std::move(method), std::move(pattern), {Role::administrator, Role::hr},
               [handler = std::move(handler)](const Request& request) {
                 auto refusal = out_of_scope(request);
                 return refusal ? *std::move(refusal) : handler(request);
               });
  };
  add("GET", "/api/v1/badges/unknown",
      [&desk, to_local](const Request&) { return unknown_cards(desk, to_local); });
  add("GET", "/api/v1/badges",
      [&desk, to_local](const Request& request) { return badges_of(request, desk, to_local); });
  add("POST", "/api/v1/badges", [&desk](const Request& request) { return change(request, desk); });
  add("GET", "/api/v1/people", [&desk](const Request& request) { return people(request, desk); });
}

}  // namespace badge::http
