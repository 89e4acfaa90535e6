#include "server/http/session_routes.hpp"

#include "server/http/json_body.hpp"

namespace badge::http {
namespace {

Response open_session(const Request& request, const app::SignIn& sign_in, WebSessions& sessions) {
  auto body = json_body(request);
  if (!body) return std::move(body.error());
  const auto token = text_member(*body, "token");
  if (!token) return invalid(token.error());
  const auto hash = app::hash_token(*token);
  const auto who = sign_in.by_hash(hash);
  // A bridge's token lies on a machine at an entrance: it opens no pages.
  if (!who || who->role == Role::bridge) {
    return problem(401, "urn:chuyen-can:sign-in-refused", "This token is not known, or it is no person's");
  }
  Response response;
  response.status = 204;
  response.headers.emplace_back("Set-Cookie", sessions.open(hash));
  return response;
}

Response close_session(const Request& request, WebSessions& sessions) {
  Response response;
  response.status = 204;
  response.headers.emplace_back("Set-Cookie", sessions.close(request.cookie));
  return response;
}

Response who_am_i(const Request& request) {
  return json_response({{"name", request.who.name},
                        {"role", app::to_string(request.who.role)},
                        {"unit", request.who.unit_scope}});
}

}  // namespace

void add_session_routes(Router& router, const app::SignIn& sign_in, WebSessions& sessions) {
  router.add("GET", "/api/v1/health", {}, [](const Request&) { return json_response({{"status", "ok"}}); });
  router.add("POST", "/api/v1/session", {},
             [&](const Request& request) { return open_session(request, sign_in, sessions); });
  router.add("GET", "/api/v1/session", {Role::administrator, Role::hr}, who_am_i);
  router.add("DELETE", "/api/v1/session", {},
             [&](const Request& request) { return close_session(request, sessions); });
}

}  // namespace badge::http
