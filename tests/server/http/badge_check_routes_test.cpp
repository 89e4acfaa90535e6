// What readers saw in check mode, over the API.
#include <gmock/gmock.h>

#include <boost/json.hpp>

#include "tests/server/http/test_server.hpp"

namespace badge::test {
namespace {

namespace json = boost::json;
using testing::HasSubstr;

constexpr auto asked = "/api/v1/badge-checks?from=2026-07-09&to=2026-07-09";

/// CB2 of SYT inspects at cong-a, which serves SNV; CB1 is shown, and somebody comes without a badge.
class BadgeCheckRoutes : public testing::Test {
 protected:
  BadgeCheckRoutes() {
    server_.import("units",
                   "code,name,kind,parent_code,valid_from,valid_to\nSNV,Sở Nội vụ,sở,,2020-01-01,\n"
                   "SYT,Sở Y tế,sở,,2020-01-01,\n");
    server_.import("staff",
                   "code,full_name,unit_code,position,category,valid_from,valid_to\n"
                   "CB1,Nguyễn Văn An,SNV,Chuyên viên,công chức,2020-01-01,\n"
                   "CB2,Trần Thị Bình,SYT,Thanh tra viên,công chức,2020-01-01,\n");
    server_.import("badges",
                   "staff_code,uid,valid_from,valid_to,state\nCB1,04000001,2020-01-01,,active\n"
                   "CB2,04000002,2020-01-01,,active\n");
    server_.import("entrances", "entrance,unit_code,valid_from,valid_to\ncong-a,SNV,2020-01-01,\n");
    const Instant at(std::chrono::milliseconds(1'783'557'432'000));  // 09/07/2026 07:37:12 in Hanoi
    const std::string stream(32, 'a');
    std::string body = encode(BatchHead{"cong-a", stream, {}, at, {}}) + "\n";
    std::uint64_t seq = 0;
    const auto add = [&](const Record& record) { body += encode(Entry{++seq, record}) + "\n"; };
    for (const auto* uid : {"04000002", "04000001"}) {
      add(Tap{.reader = "cong-a-1",
              .entrance = "cong-a",
              .direction = Direction::both,
              .credential = Credential::parse(uid).value(),
              .at = at,
              .monotonic_ms = 0,
              .boot = "1f0c9a3e",
              .clock = ClockState::synchronised,
              .offset_ms = 0,
              .check_ref = seq == 0 ? "" : "aaaaaaaa-1"});
    }
    add(WithoutBadge{"cong-a-1", "cong-a", "aaaaaaaa-1", at, 1});
    auto bridge = server_.as(server_.add_bridge("cong-a"));
    EXPECT_EQ(bridge.post("/api/v1/bridge/batches", body, "application/x-ndjson").status, 200);
  }
  json::array checks_for(HttpClient client) {
    const auto answer = client.get(asked);
    EXPECT_EQ(answer.status, 200) << answer.body;
    return json::parse(answer.body).as_object().at("checks").as_array();
  }
  HttpClient inspector_of(const std::string& unit) {
    return server_.sign_in("kt-" + std::string(unit == "SNV" ? "snv" : "syt"),
                           R"("grants":[{"role":"inspector","unit":")" + unit + R"("}])");
  }
  TestServer server_;
};

TEST_F(BadgeCheckRoutes, TellAnInspectorOfTheUnitsWhoWasShownAndHowManyWereNot) {
  const auto checks = checks_for(inspector_of("SNV"));
  ASSERT_EQ(checks.size(), 1U);
  const auto& check = checks[0].as_object();
  EXPECT_EQ(check.at("inspector_code").as_string(), "CB2");
  EXPECT_EQ(check.at("from").as_string(), "2026-07-09T07:37:12+07:00");
  ASSERT_EQ(check.at("shown").as_array().size(), 1U);
  EXPECT_EQ(check.at("shown").as_array()[0].as_object().at("staff_code").as_string(), "CB1");
  EXPECT_EQ(check.at("without_badge").as_int64(), 1);
}

TEST_F(BadgeCheckRoutes, TellWhoMayNotSeeAnyOfItWhatTheyTellOfADayWithoutChecks) {
  EXPECT_TRUE(checks_for(inspector_of("SYT")).empty());
  EXPECT_EQ(server_.admin().get("/api/v1/badge-checks?from=2026-07-10&to=2026-07-10").body,
            R"({"checks":[]})");
}

TEST_F(BadgeCheckRoutes, RefuseDaysThatMakeNoSpanWithASentence) {
  auto admin = server_.admin();
  for (const auto* days : {"", "?from=2026-07-09", "?from=2026-07-09&to=2026-07-08", "?from=9/7&to=10/7",
                           "?from=2025-07-01&to=2026-07-09"}) {
    const auto answer = admin.get(std::string("/api/v1/badge-checks") + days);
    EXPECT_EQ(answer.status, 422) << days;
    EXPECT_THAT(answer.body, HasSubstr("urn:chuyen-can:invalid"));
  }
}

}  // namespace
}  // namespace badge::test
