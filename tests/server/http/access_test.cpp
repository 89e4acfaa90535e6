// Who may ask what: every route of the server with every role.
#include <gtest/gtest.h>

#include "server/http/router.hpp"
#include "tests/server/http/test_server.hpp"

namespace badge::http {
namespace {

using test::HttpClient;
using test::TestServer;

struct Allowed {
  bool nobody = false, bridge = false, administrator = false, hr = false;
};

/// Stated here a second time, on purpose: a route that is opened to a role by mistake must fail a test.
Allowed allowed_for(const Route& route) {
  const auto& path = route.pattern;
  const auto begins = [&](std::string_view prefix) { return path.starts_with(prefix); };
  if (path == "/api/v1/health") return {true, true, true, true};
  if (path == "/api/v1/session" && route.method != "GET") return {true, true, true, true};
  if (begins("/api/v1/bridge/")) return {false, true, false, false};
  if (begins("/api/v1/bridges") || begins("/api/v1/tokens") || begins("/api/v1/backups")) {
    return {false, false, true, false};
  }
  if (path == "/api/v1/verify" || path == "/api/v1/status") return {false, false, true, false};
  if (path == "/api/v1/session" || path == "/api/v1/live" || path == "/api/v1/months" ||
      path == "/api/v1/why" || begins("/api/v1/imports/") || begins("/api/v1/reports/") ||
      begins("/api/v1/closes")) {
    return {false, false, true, true};
  }
  ADD_FAILURE() << "who may use " << route.method << ' ' << path << "? Say it in this test";
  return {};
}

/// The pattern with something in the place of its {names}.
std::string example_of(std::string path) {
  for (auto open = path.find('{'); open != std::string::npos; open = path.find('{')) {
    path.replace(open, path.find('}') - open + 1, "x1");
  }
  return path;
}

bool is_let_in(int status) { return status != 401 && status != 403; }

TEST(Access, EveryRouteTakesTheRolesThatItShouldAndNoOther) {
  TestServer server;
  const auto bridge_token = server.add_bridge("door");
  const auto hr_token = server.add_token("an", "hr");
  for (const auto& route : server.application().router().routes()) {
    const auto path = example_of(route.pattern);
    const auto expected = allowed_for(route);
    if (!route.handler && !route.async_handler)
      continue;  // an event stream never ends: live_test.cpp asks it
    const auto status = [&](HttpClient client) { return client.send(route.method, path).status; };
    const auto name = route.method + ' ' + path;
    EXPECT_EQ(is_let_in(status(server.as(bridge_token))), expected.bridge) << name;
    EXPECT_EQ(is_let_in(status(server.as(hr_token))), expected.hr) << name;
    EXPECT_EQ(is_let_in(status(server.admin())), expected.administrator) << name;
    EXPECT_EQ(is_let_in(status(server.anybody())), expected.nobody) << name;
    EXPECT_EQ(is_let_in(status(server.as(std::string(64, 'a')))), expected.nobody) << name;
  }
}

TEST(Access, ARevokedTokenIsRefusedAtOnceOnAnOpenConnection) {
  TestServer server;
  auto hr = server.as(server.add_token("an", "hr"));
  EXPECT_EQ(hr.get("/api/v1/session").status, 200);
  EXPECT_EQ(server.admin().send("DELETE", "/api/v1/tokens/an").status, 204);
  EXPECT_EQ(hr.get("/api/v1/session").status, 401);
  EXPECT_EQ(hr.connections(), 1);
}

TEST(Access, ATokenIsShownOnceAndNeverListed) {
  TestServer server;
  const auto token = server.add_token("an", "hr", "SNV");
  const auto list = server.admin().get("/api/v1/tokens");
  EXPECT_EQ(list.status, 200);
  EXPECT_NE(list.body.find("\"an\""), std::string::npos);
  EXPECT_NE(list.body.find("\"SNV\""), std::string::npos);
  EXPECT_EQ(list.body.find(token), std::string::npos);
}

TEST(Access, BridgesAndTokensAreListedApart) {
  TestServer server;
  const auto token = server.add_bridge("door");
  auto admin = server.admin();
  EXPECT_NE(admin.get("/api/v1/bridges").body.find("\"door\""), std::string::npos);
  EXPECT_EQ(admin.get("/api/v1/tokens").body.find("\"door\""), std::string::npos);
  EXPECT_EQ(admin.send("DELETE", "/api/v1/tokens/door").status, 404);
  EXPECT_EQ(admin.send("DELETE", "/api/v1/bridges/door").status, 204);
  EXPECT_EQ(server.as(token).get("/api/v1/bridge/roster").status, 401);
}

TEST(Access, AnAccountNeedsANameARoleAndNoNamesake) {
  TestServer server;
  auto admin = server.admin();
  const auto add = [&](const std::string& body) { return admin.post("/api/v1/tokens", body); };
  EXPECT_EQ(add(R"({"name":"a b","role":"hr"})").status, 422);
  EXPECT_EQ(add(R"({"role":"hr"})").status, 422);
  EXPECT_EQ(add(R"({"name":"an","role":"king"})").status, 422);
  EXPECT_EQ(add(R"({"name":"an","role":"bridge"})").status, 422);
  EXPECT_EQ(add(R"({"name":7,"role":"hr"})").status, 422);
  EXPECT_EQ(add(R"({"name":"an","role":"administrator","unit":"SNV"})").status, 422);
  EXPECT_EQ(add(R"(["an"])").status, 400);
  EXPECT_EQ(admin.post("/api/v1/tokens", "name=an", "application/x-www-form-urlencoded").status, 415);
  EXPECT_EQ(add(R"({"name":"an","role":"hr"})").status, 201);
  EXPECT_EQ(add(R"({"name":"an","role":"hr"})").status, 422);
}

TEST(Access, AnAdministratorCannotLockThemselvesOut) {
  TestServer server;
  EXPECT_EQ(server.admin().send("DELETE", "/api/v1/tokens/admin").status, 409);
  EXPECT_EQ(server.admin().get("/api/v1/session").status, 200);
}

}  // namespace
}  // namespace badge::http
