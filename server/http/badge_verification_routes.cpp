#include "server/http/badge_verification_routes.hpp"

#include <boost/json/array.hpp>

#include "server/app/badge_desk.hpp"
#include "server/http/json_body.hpp"
#include "server/http/report_json.hpp"

namespace badge::http {
namespace {

namespace json = boost::json;

json::object to_json(const app::VerifiedBadge& verified) {
  json::object object;
  add_person(object, verified.person);
  json::array badges;
  for (const auto& badge : verified.badges) {
    badges.push_back(json::object{{"card", badge.masked},
                                  {"state", app::to_string(badge.state)},
                                  {"valid_from", date_text(badge.valid.from)},
                                  {"valid_to", badge.valid.to == attendance::DateSpan::forever
                                                   ? json::value(nullptr)
                                                   : json::value(date_text(badge.valid.to))}});
  }
  object["badges"] = std::move(badges);
  object["by_number"] = verified.by_number;
  object["number_in_force"] = verified.number_in_force;
  object["presence"] = to_string(verified.presence);
  object["first_tap"] = minute_value(verified.first_tap);
  object["last_tap"] = minute_value(verified.last_tap);
  return object;
}

Response verify(const Request& request, const app::Evidence& evidence, app::NowBoard& board,
                const app::SecretKey& key, const app::InspectionDesk& desk) {
  const auto text = request.query_or("text", "");
  if (text.empty() || text.size() > 4 * app::badge_text_chars_max) {
    return invalid(say(request, "Nhập số thẻ, mã cán bộ hoặc nội dung mã QR, không quá 130 ký tự",
                       "State the number, the person's code or the text of the QR, at most 130 characters"));
  }
  const auto verified = app::verify_badge(evidence, board, key, *desk.files(), request.who, text);
  if (!verified) {
    return problem(404, "urn:chuyen-can:not-found",
                   say(request, "Không tìm thấy thẻ này trong các đơn vị bạn kiểm tra",
                       "No badge of a unit that you inspect has this number"));
  }
  auto response = json_response(to_json(*verified));
  response.noted_staff = verified->person.code;
  return response;
}

}  // namespace

void add_badge_verification_routes(Router& router, const app::Evidence& evidence, app::NowBoard& board,
                                   const app::SecretKey& key, const app::InspectionDesk& desk) {
  // Whoever is of the roster may be of a team.
  router.add("GET", "/api/v1/inspections/badge", {Role::inspector, Role::head, Role::hr, Role::staff},
             [&](const Request& request) { return verify(request, evidence, board, key, desk); });
}

}  // namespace badge::http
