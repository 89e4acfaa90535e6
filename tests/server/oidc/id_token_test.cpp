// ID tokens that node's crypto signed (make_vectors.mjs): each wrong one is wrong in one way.
#include "server/oidc/id_token.hpp"

#include <gmock/gmock.h>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <fstream>
#include <sstream>

namespace badge::oidc {
namespace {

namespace json = boost::json;

class IdToken : public testing::Test {
 protected:
  static json::object read_vectors() {
    std::ifstream file(VECTORS);
    return json::parse((std::ostringstream() << file.rdbuf()).str()).as_object();
  }
  static std::string text(const json::value& value) { return std::string(value.as_string()); }
  [[nodiscard]] const json::object& tokens(std::string_view kind) const {
    return vectors.at("tokens").at(kind).as_object();
  }

  const json::object vectors = read_vectors();
  const KeySet keys = KeySet::parse(json::serialize(vectors.at("keys"))).value();
  const Expected expected{text(vectors.at("issuer")), text(vectors.at("client")), text(vectors.at("nonce")),
                          std::chrono::sys_seconds(std::chrono::seconds(vectors.at("now").as_int64()))};
};

TEST_F(IdToken, ThatHoldsSaysWhoItIs) {
  EXPECT_EQ(tokens("good").size(), 7U);
  for (const auto& [name, token] : tokens("good")) {
    const auto claims = check_id_token(text(token), keys, expected);
    ASSERT_TRUE(claims) << name << ": " << claims.error().why;
    EXPECT_EQ(text_claim(*claims, "preferred_username"), "an.nv");
  }
}

TEST_F(IdToken, ThatIsWrongInOneWayIsRefused) {
  EXPECT_EQ(tokens("wrong").size(), 30U);
  for (const auto& [name, token] : tokens("wrong")) {
    const auto claims = check_id_token(text(token), keys, expected);
    EXPECT_FALSE(claims) << name;
  }
}

TEST_F(IdToken, SignedWithAKeyThatIsNotShownSaysSo) {
  for (const auto& [name, token] : tokens("unknown_key")) {
    const auto claims = check_id_token(text(token), keys, expected);
    ASSERT_FALSE(claims) << name;
    EXPECT_EQ(claims.error().kind, Fault::Kind::unknown_key) << name;
  }
}

TEST_F(IdToken, OfNoSignInIsRefused) {
  auto nobody = expected;
  nobody.nonce.clear();
  EXPECT_FALSE(check_id_token(text(tokens("good").at("RS256")), keys, nobody));
}

TEST_F(IdToken, TooLongIsNotLookedAt) {
  EXPECT_FALSE(check_id_token(std::string(id_token_bytes_max + 1, 'a'), keys, expected));
}

TEST_F(IdToken, IsSignedWithStrongKeysForSignaturesOnly) {
  EXPECT_EQ(keys.size(), 2U) << "neither the key of 1024 bits nor the secret";
  EXPECT_FALSE(KeySet::parse("[]"));
  EXPECT_FALSE(KeySet::parse("{"));
  EXPECT_EQ(
      KeySet::parse(
          R"({"keys":[7,{"kty":"RSA","n":"","e":"AQAB"},{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}]})")
          ->size(),
      0U);
}

}  // namespace
}  // namespace badge::oidc
