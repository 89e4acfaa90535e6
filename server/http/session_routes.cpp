#include "server/http/session_routes.hpp"

#include <spdlog/spdlog.h>

#include <array>

#include "server/http/grant_json.hpp"
#include "server/http/json_body.hpp"
#include "server/http/sign_in_answers.hpp"

namespace badge::http {
namespace {

Response open_by_token(const Request& request, const std::string& token, const app::SignIn& sign_in,
                       WebSessions& sessions) {
  const auto hash = app::hash_token(token);
  const auto who = sign_in.by_hash(hash);
  // A bridge's token lies on a machine at an entrance: it opens no pages.
  if (!who || who->grants.front().role == Role::bridge) {
    return problem(401, "urn:chuyen-can:sign-in-refused",
                   say(request, "Mã truy cập không đúng hoặc không phải của người dùng",
                       "This token is not known, or it is no person's"));
  }
  return signed_in(request, hash, sessions);
}

Response open_session(const Request& request, const app::SignIn& sign_in, app::Logins& logins,
                      WebSessions& sessions) {
  auto body = json_body(request);
  if (!body) return std::move(body.error());
  const auto token = text_member(*body, "token"), name = text_member(*body, "name"),
             password = text_member(*body, "password"), code = text_member(*body, "code");
  for (const auto* member : {&token, &name, &password, &code}) {
    if (!*member) return invalid(member->error());
  }
  if (name->empty()) return open_by_token(request, *token, sign_in, sessions);
  auto who = logins.sign_in({*name, *password, *code}, request.address);
  if (!who) {
    const bool is_half_way = who.error().why == app::Logins::Refused::Why::code_needed;
    if (!is_half_way) spdlog::info("sign-in: refused at {}", request.address);
    return refused(request, who.error());
  }
  spdlog::info("sign-in: {} at {}", who->name, request.address);
  auto actor = who->name;
  auto response = signed_in(request, *std::move(who), sessions);
  response.actor = std::move(actor);
  return response;
}

Response close_session(const Request& request, WebSessions& sessions) {
  return with_cookie(sessions.close(request.cookie));
}

Response who_am_i(const Request& request) {
  const auto& who = request.who;
  constexpr std::array<std::string_view, 3> ways = {"token", "password", "provider"};
  return json_response({{"name", who.name},
                        {"by", ways.at(static_cast<std::size_t>(who.by))},
                        {"staff_code", who.staff_code},
                        {"grants", to_json(who.grants)},
                        {"must_enrol", request.must_enrol}});
}

Response change_password(const Request& request, app::Logins& logins, WebSessions& sessions) {
  if (request.who.by != Identity::By::password) {
    return problem(403, "urn:chuyen-can:no-password",
                   say(request, "Chỉ người đăng nhập bằng tên và mật khẩu mới đổi được mật khẩu",
                       "Only who signed in with name and password can change the password"));
  }
  auto body = json_body(request);
  if (!body) return std::move(body.error());
  const auto old_password = text_member(*body, "old"), new_password = text_member(*body, "new");
  if (!old_password) return invalid(old_password.error());
  if (!new_password) return invalid(new_password.error());
  const auto changed = logins.change_password(request.who.name, *old_password, *new_password, request.address,
                                              app::language_of(request.language));
  if (!changed) {
    const auto& error = changed.error();
    if (const auto* sentence = std::get_if<std::string>(&error)) return invalid(*sentence);
    return refused(request, std::get<app::Logins::Refused>(error));
  }
  sessions.close_all(request.who.name, request.cookie);
  spdlog::info("logins: {} changed their password", request.who.name);
  return no_content();
}

Response invitation_is_over(const Request& request) {
  return problem(404, "urn:chuyen-can:no-invitation",
                 say(request, "Lời mời đã được dùng, đã được thay hoặc đã hết hạn; hãy xin lời mời mới",
                     "This invitation was used or replaced, or its time is over; ask for a new one"));
}

Response whose_invitation(const Request& request, const app::Logins& logins) {
  auto body = json_body(request);
  if (!body) return std::move(body.error());
  const auto token = text_member(*body, "token");
  if (!token) return invalid(token.error());
  const auto name = logins.invited(*token);
  return name.empty() ? invitation_is_over(request) : json_response({{"name", name}});
}

Response answer_invitation(const Request& request, app::Logins& logins, WebSessions& sessions) {
  auto body = json_body(request);
  if (!body) return std::move(body.error());
  const auto token = text_member(*body, "token"), password = text_member(*body, "password");
  if (!token) return invalid(token.error());
  if (!password) return invalid(password.error());
  const auto name = logins.answer_invitation(*token, *password, app::language_of(request.language));
  if (!name) return name.error().empty() ? invitation_is_over(request) : invalid(name.error());
  sessions.close_all(*name);
  spdlog::info("logins: {} answered an invitation", *name);
  auto response = json_response({{"name", *name}});
  response.actor = *name;
  return response;
}

}  // namespace

const std::vector<Role>& every_person() {
  static const std::vector<Role> roles = {Role::administrator, Role::hr,        Role::staff, Role::timekeeper,
                                          Role::head,          Role::inspector, Role::guard, Role::auditor};
  return roles;
}

void add_session_routes(Router& router, const app::SignIn& sign_in, app::Logins& logins,
                        WebSessions& sessions) {
  router.add("GET", "/api/v1/health", {}, [](const Request&) { return json_response({{"status", "ok"}}); });
  router.add("POST", "/api/v1/session", {},
             [&](const Request& request) { return open_session(request, sign_in, logins, sessions); });
  router.add("GET", "/api/v1/session", every_person(), who_am_i);
  router.add("DELETE", "/api/v1/session", {},
             [&](const Request& request) { return close_session(request, sessions); });
  router.add("PUT", "/api/v1/session/password", every_person(),
             [&](const Request& request) { return change_password(request, logins, sessions); });
  router.add("POST", "/api/v1/invitation", {},
             [&](const Request& request) { return whose_invitation(request, logins); });
  router.add("POST", "/api/v1/password", {},
             [&](const Request& request) { return answer_invitation(request, logins, sessions); });
}

}  // namespace badge::http
