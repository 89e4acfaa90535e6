#include <spdlog/spdlog.h>

#include "server/http/json_body.hpp"
#include "server/http/session_routes.hpp"
#include "server/http/sign_in_answers.hpp"

namespace badge::http {
namespace {

namespace json = boost::json;

/// A token's owner has no password, and who came by the office's provider has their second factor there.
Response not_by_password(const Request& request) {
  return problem(403, "urn:chuyen-can:no-password",
                 say(request, "Chỉ người đăng nhập bằng tên và mật khẩu mới đặt được xác thực hai bước",
                     "Only who signed in with name and password can set up a second factor"));
}

bool is_by_password(const Request& request) { return request.who.by == Identity::By::password; }

Response state(const Request& request, const app::Logins& logins) {
  const auto state =
      is_by_password(request) ? logins.second_factor(request.who.name) : app::Logins::SecondFactorState{};
  return json_response({{"enrolled", state.enrolled},
                        {"required", request.must_enrol},
                        {"recovery_codes", state.recovery_codes}});
}

Response offer(const Request& request, app::Logins& logins) {
  if (!is_by_password(request)) return not_by_password(request);
  auto body = json_body(request);
  if (!body) return std::move(body.error());
  const auto password = text_member(*body, "password"), code = text_member(*body, "code");
  if (!password) return invalid(password.error());
  if (!code) return invalid(code.error());
  const auto made = logins.offer_second_factor({request.who.name, *password, *code}, request.address);
  if (!made) return refused(request, made.error());
  return json_response({{"secret", made->secret},
                        {"uri", made->uri},
                        {"picture", {{"size", made->picture.size}, {"path", made->picture.path}}},
                        {"offer", made->sealed}});
}

Response not_confirmed(const Request& request, app::SecondFactors::NotConfirmed why) {
  if (why == app::SecondFactors::NotConfirmed::wrong_code) {
    return invalid(say(request, "Mã xác thực không đúng; hãy xem giờ của điện thoại có đúng không",
                       "The code is wrong; see whether the phone's clock is right"));
  }
  return problem(409, "urn:chuyen-can:offer-is-over",
                 say(request, "Mã QR này đã hết hạn; hãy bắt đầu lại", "This QR code is over; begin again"));
}

/// What was decided by less than the session may do now ends: every session, and this one begins anew.
Response confirm(const Request& request, app::Logins& logins, app::SecondFactors& second_factors,
                 WebSessions& sessions) {
  if (!is_by_password(request)) return not_by_password(request);
  auto body = json_body(request);
  if (!body) return std::move(body.error());
  const auto sealed = text_member(*body, "offer"), code = text_member(*body, "code");
  if (!sealed) return invalid(sealed.error());
  if (!code) return invalid(code.error());
  const auto codes = second_factors.confirm(request.who.name, *sealed, *code);
  if (!codes) return not_confirmed(request, codes.error());
  sessions.close_all(request.who.name);
  spdlog::info("logins: {} has a new second factor", request.who.name);
  json::array shown;
  for (const auto& each : *codes) shown.emplace_back(each);
  auto response = json_response({{"recovery_codes", std::move(shown)}});
  if (auto who = logins.identity(request.who.name))
    response.headers = signed_in(request, *std::move(who), sessions).headers;
  return response;
}

}  // namespace

void add_second_factor_routes(Router& router, app::Logins& logins, app::SecondFactors& second_factors,
                              WebSessions& sessions) {
  constexpr auto* path = "/api/v1/session/second-factor";
  router.add("GET", path, every_person(), [&](const Request& request) { return state(request, logins); });
  router.add("POST", path, every_person(), [&](const Request& request) { return offer(request, logins); });
  router.add("PUT", path, every_person(),
             [&](const Request& request) { return confirm(request, logins, second_factors, sessions); });
}

}  // namespace badge::http
