#include "tools/badgectl/server_address.hpp"

#include <gtest/gtest.h>

namespace badge::tools {
namespace {

TEST(ServerAddress, FindsHostAndPort) {
  const auto local = parse_server_address("http://127.0.0.1:8080/");
  ASSERT_TRUE(local.has_value());
  EXPECT_FALSE(local->tls);
  EXPECT_EQ(local->host, "127.0.0.1");
  EXPECT_EQ(local->port, "8080");
  const auto secure = parse_server_address("https://chamcong.tinh.gov.vn");
  ASSERT_TRUE(secure.has_value());
  EXPECT_TRUE(secure->tls);
  EXPECT_EQ(secure->port, "443");
  const auto v6 = parse_server_address("http://[::1]:81");
  ASSERT_TRUE(v6.has_value());
  EXPECT_EQ(v6->host, "::1");
  EXPECT_EQ(v6->port, "81");
}

TEST(ServerAddress, LetsNoTokenTravelInTheOpen) {
  for (const auto* url : {"http://10.0.0.1", "http://chamcong.tinh.gov.vn:8080", "http://127evil.example"}) {
    EXPECT_FALSE(parse_server_address(url).has_value()) << url;
  }
  EXPECT_TRUE(parse_server_address("http://localhost:8080").has_value());
}

TEST(ServerAddress, RefusesWhatIsNoAddressOfAServer) {
  for (const auto* url : {"", "127.0.0.1:8080", "ftp://localhost", "http://", "http://localhost:port",
                          "https://a/b", "https://me@host", "http://[::1", "https://a:"}) {
    EXPECT_FALSE(parse_server_address(url).has_value()) << url;
  }
}

}  // namespace
}  // namespace badge::tools
