// The program badge-server as an administrator runs it.
#include <gtest/gtest.h>

#include <csignal>
#include <filesystem>
#include <fstream>

#include "tests/support/http_client.hpp"
#include "tests/support/process.hpp"
#include "tests/support/temp_dir.hpp"

namespace badge {
namespace {

using test::Process;

class BadgeServer : public testing::Test {
 protected:
  BadgeServer() { std::ofstream(config) << "listen = \"127.0.0.1:0\"\ndata = \"var\"\n"; }

  test::Finished command(std::vector<std::string> words) {
    words.insert(words.begin(), {test::program("badge-server"), "--config", config});
    return test::run(words);
  }

  /// The port out of the line "listening on http://127.0.0.1:PORT".
  static std::uint16_t port_of(Process& server) {
    constexpr std::string_view before = "listening on http://127.0.0.1:";
    std::size_t at = std::string::npos;
    const bool listens = test::eventually([&] {
      at = server.errors().find(before);
      return (at != std::string::npos && server.errors().find('\n', at) != std::string::npos) ||
             !server.running();
    });
    EXPECT_TRUE(listens && at != std::string::npos) << server.errors();
    return at == std::string::npos
               ? std::uint16_t{0}
               : static_cast<std::uint16_t>(std::stoi(server.errors().substr(at + before.size())));
  }

  test::TempDir folder;
  std::string config = folder / "server.toml";
};

TEST_F(BadgeServer, InitPrintsTheAdministratorsTokenAloneAndOnlyOnce) {
  const auto first = command({"init"});
  EXPECT_EQ(first.status, 0) << first.errors;
  EXPECT_EQ(first.output.size(), 65U) << first.output;
  EXPECT_EQ(first.output.find_first_not_of("0123456789abcdef"), 64U);
  EXPECT_EQ(first.errors.find(first.output.substr(0, 64)), std::string::npos);
  const auto second = command({"init"});
  EXPECT_NE(second.status, 0);
  EXPECT_EQ(second.output, "");
  EXPECT_NE(second.errors.find("already has an administrator"), std::string::npos) << second.errors;
}

TEST_F(BadgeServer, WhoseLastTokenIsLostMakesAFurtherAdministratorWhileItIsStopped) {
  (void)command({"init"});
  const auto taken = command({"add-administrator", "admin"});
  EXPECT_EQ(taken.status, 2);
  EXPECT_NE(taken.errors.find("admin"), std::string::npos) << taken.errors;
  const auto further = command({"add-administrator", "admin-2"});
  EXPECT_EQ(further.status, 0) << further.errors;
  Process server({test::program("badge-server"), "--config", config});
  const auto port = port_of(server);
  test::HttpClient admin(port, test::bearer(further.output.substr(0, 64)));
  EXPECT_EQ(admin.get("/api/v1/status").status, 200);
  EXPECT_EQ(admin.send("DELETE", "/api/v1/tokens/admin").status, 204) << "the lost one is revoked";
  EXPECT_NE(command({"add-administrator", "admin-3"}).status, 0) << "never beside a running server";
}

TEST_F(BadgeServer, WithoutAStoreItSaysWhatToDo) {
  const auto served = command({});
  EXPECT_NE(served.status, 0);
  EXPECT_NE(served.errors.find("init"), std::string::npos) << served.errors;
}

TEST_F(BadgeServer, AMistakeInTheConfigurationIsToldBeforeAnythingIsTouched) {
  std::ofstream(config) << "listen = \"127.0.0.1:0\"\ndat = \"var\"\n";
  const auto served = command({"init"});
  EXPECT_EQ(served.status, 2);
  EXPECT_NE(served.errors.find("server.toml:2: dat:"), std::string::npos) << served.errors;
  EXPECT_FALSE(std::filesystem::exists(folder / "var"));
}

TEST_F(BadgeServer, ServesUntilItIsTold) {
  const auto token = command({"init"}).output.substr(0, 64);
  for (const int number : {SIGTERM, SIGINT}) {
    Process server({test::program("badge-server"), "--config", config});
    const auto port = port_of(server);
    EXPECT_EQ(test::HttpClient(port, test::bearer(token)).get("/api/v1/status").status, 200);
    EXPECT_EQ(server.errors().find(token), std::string::npos);
    server.signal(number);
    EXPECT_EQ(server.wait(), 0) << server.errors();
  }
}

TEST_F(BadgeServer, StopsAlthoughAPageIsOpenAndAConnectionIsIdle) {
  const auto token = command({"init"}).output.substr(0, 64);
  Process server({test::program("badge-server"), "--config", config});
  const auto port = port_of(server);
  test::RawConnection idle(port), page(port);
  page.send("GET /api/v1/live HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token + "\r\n\r\n");
  EXPECT_FALSE(page.read_until("\r\n\r\n").empty());
  server.signal(SIGTERM);
  EXPECT_EQ(server.wait(), 0) << server.errors();
  page.read_to_end();
  EXPECT_TRUE(page.closed());
}

TEST_F(BadgeServer, TwoServersDoNotShareAStore) {
  (void)command({"init"});
  Process server({test::program("badge-server"), "--config", config});
  (void)port_of(server);
  const auto second = command({});
  EXPECT_NE(second.status, 0);
  EXPECT_NE(second.errors.find("var"), std::string::npos) << second.errors;
}

TEST_F(BadgeServer, ABackupIsRestoredInPlaceOfTheStore) {
  const auto token = command({"init"}).output.substr(0, 64);
  const auto backup = folder / "backup.db";
  {
    Process server({test::program("badge-server"), "--config", config});
    test::HttpClient admin(port_of(server), test::bearer(token));
    const auto made = admin.send("POST", "/api/v1/backups");
    ASSERT_EQ(made.status, 201) << made.body;
    const auto id = made.body.substr(made.body.find(':') + 1);
    std::ofstream(backup, std::ios::binary)
        << admin.get("/api/v1/backups/" + id.substr(0, id.find(','))).body;
    EXPECT_EQ(admin.post("/api/v1/tokens", R"({"name":"later","role":"hr"})").status, 201);
    server.signal(SIGTERM);
    EXPECT_EQ(server.wait(), 0);
  }
  const auto refused = command({"restore", backup});
  EXPECT_NE(refused.status, 0) << "a store is not replaced by accident";
  const auto restored = command({"restore", backup, "--replace"});
  EXPECT_EQ(restored.status, 0) << restored.errors;
  Process server({test::program("badge-server"), "--config", config});
  test::HttpClient admin(port_of(server), test::bearer(token));
  EXPECT_EQ(admin.get("/api/v1/tokens").body.find("later"), std::string::npos);
}

}  // namespace
}  // namespace badge
