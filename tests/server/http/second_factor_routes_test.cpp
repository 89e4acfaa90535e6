// A second factor by the routes: enrolled, asked for, demanded of a role, reset.
#include <gmock/gmock.h>

#include <boost/json/parse.hpp>

#include "server/app/totp.hpp"
#include "server/http/router.hpp"
#include "tests/server/http/test_server.hpp"

namespace badge::test {
namespace {

namespace json = boost::json;
using testing::HasSubstr;

const HttpFields json_type = {{"Content-Type", "application/json"}};
constexpr auto* path = "/api/v1/session/second-factor";

ServerConfig demanding() {
  ServerConfig config;
  config.second_factor_for = {app::Role::administrator, app::Role::inspector};
  return config;
}

/// What an authenticator app does: it was shown a secret in base 32, and knows the time.
class Authenticator {
 public:
  explicit Authenticator(std::string_view shown) {
    std::uint64_t bits = 0;
    int held = 0;
    for (const char c : shown) {
      if (c == ' ') continue;
      bits = (bits << 5U) | static_cast<std::uint64_t>(c >= 'A' ? c - 'A' : c - '2' + 26);
      if ((held += 5) >= 8) secret_ += static_cast<char>(bits >> (held -= 8));
    }
  }
  /// Another one each time, as if steps went by: the one before, the present, the next one.
  std::string code() {
    const auto present =
        app::totp_step(std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()));
    step_ = step_ == 0 ? present - 1 : step_ + 1;
    return app::totp_code(secret_, step_);
  }

 private:
  std::string secret_;
  std::int64_t step_ = 0;
};

class SecondFactorRoutes : public testing::Test {
 protected:
  HttpAnswer sign_in(const std::string& name, const std::string& code = {},
                     const std::string& password = good) {
    return server.anybody().post("/api/v1/session", R"({"name":")" + name + R"(","password":")" + password +
                                                        R"(","code":")" + code + R"("})");
  }
  static HttpAnswer offer(HttpClient& browser, const std::string& code = {}) {
    return browser.post(path, R"({"password":")" + good + R"(","code":")" + code + R"("})");
  }
  static HttpAnswer confirm(HttpClient& browser, const std::string& offer, const std::string& code) {
    return browser.send("PUT", path, R"({"offer":")" + offer + R"(","code":")" + code + R"("})", json_type);
  }
  struct Enrolled {
    Authenticator app;
    HttpAnswer answer;
  };
  static Enrolled enrol(HttpClient& browser) {
    const auto offered = offer(browser);
    EXPECT_EQ(offered.status, 200) << offered.body;
    Authenticator app(member(offered.body, "secret"));
    auto answer = confirm(browser, member(offered.body, "offer"), app.code());
    EXPECT_EQ(answer.status, 200) << answer.body;
    return {app, answer};
  }

  static inline const std::string good{TestServer::password};
  TestServer server{demanding()};
};

TEST_F(SecondFactorRoutes, AreAskedInASecondStepOnceThereIsOne) {
  auto an = server.sign_in("an", R"("grants":[{"role":"hr"}])");
  auto [app, enrolled] = enrol(an);
  EXPECT_EQ(json::parse(enrolled.body).at("recovery_codes").as_array().size(), 10U);
  EXPECT_EQ(member(sign_in("an").body, "type"), "urn:chuyen-can:second-factor-needed");
  EXPECT_EQ(member(sign_in("an", "", "không phải mật khẩu").body, "type"), "urn:chuyen-can:sign-in-refused");
  const auto wrong = sign_in("an", "12345");
  EXPECT_EQ(wrong.status, 401);
  EXPECT_EQ(member(wrong.body, "type"), "urn:chuyen-can:second-factor-refused");
  EXPECT_EQ(wrong.field("set-cookie"), "");
  const auto code = app.code();
  EXPECT_EQ(sign_in("an", code).status, 204);
  EXPECT_EQ(sign_in("an", code).status, 401) << "a code is good once";
}

TEST_F(SecondFactorRoutes, EnrollingEndsEverySessionAndOpensANewOne) {
  auto an = server.sign_in("an", R"("grants":[{"role":"hr"}])");
  auto elsewhere = server.browser(cookie_of(sign_in("an")));
  const auto enrolled = enrol(an).answer;
  EXPECT_EQ(an.get("/api/v1/session").status, 401);
  EXPECT_EQ(elsewhere.get("/api/v1/session").status, 401);
  EXPECT_EQ(server.browser(cookie_of(enrolled)).get("/api/v1/session").status, 200);
}

TEST_F(SecondFactorRoutes, NeedThePasswordAgain) {
  auto an = server.sign_in("an", R"("grants":[{"role":"hr"}])");
  const auto refused = an.post(path, R"({"password":"không phải mật khẩu"})");
  EXPECT_EQ(refused.status, 401);
  EXPECT_EQ(member(refused.body, "secret"), "");
  EXPECT_EQ(server.admin().post(path, R"({"password":"x"})").status, 403) << "a token has no password";
}

TEST_F(SecondFactorRoutes, WhoHoldsARoleThatNeedsOneCanOnlyEnrol) {
  auto chi = server.sign_in("chi", R"("grants":[{"role":"administrator"},{"role":"hr"}])");
  EXPECT_EQ(member(chi.get("/api/v1/session").body, "must_enrol"), "true");
  EXPECT_EQ(member(chi.get(path).body, "required"), "true");
  for (const auto& route : server.application().router().routes()) {
    const bool is_own_session = route.pattern == "/api/v1/session" || route.pattern == path;
    if (route.allowed.empty() || is_own_session) continue;
    const auto refused = chi.send(route.method, route.pattern);
    EXPECT_EQ(refused.status, 403) << route.method << ' ' << route.pattern;
  }
  EXPECT_EQ(member(chi.get("/api/v1/logins").body, "type"), "urn:chuyen-can:second-factor-required");
  auto now_free = server.browser(cookie_of(enrol(chi).answer));
  EXPECT_EQ(member(now_free.get("/api/v1/session").body, "must_enrol"), "false");
  EXPECT_EQ(now_free.get("/api/v1/logins").status, 200);
}

TEST_F(SecondFactorRoutes, ARoleThatIsOverNeedsNone) {
  auto dung = server.sign_in("dung", R"("grants":[{"role":"hr"},{"role":"inspector","to":"2020-12-31"}])");
  EXPECT_EQ(member(dung.get("/api/v1/session").body, "must_enrol"), "false");
  EXPECT_EQ(server.admin().get("/api/v1/logins").status, 200) << "tokens are for programs";
}

TEST_F(SecondFactorRoutes, AnAdministratorResetsOneAndItIsInTheAuditLog) {
  auto an = server.sign_in("an", R"("grants":[{"role":"hr"}])");
  auto open = server.browser(cookie_of(enrol(an).answer));
  EXPECT_THAT(server.admin().get("/api/v1/logins").body, HasSubstr(R"("second_factor":true)"));
  EXPECT_EQ(an.send("DELETE", "/api/v1/logins/an/second-factor").status, 401);
  EXPECT_EQ(server.admin().send("DELETE", "/api/v1/logins/an/second-factor").status, 204);
  EXPECT_EQ(server.admin().send("DELETE", "/api/v1/logins/khong-ai/second-factor").status, 404);
  EXPECT_EQ(open.get("/api/v1/session").status, 401) << "it was opened by what is no longer trusted";
  EXPECT_EQ(sign_in("an").status, 204);
  auto auditor = server.sign_in("kiem-toan", R"("grants":[{"role":"auditor"}])");
  EXPECT_THAT(auditor.get("/api/v1/audit?actor=admin").body,
              HasSubstr("DELETE /api/v1/logins/{name}/second-factor"));
}

TEST_F(SecondFactorRoutes, NoSecretIsInTheAuditLog) {
  auto an = server.sign_in("an", R"("grants":[{"role":"hr"}])");
  const auto offered = offer(an);
  Authenticator app(member(offered.body, "secret"));
  const auto code = app.code();
  ASSERT_EQ(confirm(an, member(offered.body, "offer"), code).status, 200);
  auto auditor = server.sign_in("kiem-toan", R"("grants":[{"role":"auditor"}])");
  const auto log = auditor.get("/api/v1/audit").body;
  EXPECT_THAT(log, HasSubstr("/api/v1/session/second-factor"));
  for (const auto& secret : {member(offered.body, "secret"), member(offered.body, "offer"), code})
    EXPECT_EQ(log.find('"' + secret), std::string::npos);
}

}  // namespace
}  // namespace badge::test
