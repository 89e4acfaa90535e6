#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/e2e/office.hpp"
#include "tests/e2e/stored_taps.hpp"

namespace badge::test {
namespace {

using testing::HasSubstr;

TEST(BadgeServer, PrintsTheAdministratorsTokenAloneAndOnce) {
  ServerUnderTest server;
  EXPECT_FALSE(server.administrator_token().empty());
  EXPECT_EQ(server.administrator_token().find_first_of(" \t:"), std::string::npos);
  const Finished again = run({program("badge-server"), "--config", server.folder() + "/server.toml", "init"},
                             {.environment = {}, .folder = server.folder()});
  EXPECT_NE(again.status, 0);
  EXPECT_EQ(again.output, "");
}

TEST(BadgeServer, RefusesASecondServerOnItsData) {
  ServerUnderTest server;
  server.start();
  const Finished second = run({program("badge-server"), "--config", server.folder() + "/server.toml"},
                              {.environment = {}, .folder = server.folder()});
  EXPECT_NE(second.status, 0);
  EXPECT_NE(second.errors, "");
}

TEST(BadgeServer, AnswersNobodyWithoutAToken) {
  ServerUnderTest server;
  server.start();
  for (const char* target :
       {"/api/v1/status", "/api/v1/reports/units?month=2026-09", "/api/v1/bridge/roster"}) {
    const auto answer = tools::HttpConnection(server.port(), "")
                            .ask({.method = "GET", .target = target, .content_type = "", .body = ""});
    ASSERT_TRUE(answer.has_value());
    EXPECT_EQ(answer->status, 401) << target;
    EXPECT_THAT(answer->content_type, HasSubstr("application/problem+json"));
  }
}

TEST(BadgeBridge, RecordsWithoutAServerAndDeliversWhenThereIsOne) {
  ServerUnderTest server;
  server.start();
  EntranceUnderTest entrance({.name = "cong-a",
                              .server_port = server.port(),
                              .token = server.add_bridge("cong-a"),
                              .environment = {},
                              .more_config = ""});
  server.stop();
  entrance.start();
  for (int badge = 1; badge <= 3; ++badge) {
    const auto shown = entrance.tap(invented_uid(badge));
    ASSERT_TRUE(shown.has_value()) << entrance.log();
    EXPECT_NE(*shown, Shown::red);
  }
  server.start();
  EXPECT_TRUE(deliver_everything(server, entrance));
  server.with_store([](const store::Snapshot& stored) {
    for (int badge = 1; badge <= 3; ++badge) EXPECT_EQ(times_stored(stored, invented_uid(badge)), 1);
  });
}

TEST(BadgeBridge, EndsWellOnATerminationSignal) {
  EntranceUnderTest entrance({.name = "cong-a",
                              .server_port = 1,
                              .token = std::string(43, 'a'),
                              .environment = {},
                              .more_config = ""});
  entrance.start();
  ASSERT_TRUE(entrance.tap(invented_uid(1)).has_value()) << entrance.log();
  EXPECT_NO_THROW(entrance.stop());
}

TEST(BadgeBridge, CountsACardThatStaysOnTheReaderOnce) {
  ServerUnderTest server;
  server.start();
  EntranceUnderTest entrance({.name = "cong-a",
                              .server_port = server.port(),
                              .token = server.add_bridge("cong-a"),
                              .environment = {},
                              .more_config = ""});
  entrance.start();
  entrance.show_badge(invented_uid(1));
  ASSERT_TRUE(eventually([&] { return entrance.shown().has_value(); })) << entrance.log();
  entrance.kill_reader();
  ASSERT_TRUE(eventually([&] { return entrance.shown().has_value(); }))
      << "the new reader process finds it there\n"
      << entrance.log();
  ASSERT_TRUE(entrance.tap(invented_uid(2)).has_value()) << entrance.log();
  EXPECT_TRUE(deliver_everything(server, entrance));
  server.with_store(
      [](const store::Snapshot& stored) { EXPECT_EQ(times_stored(stored, invented_uid(1)), 1); });
}

}  // namespace
}  // namespace badge::test
