// The way in by the office's own provider, where there is none or it is away. With one:
// tests/browser/provider.test.mjs.
#include <gtest/gtest.h>

#include "tests/server/http/test_server.hpp"

namespace badge::test {
namespace {

constexpr auto* path = "/api/v1/session/provider";

ServerConfig with_provider_that_is_away() {
  ServerConfig config;
  config.oidc = oidc::Settings{"http://127.0.0.1:1", "chuyen-can", "secret", "sub", "http://127.0.0.1/"};
  return config;
}

TEST(ProviderRoutes, WithoutAProviderThereIsNoSuchWay) {
  TestServer server;
  auto anybody = server.anybody();
  EXPECT_EQ(member(anybody.get("/api/v1/sign-in").body, "provider"), "false");
  EXPECT_EQ(anybody.post(path, "{}").status, 404);
  EXPECT_EQ(
      anybody.send("PUT", path, R"({"state":"s","code":"c"})", {{"Content-Type", "application/json"}}).status,
      404);
}

TEST(ProviderRoutes, AProviderThatIsAwayIsToldAndOpensNothing) {
  TestServer server(with_provider_that_is_away());
  auto anybody = server.anybody();
  EXPECT_EQ(member(anybody.get("/api/v1/sign-in").body, "provider"), "true");
  const auto begun = anybody.post(path, "{}");
  EXPECT_EQ(begun.status, 502);
  EXPECT_EQ(begun.field("set-cookie"), "");
  EXPECT_EQ(begun.body.find("127.0.0.1"), std::string::npos) << "where it is asked is nobody's business";
}

TEST(ProviderRoutes, WhatNobodyBeganIsNotEnded) {
  TestServer server(with_provider_that_is_away());
  const auto ended = server.anybody().send("PUT", path, R"({"state":"s","code":"c"})",
                                           {{"Content-Type", "application/json"}});
  EXPECT_EQ(ended.status, 401);
  EXPECT_EQ(ended.field("set-cookie"), "");
}

}  // namespace
}  // namespace badge::test
