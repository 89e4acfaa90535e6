// openapi.yaml and the server must name the same routes and the same roles.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>

#include "server/http/router.hpp"
#include "tests/server/http/test_server.hpp"

namespace badge::http {
namespace {

using Roles = std::set<std::string>;
using Routes = std::map<std::string, Roles>;  // "GET /health" -> who may; empty: anybody

std::string upper(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return text;
}

/// Reads the few line shapes that matter: a path at two spaces, a method at four, its roles at six.
Routes documented_routes() {
  std::ifstream file(OPENAPI_FILE);
  Routes routes;
  std::string line, path, route;
  while (std::getline(file, line)) {
    const auto indent = line.find_first_not_of(' ');
    if (indent == std::string::npos) continue;
    const auto word = line.substr(indent);
    if (indent == 0) path.clear();
    if (indent == 2 && word.starts_with('/')) path = word.substr(0, word.find(':'));
    if (path.empty()) continue;
    if (indent == 4) route = upper(word.substr(0, word.find(':'))) + ' ' + path;
    if (indent == 4) routes[route] = {};
    constexpr std::string_view roles = "x-roles: [";
    if (indent != 6 || !word.starts_with(roles)) continue;
    auto list = word.substr(roles.size(), word.find(']') - roles.size()) + ',';
    for (auto end = list.find(','); end != std::string::npos; list.erase(0, end + 1), end = list.find(',')) {
      routes[route].insert(list.substr(list.find_first_not_of(' '), end - list.find_first_not_of(' ')));
    }
  }
  return routes;
}

Routes served_routes() {
  const test::TestServer server;
  Routes routes;
  for (const auto& route : server.application().router().routes()) {
    constexpr std::string_view base = "/api/v1";
    EXPECT_TRUE(route.pattern.starts_with(base));
    auto& roles = routes[route.method + ' ' + route.pattern.substr(base.size())];
    for (const auto role : route.allowed) roles.insert(std::string(app::to_string(role)));
  }
  return routes;
}

TEST(OpenApi, NamesEveryRouteWithItsRolesAndNoOther) { EXPECT_EQ(documented_routes(), served_routes()); }

}  // namespace
}  // namespace badge::http
