// Webhooks as Standard Webhooks has them, to a receiver with its reference library.
#include "server/notices/webhook.hpp"

#include <gmock/gmock.h>

#include "tests/support/receivers.hpp"

namespace badge::notices {
namespace {

using badge::test::text_of;
using badge::test::WebhookReceiver;
using Why = NotDelivered::Why;

constexpr auto secret_text = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

std::chrono::sys_seconds now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

tl::expected<void, NotDelivered> post(const WebhookReceiver& receiver) {
  return post_webhook(oidc::curl_fetch({}), receiver.url(), webhook_secret(secret_text).value(),
                      {"msg_1", R"({"type":"reader.silent","name":"Cổng A"})", now()});
}

TEST(WebhookSignature, IsThePublishedOne) {
  EXPECT_EQ(webhook_signature(webhook_secret(secret_text).value(), "msg_p5jXN8AQM9LWM0D4loKWxJek",
                              std::chrono::sys_seconds(std::chrono::seconds(1614265330)),
                              R"({"test": 2432232314})"),
            "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
}

TEST(WebhookSecret, IsAtLeast24AndAtMost64Bytes) {
  for (const auto* wrong : {"", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_",
                            "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLa==", "whsec_MfKQ"}) {
    EXPECT_FALSE(webhook_secret(wrong)) << wrong;
  }
  EXPECT_FALSE(webhook_secret("whsec_" + std::string(88, 'A')));
  EXPECT_TRUE(webhook_secret("whsec_" + std::string(84, 'A')));
}

TEST(Webhook, IsSignedSoThatTheReferenceLibraryBelievesIt) {
  WebhookReceiver receiver(secret_text);
  ASSERT_TRUE(post(receiver));
  const auto got = receiver.next();
  EXPECT_TRUE(got.at("signed").as_bool());
  EXPECT_EQ(text_of(got, "id"), "msg_1");
  EXPECT_EQ(text_of(got, "type"), "application/json");
  EXPECT_EQ(text_of(got, "body"), R"({"type":"reader.silent","name":"Cổng A"})");
}

TEST(Webhook, WithAnotherSecretIsNotBelieved) {
  WebhookReceiver receiver("whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD");
  ASSERT_TRUE(post(receiver));
  EXPECT_FALSE(receiver.next().at("signed").as_bool());
}

TEST(Webhook, IsDeliveredWithAnySuccessAndWithNothingElse) {
  WebhookReceiver receiver(secret_text, "200,202,204,302,500,410");
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(post(receiver));
  EXPECT_EQ(post(receiver).error().why, Why::failed) << "no redirect is followed";
  EXPECT_EQ(post(receiver).error().why, Why::failed);
  EXPECT_EQ(post(receiver).error().why, Why::gone);
  for (int i = 0; i < 6; ++i) (void)receiver.next();
  EXPECT_TRUE(receiver.is_quiet());
}

TEST(Webhook, GoesToNobodyOnTheWay) {
  const auto sent =
      post_webhook(oidc::curl_fetch({}), "http://example.vn/", "secret", {"msg_1", "{}", now()});
  EXPECT_EQ(sent.error().why, Why::unreachable) << "not in clear beyond this machine";
}

}  // namespace
}  // namespace badge::notices
