// Who may ask what: every route of the server with every role.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "server/http/router.hpp"
#include "tests/server/http/test_server.hpp"

namespace badge::http {
namespace {

using test::HttpClient;
using test::TestServer;

using Roles = std::set<std::string>;

const Roles every_person = {"administrator", "hr",        "staff", "timekeeper",
                            "head",          "inspector", "guard", "auditor"};
const Roles everybody = [] {
  auto all = every_person;
  all.insert({"nobody", "bridge"});
  return all;
}();

/// Stated here a second time, on purpose: a route that is opened to a role by mistake must fail a test.
Roles allowed_for(const Route& route) {
  const auto& path = route.pattern;
  const auto is_one_of = [&](const std::set<std::string>& paths) { return paths.contains(path); };
  const auto begins = [&](std::string_view prefix) { return path.starts_with(prefix); };
  if (is_one_of({"/api/v1/health", "/api/v1/invitation", "/api/v1/password", "/api/v1/sign-in",
                 "/api/v1/session/provider"}))
    return everybody;
  if (path == "/api/v1/session" && route.method != "GET") return everybody;
  if (begins("/api/v1/session")) return every_person;
  if (begins("/api/v1/bridge/")) return {"bridge"};
  if (begins("/api/v1/bridges") || begins("/api/v1/tokens") || begins("/api/v1/logins") ||
      begins("/api/v1/backups") || begins("/api/v1/notices") ||
      is_one_of({"/api/v1/verify", "/api/v1/status", "/api/v1/entrances"})) {
    return {"administrator"};
  }
  if (is_one_of({"/api/v1/months", "/api/v1/why", "/api/v1/reports/person", "/api/v1/reports/leave"})) {
    return {"administrator", "hr", "head", "timekeeper", "staff"};
  }
  if (path == "/api/v1/live/temporary-cards") return {"administrator", "hr", "guard"};
  if (path == "/api/v1/temporary-cards/ends" || (path == "/api/v1/temporary-cards" && route.method == "POST"))
    return {"administrator", "hr"};
  if (begins("/api/v1/temporary-cards")) return {"administrator", "hr", "guard"};
  if (path == "/api/v1/live/inspections") return {"inspector", "head", "hr", "staff"};
  if (path == "/api/v1/live") return {"administrator", "hr", "head", "timekeeper", "staff"};
  if (is_one_of({"/api/v1/reports/units", "/api/v1/reports/now", "/api/v1/reports/days",
                 "/api/v1/reports/people", "/api/v1/reports/papers", "/api/v1/reports/duties"})) {
    return {"administrator", "hr", "head", "timekeeper"};
  }
  if (path == "/api/v1/badge-checks") return {"administrator", "hr", "head", "inspector"};
  if (path == "/api/v1/closes/prepare") return {"timekeeper"};
  if (path == "/api/v1/closes/confirm") return {"head"};
  if (path == "/api/v1/closes" && route.method == "POST") return {"administrator", "hr", "head"};
  if ((begins("/api/v1/closes") && route.method == "GET") ||
      is_one_of({"/api/v1/reports/changes", "/api/v1/reports/progress"})) {
    return {"administrator", "hr", "head", "timekeeper"};
  }
  if (begins("/api/v1/units/{unit}/timesheet.") || begins("/api/v1/units/{unit}/deviations."))
    return {"hr", "head", "timekeeper"};
  if (begins("/api/v1/lists/pairs.")) return {"head", "inspector"};
  if (begins("/api/v1/lists/away.") || begins("/api/v1/lists/praise.")) return {"hr", "head"};
  if (begins("/api/v1/lists/")) return {"hr", "head", "timekeeper"};
  if (begins("/api/v1/praise") && route.method == "POST") return {"hr", "head"};
  if (begins("/api/v1/praise")) return {"hr", "head", "timekeeper", "staff"};
  if (path == "/api/v1/units") return {"administrator", "hr", "head", "timekeeper", "inspector"};
  if (is_one_of({"/api/v1/reports/clocks", "/api/v1/calendar", "/api/v1/schedules"}) ||
      begins("/api/v1/programmes") || begins("/api/v1/people") || begins("/api/v1/badges") ||
      begins("/api/v1/imports/") || begins("/api/v1/exports/") || begins("/api/v1/closes")) {
    return {"administrator", "hr"};
  }
  if (path == "/api/v1/retention") return {"administrator", "auditor"};
  if (path == "/api/v1/retention/erase") return {"administrator"};
  if (path == "/api/v1/audit") return {"auditor"};
  if (path == "/api/v1/audit/check") return {"auditor", "administrator"};
  if (begins("/api/v1/own/")) return {"staff"};
  if (begins("/api/v1/papers/unit.") || begins("/api/v1/papers/presence.") ||
      begins("/api/v1/papers/hours.") || begins("/api/v1/papers/duties.") ||
      begins("/api/v1/papers/overtime."))
    return {"administrator", "hr", "head", "timekeeper"};
  if (path == "/api/v1/periods" || begins("/api/v1/periods/person."))
    return {"administrator", "hr", "head", "timekeeper", "staff"};
  if (begins("/api/v1/periods/")) return {"administrator", "hr", "head", "timekeeper"};
  if (begins("/api/v1/papers/")) return {"administrator", "hr", "head", "timekeeper", "staff"};
  if (path == "/api/v1/waiting/list") return {"administrator", "hr", "head", "timekeeper", "inspector"};
  if (begins("/api/v1/waiting")) return {"hr", "head"};
  if (path == "/api/v1/rules" && route.method == "POST") return {"administrator", "hr"};
  if (path == "/api/v1/rules/in-force") return {"administrator", "hr", "head", "timekeeper", "staff"};
  if (begins("/api/v1/rules")) return {"administrator", "hr", "head"};
  if (is_one_of({"/api/v1/inspections/results", "/api/v1/inspections/summary.pdf",
                 "/api/v1/inspections/summary.docx", "/api/v1/inspections/indicators",
                 "/api/v1/inspections/findings"}))
    return {"inspector", "head", "hr"};
  if (path == "/api/v1/inspections/person") return {"inspector", "head", "hr", "staff"};
  if (begins("/api/v1/inspections")) return {"inspector", "head", "hr", "staff"};
  if (begins("/api/v1/inspection-plans") || path == "/api/v1/feedback") return {"inspector"};
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
  server.import("units", "code,name,kind,parent_code,valid_from,valid_to\nSNV,Sở Nội vụ,sở,,2020-01-01,\n");
  server.import("staff",
                "code,full_name,unit_code,position,category,valid_from,valid_to\n"
                "CB1,Nguyễn Văn An,SNV,Chuyên viên,công chức,2020-01-01,\n"
                "CB2,Trần Thị Bình,SNV,Giám đốc,công chức,2020-01-01,\n");
  server.import("heads",
                "unit_code,staff_code,role,valid_from,valid_to,paper\nSNV,CB2,head,2020-01-01,,QĐ 1\n");
  std::map<std::string, HttpClient> clients;
  clients.emplace("nobody", server.anybody());
  clients.emplace("bridge", server.as(server.add_bridge("door")));
  clients.emplace("staff", server.sign_in("staff", R"("staff_code":"CB1")"));
  clients.emplace("head", server.sign_in("head", R"("staff_code":"CB2")"));
  for (const auto* role : {"administrator", "hr", "timekeeper", "inspector", "guard", "auditor"}) {
    clients.emplace(role, server.sign_in(role, std::string(R"("grants":[{"role":")") + role + R"("}])"));
  }
  for (const auto& route : server.application().router().routes()) {
    const auto path = example_of(route.pattern);
    auto expected = allowed_for(route);
    if (expected.contains("staff")) expected.insert("head");  // who is somebody of the roster
    if (!route.handler && !route.async_handler)
      continue;  // an event stream never ends: live_test.cpp asks it
    if (path == "/api/v1/session" && route.method == "DELETE") continue;  // ends the sessions of this test
    for (auto& [role, client] : clients) {
      EXPECT_EQ(is_let_in(client.send(route.method, path).status), expected.contains(role))
          << role << ": " << route.method << ' ' << path;
    }
    EXPECT_EQ(is_let_in(server.as(std::string(64, 'a')).send(route.method, path).status),
              expected.contains("nobody"))
        << route.method << ' ' << path;
  }
}

TEST(Access, ATokenOpensWhatItsRoleMay) {
  TestServer server;
  auto hr = server.as(server.add_token("an", "hr"));
  EXPECT_EQ(hr.get("/api/v1/closes?month=2026-07").status, 200);
  EXPECT_EQ(hr.get("/api/v1/logins").status, 403);
  EXPECT_EQ(server.admin().get("/api/v1/logins").status, 200);
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
  for (const std::string role : {"bridge", "staff", "timekeeper", "head", "inspector", "guard", "auditor"}) {
    const auto refused = add(R"({"name":"an","role":")" + role + R"("})");
    EXPECT_EQ(refused.status, 422) << role;
    EXPECT_NE(refused.body.find("administrator hoặc hr"), std::string::npos) << refused.body;
  }
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
