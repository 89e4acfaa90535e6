// Codes of an authenticator app, by the test values that the RFCs publish.
#include "server/app/totp.hpp"

#include <gtest/gtest.h>

#include <array>
#include <set>

namespace badge::app {
namespace {

constexpr std::string_view secret = "12345678901234567890";

Instant at(std::int64_t seconds) { return Instant(std::chrono::seconds(seconds)); }

TEST(Totp, ShowsWhatRfc6238Publishes) {
  // Appendix B, SHA-1; six digits are the last six of its eight.
  const std::array<std::pair<std::int64_t, std::string_view>, 6> published = {{{59, "287082"},
                                                                               {1111111109, "081804"},
                                                                               {1111111111, "050471"},
                                                                               {1234567890, "005924"},
                                                                               {2000000000, "279037"},
                                                                               {20000000000, "353130"}}};
  for (const auto& [seconds, code] : published) EXPECT_EQ(totp_code(secret, totp_step(at(seconds))), code);
}

TEST(Totp, CountsAsRfc4226Publishes) {
  const std::array<std::string_view, 10> published = {"755224", "287082", "359152", "969429", "338314",
                                                      "254676", "287922", "162583", "399871", "520489"};
  for (std::size_t count = 0; count < published.size(); ++count)
    EXPECT_EQ(totp_code(secret, static_cast<std::int64_t>(count)), published.at(count));
}

TEST(Totp, AStepLastsThirtySeconds) {
  EXPECT_EQ(totp_step(at(59)), 1);
  EXPECT_EQ(totp_step(at(60)), 2);
  EXPECT_EQ(totp_step(at(60) - std::chrono::milliseconds(1)), 1);
}

TEST(Totp, ACodeHoldsOneStepBeforeAndAfterItsOwn) {
  for (const std::int64_t off : {-1, 0, 1})
    EXPECT_EQ(step_of_code(secret, totp_code(secret, 100 + off), 100, 0), 100 + off);
  for (const std::int64_t off : {-2, 2})
    EXPECT_EQ(step_of_code(secret, totp_code(secret, 100 + off), 100, 0), std::nullopt);
}

TEST(Totp, NoCodeOfAStepThatWasUsedOrIsOlderIsTaken) {
  EXPECT_EQ(step_of_code(secret, totp_code(secret, 100), 100, 99), 100);
  EXPECT_EQ(step_of_code(secret, totp_code(secret, 100), 100, 100), std::nullopt);
  EXPECT_EQ(step_of_code(secret, totp_code(secret, 99), 100, 100), std::nullopt);
}

TEST(Totp, WhatIsNoCodeIsNotTaken) {
  for (const auto* typed : {"", "28708", "2870820", "abcdef", "28708\xc3"})
    EXPECT_EQ(step_of_code(secret, typed, 1, 0), std::nullopt) << typed;
}

TEST(Totp, ASecretIsWrittenAsRfc4648Says) {
  EXPECT_EQ(base32(""), "");
  EXPECT_EQ(base32("f"), "MY");
  EXPECT_EQ(base32("fo"), "MZXQ");
  EXPECT_EQ(base32("foobar"), "MZXW6YTBOI");
  EXPECT_EQ(base32(secret), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
}

TEST(Totp, TheAddressNamesTheServerAndTheLogin) {
  EXPECT_EQ(totp_uri("Chuyên Cần", "an@snv", secret),
            "otpauth://totp/Chuy%C3%AAn%20C%E1%BA%A7n:an%40snv?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
            "&issuer=Chuy%C3%AAn%20C%E1%BA%A7n");
}

}  // namespace
}  // namespace badge::app
