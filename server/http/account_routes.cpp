#include <spdlog/spdlog.h>

#include <boost/json/array.hpp>
#include <boost/json/value_from.hpp>

#include "server/http/admin_routes.hpp"
#include "server/http/json_body.hpp"

namespace badge::http {
namespace {

namespace json = boost::json;

Response add_account(app::SignIn& sign_in, const Identity& who, const app::SignIn::NewToken& wanted) {
  const auto token = sign_in.add(wanted);
  if (!token) return invalid(token.error());
  spdlog::info("accounts: {} added {} (role {})", who.name, wanted.name, app::to_string(wanted.role));
  auto response = json_response({{"name", wanted.name}, {"token", *token}}, 201);
  response.noted = "name=" + wanted.name + " role=" + std::string(app::to_string(wanted.role));
  return response;
}

Response add_bridge(app::SignIn& sign_in, const Request& request) {
  auto body = json_body(request);
  if (!body) return std::move(body.error());
  auto name = text_member(*body, "name");
  if (!name) return invalid(name.error());
  auto entrances = text_list_member(*body, "entrances");
  if (!entrances) return invalid(entrances.error());
  return add_account(sign_in, request.who, {*std::move(name), Role::bridge, {}, *std::move(entrances)});
}

/// Of programs and of the first administrator. What depends on who somebody is, a login alone can hold.
bool may_be_of_a_token(Role role) { return role == Role::administrator || role == Role::hr; }

Response add_token(app::SignIn& sign_in, const Request& request) {
  auto body = json_body(request);
  if (!body) return std::move(body.error());
  auto name = text_member(*body, "name");
  if (!name) return invalid(name.error());
  const auto role_name = text_member(*body, "role");
  if (!role_name) return invalid(role_name.error());
  const auto role = app::parse_role(*role_name);
  if (!role || !may_be_of_a_token(*role)) {
    return invalid(say(request,
                       "Mã truy cập chỉ có vai trò administrator hoặc hr; vai trò khác cần tài khoản",
                       "A token is of an administrator or hr; other roles need a login"));
  }
  auto unit = text_member(*body, "unit");
  if (!unit) return invalid(unit.error());
  return add_account(sign_in, request.who, {*std::move(name), *role, *std::move(unit), {}});
}

Response list_accounts(const app::SignIn& sign_in, bool of_bridges, const app::ToLocal& to_local) {
  json::array listed;
  for (const auto& account : sign_in.list(of_bridges)) {
    json::object item{{"name", account.name}, {"created_at", app::iso_time(account.created_at, to_local)}};
    if (of_bridges) {
      item.emplace("entrances", json::value_from(account.entrances));
    } else {
      item.emplace("role", app::to_string(account.role));
      item.emplace("unit", account.unit_scope);
    }
    listed.push_back(std::move(item));
  }
  return json_response({{of_bridges ? "bridges" : "tokens", std::move(listed)}});
}

Response revoke(app::SignIn& sign_in, bool of_bridge, const Request& request) {
  const auto& name = request.params.at("name");
  if (!of_bridge && name == request.who.name) {
    return problem(409, "urn:chuyen-can:own-token",
                   "A token cannot revoke itself: nobody might be left to sign in");
  }
  if (!sign_in.revoke(name, of_bridge)) {
    return problem(404, "urn:chuyen-can:not-found",
                   (of_bridge ? "No bridge is called \"" : "No token is called \"") + name + '"');
  }
  spdlog::info("accounts: {} revoked {}", request.who.name, name);
  return no_content();
}

}  // namespace

void add_account_routes(Router& router, app::SignIn& sign_in, app::ToLocal to_local) {
  const auto add_group = [&](const std::string& path, bool of_bridges, auto create) {
    const std::vector<Role> allowed{Role::administrator};
    router.add("POST", path, allowed,
               [&sign_in, create](const Request& request) { return create(sign_in, request); });
    router.add("GET", path, allowed, [&sign_in, of_bridges, to_local](const Request&) {
      return list_accounts(sign_in, of_bridges, to_local);
    });
    router.add("DELETE", path + "/{name}", allowed, [&sign_in, of_bridges](const Request& request) {
      return revoke(sign_in, of_bridges, request);
    });
  };
  add_group("/api/v1/bridges", true, add_bridge);
  add_group("/api/v1/tokens", false, add_token);
}

}  // namespace badge::http
