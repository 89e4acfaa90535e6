#include "server/http/provider_routes.hpp"

#include <spdlog/spdlog.h>

#include "server/http/cookie.hpp"
#include "server/http/json_body.hpp"
#include "server/http/sign_in_answers.hpp"

namespace badge::http {
namespace {

using Refused = app::ProviderSignIn::Refused;

constexpr std::string_view path = "/api/v1/session/provider";
constexpr std::string_view cookie_name = "chuyen_can_provider";

Response refuse(const Request& request, Refused why) {
  switch (why) {
    case Refused::unreachable:
      return problem(502, "urn:chuyen-can:provider-unreachable",
                     say(request, "Hệ thống đăng nhập của cơ quan không trả lời; hãy thử lại sau",
                         "The office's own sign-in does not answer; try again later"));
    case Refused::no_login:
      return problem(
          403, "urn:chuyen-can:no-login",
          say(request, "Tài khoản của cơ quan chưa được mở ở đây; hãy liên hệ người quản trị hệ thống",
              "The office's account has no login here; ask your administrator"));
    case Refused::second_factor:
      return problem(403, "urn:chuyen-can:password-and-code",
                     say(request, "Tài khoản này phải đăng nhập bằng mật khẩu và mã xác thực",
                         "This login must sign in with its password and a code"));
    case Refused::refused:
      break;
  }
  return problem(401, "urn:chuyen-can:provider-refused",
                 say(request, "Chưa đăng nhập được bằng tài khoản của cơ quan; hãy thử lại",
                     "The sign-in with the office's account did not succeed; try again"));
}

std::string cookie(std::string_view value, std::string_view more, bool secure) {
  std::string text(cookie_name);
  return text.append("=")
      .append(value)
      .append("; Path=")
      .append(path)
      .append("; HttpOnly; SameSite=Strict")
      .append(secure ? "; Secure" : "")
      .append(more);
}

Response none(const Request& request) {
  return problem(404, "urn:chuyen-can:no-provider",
                 say(request, "Máy chủ này không có đăng nhập bằng tài khoản của cơ quan",
                     "This server has no sign-in with an office's account"));
}

Response begin(const Request& request, app::ProviderSignIn* provider, bool secure) {
  if (provider == nullptr) return none(request);
  const auto begun = provider->begin();
  if (!begun) return refuse(request, begun.error());
  auto response = json_response({{"url", begun->url}});
  const auto lifetime = std::chrono::seconds(app::attempt_lifetime).count();
  response.headers.emplace_back("Set-Cookie",
                                cookie(begun->browser, "; Max-Age=" + std::to_string(lifetime), secure));
  return response;
}

Response finish(const Request& request, app::ProviderSignIn* provider, WebSessions& sessions, bool secure) {
  if (provider == nullptr) return none(request);
  auto body = json_body(request);
  if (!body) return std::move(body.error());
  const auto state = text_member(*body, "state"), code = text_member(*body, "code");
  if (!state) return invalid(state.error());
  if (!code) return invalid(code.error());
  auto who = provider->finish(*state, *code, cookie_value(request.cookie, cookie_name));
  if (!who) {
    spdlog::info("sign-in: refused at {}, by the provider", request.address);
    return refuse(request, who.error());
  }
  spdlog::info("sign-in: {} at {}, by the provider", who->name, request.address);
  auto actor = who->name;
  auto response = signed_in(request, *std::move(who), sessions);
  response.headers.emplace_back("Set-Cookie", cookie("", "; Max-Age=0", secure));
  response.actor = std::move(actor);
  return response;
}

}  // namespace

void add_provider_routes(Router& router, app::ProviderSignIn* provider, WebSessions& sessions, bool secure) {
  router.add("GET", "/api/v1/sign-in", {},
             [there = provider != nullptr](const Request&) { return json_response({{"provider", there}}); });
  router.add("POST", std::string(path), {},
             [=](const Request& request) { return begin(request, provider, secure); });
  router.add("PUT", std::string(path), {},
             [=, &sessions](const Request& request) { return finish(request, provider, sessions, secure); });
}

}  // namespace badge::http
