// What is asked of a provider, and which answers are believed.
#include "server/oidc/provider.hpp"

#include <gmock/gmock.h>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <fstream>
#include <map>
#include <sstream>

namespace badge::oidc {
namespace {

namespace json = boost::json;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr auto* discovery = R"({"issuer":"https://id.example.gov.vn",
 "authorization_endpoint":"https://id.example.gov.vn/auth","token_endpoint":"https://id.example.gov.vn/token",
 "jwks_uri":"https://id.example.gov.vn/keys","userinfo_endpoint":"https://id.example.gov.vn/me"})";

class OpenIdProvider : public testing::Test {
 protected:
  OpenIdProvider() {
    std::ifstream file(VECTORS);
    vectors = json::parse((std::ostringstream() << file.rdbuf()).str()).as_object();
    answers["/.well-known/openid-configuration"] = discovery;
    answers["/keys"] = json::serialize(vectors.at("keys"));
    give("RS256");
  }
  void give(std::string_view token, std::string_view kind = "good") {
    answers["/token"] = json::serialize(json::object{{"access_token", "at"},
                                                     {"token_type", "Bearer"},
                                                     {"id_token", vectors.at("tokens").at(kind).at(token)}});
  }
  Fetch fetch() {
    return [this](const Question& question) -> tl::expected<std::string, NoAnswer> {
      const auto path = question.url.substr(question.url.find('/', 8));
      asked.push_back(path);
      last = question;
      const auto found = answers.find(path);
      if (found == answers.end()) return tl::unexpected(NoAnswer{"answered 404", is_there});
      return found->second;
    };
  }
  Settings settings{"https://id.example.gov.vn", "chuyen-can", "bí mật", "preferred_username",
                    "https://cc.vn/"};
  std::map<std::string, std::string> answers;
  std::vector<std::string> asked;
  Question last;
  bool is_there = true;  // else nothing answers
  json::object vectors;
  std::chrono::sys_seconds now{std::chrono::seconds(1783555200)};
  Attempt attempt{"state-1", "n-0S6_WzA2Mj", "verifier-1"};
  Provider::Now clock = [this] { return now; };
};

TEST_F(OpenIdProvider, IsAskedWithStateNonceAndAChallenge) {
  Provider provider(settings, fetch(), clock);
  const auto url = provider.authorization_url(attempt).value();
  EXPECT_THAT(url,
              testing::StartsWith("https://id.example.gov.vn/auth?response_type=code&client_id=chuyen-can"));
  for (const auto* part : {"redirect_uri=https%3A%2F%2Fcc.vn%2F", "scope=openid%20profile", "state=state-1",
                           "nonce=n-0S6_WzA2Mj", "code_challenge_method=S256"})
    EXPECT_THAT(url, HasSubstr(part));
  EXPECT_THAT(url, HasSubstr("code_challenge=" + challenge_of("verifier-1")));
  EXPECT_THAT(url, Not(HasSubstr("verifier-1")));
}

TEST_F(OpenIdProvider, TheChallengeIsTheOneOfRfc7636) {
  EXPECT_EQ(challenge_of("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"),
            "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
}

TEST_F(OpenIdProvider, ACodeBecomesAName) {
  Provider provider(settings, fetch(), clock);
  EXPECT_EQ(provider.name_of("code 1", attempt).value(), "an.nv");
  EXPECT_EQ(last.form,
            "grant_type=authorization_code&code=code%201&redirect_uri=https%3A%2F%2Fcc.vn%2F&code_verifier="
            "verifier-1");
  EXPECT_THAT(last.headers, ElementsAre("Authorization: Basic Y2h1eWVuLWNhbjpiJUMzJUFEJTIwbSVFMSVCQSVBRHQ="));
}

TEST_F(OpenIdProvider, DocumentsAndKeysAreKeptForAnHour) {
  Provider provider(settings, fetch(), clock);
  ASSERT_TRUE(provider.name_of("1", attempt));
  ASSERT_TRUE(provider.name_of("2", attempt));
  EXPECT_THAT(asked, ElementsAre("/.well-known/openid-configuration", "/keys", "/token", "/token"));
  now += known_for;
  static_cast<void>(provider.authorization_url(attempt));
  EXPECT_EQ(asked.size(), 6U);
}

TEST_F(OpenIdProvider, ANewKeyIsAskedForOnce) {
  const auto all = answers["/keys"];
  answers["/keys"] = R"({"keys":[]})";
  Provider provider(settings, fetch(), clock);
  static_cast<void>(provider.authorization_url(attempt));
  answers["/keys"] = all;
  EXPECT_EQ(provider.name_of("1", attempt).value(), "an.nv");
  asked.clear();
  give("a key that is not shown", "unknown_key");
  EXPECT_FALSE(provider.name_of("2", attempt));
  EXPECT_THAT(asked, ElementsAre("/token", "/.well-known/openid-configuration", "/keys"));
}

TEST_F(OpenIdProvider, AClaimThatTheTokenLacksIsAskedForAndMustBeOfTheSamePerson) {
  settings.claim = "nickname";
  answers["/me"] = R"({"sub":"248289761001","nickname":"an"})";
  Provider provider(settings, fetch(), clock);
  EXPECT_EQ(provider.name_of("1", attempt).value(), "an");
  EXPECT_THAT(last.headers, ElementsAre("Authorization: Bearer at"));
  answers["/me"] = R"({"sub":"somebody else","nickname":"an"})";
  EXPECT_EQ(provider.name_of("2", attempt).error().kind, Provider::Failure::Kind::refused);
  answers["/me"] = R"({"sub":"248289761001"})";
  EXPECT_FALSE(provider.name_of("3", attempt));
}

TEST_F(OpenIdProvider, AnAddressThatIsNotVerifiedNamesNobody) {
  settings.claim = "email";
  answers["/me"] = R"({"sub":"248289761001","email":"an@cc.vn"})";
  Provider provider(settings, fetch(), clock);
  EXPECT_FALSE(provider.name_of("1", attempt));
  answers["/me"] = R"({"sub":"248289761001","email":"an@cc.vn","email_verified":true})";
  EXPECT_EQ(provider.name_of("2", attempt).value(), "an@cc.vn");
}

TEST_F(OpenIdProvider, ThatIsAnotherOrIsNotSafeIsNotBelieved) {
  EXPECT_FALSE(read_discovery(discovery, "https://other.example"));
  auto plain = std::string(discovery);
  plain.replace(plain.find("https://id.example.gov.vn/token"), 5, "http");
  EXPECT_FALSE(read_discovery(plain, "https://id.example.gov.vn"));
  EXPECT_FALSE(read_discovery("{}", ""));
  EXPECT_FALSE(read_discovery("no JSON", ""));
}

TEST_F(OpenIdProvider, ThatIsAwayIsToldFromOneThatRefuses) {
  Provider provider(settings, fetch(), clock);
  static_cast<void>(provider.authorization_url(attempt));
  answers.erase("/token");
  EXPECT_EQ(provider.name_of("1", attempt).error().kind, Provider::Failure::Kind::refused);
  is_there = false;
  EXPECT_EQ(provider.name_of("2", attempt).error().kind, Provider::Failure::Kind::unreachable);
}

TEST_F(OpenIdProvider, ThatTakesTheSecretInTheFormOnlyGetsItThere) {
  auto text = std::string(discovery);
  text.replace(text.find('{'), 1, R"({"token_endpoint_auth_methods_supported":["client_secret_post"],)");
  answers["/.well-known/openid-configuration"] = text;
  Provider provider(settings, fetch(), clock);
  EXPECT_TRUE(provider.name_of("1", attempt));
  EXPECT_TRUE(last.headers.empty());
  EXPECT_THAT(last.form, HasSubstr("&client_id=chuyen-can&client_secret=b%C3%AD%20m%E1%BA%ADt"));
}

TEST(SafeUrl, IsHttpsOrThisMachine) {
  for (const auto* safe :
       {"https://id.vn/x", "http://127.0.0.1:3000/x", "http://localhost/", "http://[::1]:80"})
    EXPECT_TRUE(is_safe_url(safe)) << safe;
  for (const auto* unsafe :
       {"http://id.vn/", "http://127.0.0.1.evil.example/", "http://localhost@evil.example/",
        "http://localhost:x@evil.example/", "https://", "file:///etc/passwd", ""})
    EXPECT_FALSE(is_safe_url(unsafe)) << unsafe;
}

TEST(CurlFetch, NamesTheHostThatDoesNotAnswerAndTakesNoPlainHttpElsewhere) {
  const auto fetch = curl_fetch({});
  EXPECT_THAT(fetch({"http://127.0.0.1:1/secret", {}, {}}).error().why,
              testing::AllOf(HasSubstr("127.0.0.1:1: "), Not(HasSubstr("secret"))));
  EXPECT_THAT(fetch({"http://id.example/", {}, {}}).error().why, HasSubstr("not https"));
}

}  // namespace
}  // namespace badge::oidc
