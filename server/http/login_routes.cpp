#include <spdlog/spdlog.h>

#include "server/app/logins.hpp"
#include "server/http/admin_routes.hpp"
#include "server/http/grant_json.hpp"
#include "server/http/json_body.hpp"

namespace badge::http {
namespace {

namespace json = boost::json;

Response not_found(const Request& request) {
  return problem(404, "urn:chuyen-can:not-found",
                 request.language == "en" ? "There is no such login in force"
                                          : "Không có tài khoản đang dùng nào mang tên này");
}

/// The link is made by whoever shows it: the server does not know by which name people reach it.
Response invitation(std::string_view name, const app::Logins::Invited& invited,
                    const app::ToLocal& to_local) {
  return json_response({{"name", name},
                        {"invitation", invited.token},
                        {"page", "/#/invitation/" + invited.token},
                        {"expires_at", app::iso_time(invited.expires_at, to_local)}},
                       201);
}

Response add(const Request& request, app::Logins& logins, const app::ToLocal& to_local) {
  auto body = json_body(request);
  if (!body) return std::move(body.error());
  auto name = text_member(*body, "name"), staff_code = text_member(*body, "staff_code");
  if (!name) return invalid(name.error());
  if (!staff_code) return invalid(staff_code.error());
  auto grants = grants_member(*body);
  if (!grants) return invalid(grants.error());
  const auto staff = *staff_code;
  const auto invited =
      logins.add({*name, *std::move(staff_code), *std::move(grants)}, app::language_of(request.language));
  if (!invited) return invalid(invited.error());
  spdlog::info("logins: {} added {}", request.who.name, *name);
  auto response = invitation(*name, *invited, to_local);
  response.noted = "name=" + *name + (staff.empty() ? "" : " of=" + staff);
  return response;
}

Response list(const Request& request, const app::Logins& logins, const app::ToLocal& to_local) {
  json::array listed;
  for (const auto& login : logins.list(request.query_or("begins", ""), request.query_or("after", ""))) {
    listed.push_back(json::object{{"name", login.name},
                                  {"staff_code", login.staff_code},
                                  {"grants", to_json(login.grants)},
                                  {"created_at", app::iso_time(login.created_at, to_local)},
                                  {"second_factor", !login.second_factor.empty()},
                                  {"state", login.disabled_at        ? "disabled"
                                            : login.password.empty() ? "invited"
                                                                     : "active"}});
  }
  return json_response({{"logins", std::move(listed)}});
}

Response invite(const Request& request, app::Logins& logins, const app::ToLocal& to_local) {
  const auto& name = request.params.at("name");
  const auto invited = logins.invite(name);
  if (!invited) return not_found(request);
  spdlog::info("logins: {} invited {} anew", request.who.name, name);
  return invitation(name, *invited, to_local);
}

Response set_grants(const Request& request, app::Logins& logins, WebSessions& sessions) {
  auto body = json_body(request);
  if (!body) return std::move(body.error());
  auto grants = grants_member(*body);
  if (!grants) return invalid(grants.error());
  const auto& name = request.params.at("name");
  const auto set = logins.set_grants(name, *std::move(grants), app::language_of(request.language));
  if (!set) return invalid(set.error());
  if (!*set) return not_found(request);
  sessions.close_all(name);
  spdlog::info("logins: {} changed the roles of {}", request.who.name, name);
  return no_content();
}

Response disable(const Request& request, app::Logins& logins, WebSessions& sessions) {
  const auto& name = request.params.at("name");
  if (name == request.who.name) {
    return problem(409, "urn:chuyen-can:own-login",
                   request.language == "en"
                       ? "Nobody can disable their own login: nobody might be left to sign in"
                       : "Không thể tự khóa tài khoản của mình: có thể không còn ai đăng nhập được");
  }
  if (!logins.disable(name)) return not_found(request);
  sessions.close_all(name);
  spdlog::info("logins: {} disabled {}", request.who.name, name);
  return no_content();
}

Response reset_second_factor(const Request& request, app::Logins& logins, WebSessions& sessions) {
  const auto& name = request.params.at("name");
  if (!logins.reset_second_factor(name)) return not_found(request);
  sessions.close_all(name);
  spdlog::info("logins: {} reset the second factor of {}", request.who.name, name);
  return no_content();
}

}  // namespace

void add_login_routes(Router& router, app::Logins& logins, WebSessions& sessions, app::ToLocal to_local) {
  const std::vector<Role> allowed = {Role::administrator};
  router.add("POST", "/api/v1/logins", allowed,
             [&logins, to_local](const Request& r) { return add(r, logins, to_local); });
  router.add("GET", "/api/v1/logins", allowed,
             [&logins, to_local](const Request& r) { return list(r, logins, to_local); });
  router.add("POST", "/api/v1/logins/{name}/invitation", allowed,
             [&logins, to_local](const Request& r) { return invite(r, logins, to_local); });
  router.add("PUT", "/api/v1/logins/{name}/grants", allowed,
             [&](const Request& r) { return set_grants(r, logins, sessions); });
  router.add("DELETE", "/api/v1/logins/{name}/second-factor", allowed,
             [&](const Request& r) { return reset_second_factor(r, logins, sessions); });
  router.add("DELETE", "/api/v1/logins/{name}", allowed,
             [&](const Request& r) { return disable(r, logins, sessions); });
}

}  // namespace badge::http
