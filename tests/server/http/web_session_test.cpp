// Signing in with a browser: the cookie, and what another site's page cannot do with it.
#include <gtest/gtest.h>

#include "server/http/web_sessions.hpp"
#include "tests/server/http/test_server.hpp"

namespace badge::http {
namespace {

using namespace std::chrono_literals;
using test::cookie_of;
using test::HttpAnswer;
using test::HttpClient;
using test::HttpFields;
using test::TestServer;

HttpAnswer sign_in(const TestServer& server, const std::string& token) {
  return server.anybody().post("/api/v1/session", R"({"token":")" + token + R"("})");
}

HttpClient browser(const TestServer& server, const std::string& cookie) {
  return HttpClient(server.port(), {{}, {{"Cookie", "other=1; " + cookie}}});
}

TEST(WebSession, SigningInGivesACookieThatScriptsCannotReadAndOtherSitesDoNotSend) {
  TestServer server;
  const auto answer = sign_in(server, server.admin_token());
  EXPECT_EQ(answer.status, 204);
  const auto cookie = answer.field("set-cookie");
  for (const auto* attribute : {"; HttpOnly", "; SameSite=Strict", "; Path=/"}) {
    EXPECT_NE(cookie.find(attribute), std::string::npos) << cookie;
  }
  EXPECT_EQ(cookie.find("Secure"), std::string::npos) << "a browser would not send it over plain HTTP";
  EXPECT_EQ(cookie.find(server.admin_token()), std::string::npos) << "the cookie must not be the token";
  const auto who = browser(server, cookie_of(answer)).get("/api/v1/session");
  EXPECT_EQ(who.status, 200);
  EXPECT_EQ(test::member(who.body, "name"), "admin");
  EXPECT_NE(who.body.find(R"("role":"administrator")"), std::string::npos) << who.body;
}

TEST(WebSession, BehindAProxyTheCookieTravelsOverTlsOnly) {
  ServerConfig config;
  config.behind_proxy = true;
  TestServer server(config);
  EXPECT_NE(sign_in(server, server.admin_token()).field("set-cookie").find("; Secure"), std::string::npos);
}

TEST(WebSession, AnUnknownTokenOrABridgesTokenOpensNothing) {
  TestServer server;
  for (const auto& token : {std::string(64, 'a'), std::string(), server.add_bridge("door")}) {
    const auto answer = sign_in(server, token);
    EXPECT_EQ(answer.status, 401);
    EXPECT_EQ(answer.field("set-cookie"), "");
  }
}

TEST(WebSession, ChangingSomethingNeedsTheServersOwnPage) {
  TestServer server;
  auto signed_in = browser(server, cookie_of(sign_in(server, server.admin_token())));
  const auto host = "localhost:" + std::to_string(server.port());
  const auto change = [&](const HttpFields& fields) {
    HttpFields all{{"Content-Type", "application/json"}};
    all.insert(all.end(), fields.begin(), fields.end());
    return signed_in.send("POST", "/api/v1/bridges", "{}", all).status;
  };
  constexpr int let_in = 422;  // the empty object has no name
  EXPECT_EQ(change({}), 403);
  EXPECT_EQ(change({{"Origin", "https://evil.example"}}), 403);
  EXPECT_EQ(change({{"Origin", "http://" + host + ".evil.example"}}), 403);
  EXPECT_EQ(change({{"Origin", "null"}}), 403);
  EXPECT_EQ(change({{"Sec-Fetch-Site", "cross-site"}, {"Origin", "http://" + host}}), 403);
  EXPECT_EQ(change({{"Sec-Fetch-Site", "same-site"}}), 403);
  EXPECT_EQ(change({{"Origin", "http://" + host}}), let_in);
  EXPECT_EQ(change({{"Sec-Fetch-Site", "same-origin"}}), let_in);
}

TEST(WebSession, SigningOutEndsIt) {
  TestServer server;
  const auto cookie = cookie_of(sign_in(server, server.admin_token()));
  auto signed_in = browser(server, cookie);
  const auto out = signed_in.send("DELETE", "/api/v1/session", "", {{"Sec-Fetch-Site", "same-origin"}});
  EXPECT_EQ(out.status, 204);
  EXPECT_NE(out.field("set-cookie").find("Max-Age=0"), std::string::npos);
  EXPECT_EQ(signed_in.get("/api/v1/session").status, 401);
}

TEST(WebSession, RevokingTheTokenEndsIt) {
  TestServer server;
  auto signed_in = browser(server, cookie_of(sign_in(server, server.add_token("an", "hr"))));
  EXPECT_EQ(signed_in.get("/api/v1/session").status, 200);
  EXPECT_EQ(server.admin().send("DELETE", "/api/v1/tokens/an").status, 204);
  EXPECT_EQ(signed_in.get("/api/v1/session").status, 401);
}

TEST(WebSession, AWrongTokenIsNotMendedByACookie) {
  TestServer server;
  const auto cookie = cookie_of(sign_in(server, server.admin_token()));
  HttpClient client(server.port(), {{}, {{"Cookie", cookie}, {"Authorization", "Bearer wrong"}}});
  EXPECT_EQ(client.get("/api/v1/session").status, 401);
}

/// Sessions by a clock that the test moves.
class WebSessionClock : public testing::Test {
 protected:
  std::string open(char token) {
    app::TokenHash hash{};
    hash[0] = static_cast<std::uint8_t>(token);
    const auto set = sessions.open(hash);
    return set.substr(0, set.find(';'));
  }
  WebSessions::Clock::time_point now{};
  WebSessions sessions{true, {2, 10min, 60min}, [this] { return now; }};
};

TEST_F(WebSessionClock, ASessionThatIsNotUsedEnds) {
  const auto cookie = open('a');
  now += 9min;
  EXPECT_TRUE(sessions.holder_of(cookie));
  now += 9min;
  EXPECT_TRUE(sessions.holder_of(cookie)) << "use draws it on";
  now += 11min;
  EXPECT_FALSE(sessions.holder_of(cookie));
}

TEST_F(WebSessionClock, ASessionEndsEvenIfItIsUsed) {
  const auto cookie = open('a');
  for (int i = 0; i < 6; ++i, now += 10min) EXPECT_TRUE(sessions.holder_of(cookie));
  now += 1min;
  EXPECT_FALSE(sessions.holder_of(cookie));
}

TEST_F(WebSessionClock, WhenFullTheOneIdleLongestEnds) {
  const auto first = open('a');
  now += 1min;
  const auto second = open('b');
  now += 1min;
  EXPECT_TRUE(sessions.holder_of(first));
  const auto third = open('c');
  EXPECT_TRUE(sessions.holder_of(first));
  EXPECT_FALSE(sessions.holder_of(second));
  EXPECT_TRUE(sessions.holder_of(third));
}

TEST_F(WebSessionClock, RenewingChangesWhatTheHolderMayDoAndWakesNoSessionThatHasEnded) {
  const auto holder = [](std::uint64_t as_of) {
    app::Identity who;
    who.name = "an";
    who.as_of = as_of;
    return who;
  };
  const auto set = sessions.open(holder(1));
  const auto cookie = set.substr(0, set.find(';'));
  sessions.renew(cookie, holder(2));
  EXPECT_EQ(std::get<app::Identity>(*sessions.holder_of(cookie)).as_of, 2U);
  sessions.close_all("an");
  sessions.renew(cookie, holder(3));
  EXPECT_FALSE(sessions.holder_of(cookie));
}

TEST_F(WebSessionClock, ADisabledLoginHasNoSession) {
  const auto cookie = open('a');
  sessions.renew(cookie, std::nullopt);
  EXPECT_FALSE(sessions.holder_of(cookie));
}

TEST_F(WebSessionClock, UnderTlsTheCookieIsSecure) {
  const auto set = sessions.open({});
  EXPECT_NE(set.find("; Secure"), std::string::npos);
  EXPECT_TRUE(set.starts_with("__Host-")) << "no other host of the domain can put one in its place";
}

}  // namespace
}  // namespace badge::http
