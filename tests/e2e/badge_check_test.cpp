// A badge-wearing check at the reader: real badge-reader at an emulated PN532, real bridge, real server.
#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "tests/e2e/office.hpp"
#include "tests/e2e/stored_taps.hpp"

namespace badge::test {
namespace {

namespace json = boost::json;

/// Bình of SNV-VP inspects SNV; An works beside her, Dung elsewhere.
class BadgeCheckAtTheReader : public testing::Test {
 protected:
  BadgeCheckAtTheReader() {
    set_clock(machine_, on_office_day(7, 20));
    server_.start();
    import_office(server_, "cong-a", "cong-b");
    server_.post("/api/v1/logins",
                 R"({"name":"binh","staff_code":"NV002","grants":[{"role":"inspector","unit":"SNV"}]})");
  }
  void start_entrance(bool portable = false) {
    const auto token =
        portable ? json::parse(server_.post("/api/v1/bridges", R"({"name":"cong-a","entrances":["cong-a"]})"))
                       .as_object()
                       .at("token")
                       .as_string()
                 : json::string(server_.add_bridge("cong-a"));
    entrance_.emplace(EntranceUnderTest::Options{.name = "cong-a",
                                                 .server_port = server_.port(),
                                                 .token = std::string(token),
                                                 .environment = machine_.environment(),
                                                 .more_config = "",
                                                 .scheme = "http",
                                                 .portable = portable});
    entrance_->start();
    EXPECT_TRUE(says("roster: 2 badges")) << entrance_->log();
  }
  bool says(const std::string& text, std::size_t times = 1) {
    return eventually([&] {
      const auto log = entrance_->log();
      std::size_t heard = 0;
      for (auto at = log.find(text); at != std::string::npos; at = log.find(text, at + 1)) ++heard;
      return heard >= times;
    });
  }
  /// Holds the inspector's badge until the check has begun, or has ended.
  void hold_badge(const std::string& until) {
    entrance_->show_badge(invented_uid(2));
    EXPECT_TRUE(says(until)) << entrance_->log();
    entrance_->take_badge_away();
    EXPECT_TRUE(eventually([&] { return !entrance_->shown(); }));
  }
  json::array checks() {
    const auto answer =
        server_.get(std::string("/api/v1/badge-checks?from=") + office_date + "&to=" + office_date);
    return json::parse(answer).as_object().at("checks").as_array();
  }

  MachineFaults machine_;
  ServerUnderTest server_{machine_.environment()};
  std::optional<EntranceUnderTest> entrance_;
};

TEST_F(BadgeCheckAtTheReader, GoesOnOfflineAndThroughAKillAndEveryTapOfItIsAttendanceToo) {
  start_entrance();
  server_.kill();
  hold_badge("badge check begins");
  EXPECT_EQ(entrance_->tap(invented_uid(1)), Shown::green);
  entrance_->kill();
  entrance_->start();
  ASSERT_TRUE(says("badge check goes on")) << entrance_->log();
  EXPECT_EQ(entrance_->tap(invented_uid(11)), Shown::amber) << "of another office: known to no roster here";
  hold_badge("badge check ends");
  EXPECT_EQ(entrance_->tap(invented_uid(1)), Shown::green) << "after the check";
  server_.start();
  ASSERT_TRUE(deliver_everything(server_, *entrance_));

  const auto all = checks();
  ASSERT_EQ(all.size(), 1U) << json::serialize(all);
  const auto& check = all[0].as_object();
  EXPECT_EQ(check.at("inspector_code").as_string(), "NV002");
  EXPECT_EQ(check.at("entrance").as_string(), "cong-a");
  const auto& shown = check.at("shown").as_array();
  ASSERT_EQ(shown.size(), 2U) << json::serialize(all);
  EXPECT_EQ(shown[0].as_object().at("staff_code").as_string(), "NV001");
  EXPECT_EQ(shown[1].as_object().at("staff_code").as_string(), "TC001");
  EXPECT_EQ(check.at("without_badge").to_number<int>(), 0);
  server_.with_store([](const store::Snapshot& snapshot) {
    const std::vector<store::TapKey> an{store::TapKey::card(*Credential::parse(invented_uid(1)))};
    const auto taps = snapshot.taps_of(an, on_office_day(0, 0), on_office_day(23, 59));
    EXPECT_EQ(taps.size(), 2U) << "one in the check, one after it";
  });
}

TEST_F(BadgeCheckAtTheReader, OfAPortableReaderIsNeverAttendance) {
  start_entrance(true);
  EXPECT_EQ(entrance_->tap(invented_uid(1)), Shown::verified);
  hold_badge("badge check begins");
  EXPECT_EQ(entrance_->tap(invented_uid(1)), Shown::green);
  entrance_->kill();
  entrance_->start();
  ASSERT_TRUE(says("badge check goes on")) << entrance_->log();
  hold_badge("badge check ends");
  EXPECT_EQ(entrance_->tap(invented_uid(1)), Shown::verified);
  EXPECT_TRUE(eventually([&] { return checks().size() == 1; }));
  const auto all = checks();
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].as_object().at("portable").as_bool(), true);
  EXPECT_EQ(all[0].as_object().at("inspector_code").as_string(), "NV002");
  ASSERT_EQ(all[0].as_object().at("shown").as_array().size(), 1U);
  server_.with_store([](const store::Snapshot& snapshot) {
    EXPECT_TRUE(snapshot.months().empty()) << "not one tap";
    EXPECT_TRUE(snapshot.coverage({}, on_office_day(0, 0), on_office_day(23, 59)).empty());
  });
}

}  // namespace
}  // namespace badge::test
