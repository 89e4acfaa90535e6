#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "tests/e2e/badgectl.hpp"
#include "tests/e2e/office.hpp"
#include "tests/e2e/stored_taps.hpp"

namespace badge::test {
namespace {

using testing::HasSubstr;

/// A tap at 07:37 through reader, bridge and server, and a file that states the rest of the day.
class TapToReport : public testing::Test {
 protected:
  TapToReport() : server_(machine_.environment()), badgectl_(server_) {
    set_clock(machine_, on_office_day(7, 37, 2));
    server_.start();
    import_office(server_, "cong-a", "cong-b");
    EntranceUnderTest entrance({.name = "cong-a",
                                .server_port = server_.port(),
                                .token = server_.add_bridge("cong-a"),
                                .environment = machine_.environment(),
                                .more_config = ""});
    entrance.start();
    EXPECT_TRUE(is_heard(server_, "cong-a")) << entrance.log();
    EXPECT_TRUE(eventually([&] { return entrance.log().find("roster: 2 badges") != std::string::npos; }))
        << entrance.log();
    EXPECT_EQ(entrance.tap(invented_uid(2)), Shown::green);
    EXPECT_EQ(entrance.tap(invented_uid(1)), Shown::green);
    EXPECT_EQ(entrance.tap(invented_uid(99)), Shown::amber) << "recorded, but nobody's";
    EXPECT_TRUE(deliver_everything(server_, entrance));
    set_clock(machine_, on_office_day(18, 0));
    const std::string file =
        badgectl_.file("taps.csv", "at,uid,staff_code,reader\n2026-09-14T17:01:00+07:00,,NV001,so-giay\n");
    const Finished done = badgectl_(
        {"import", "taps", file, "--complete-for", "SNV", "--from", office_date, "--to", office_date});
    EXPECT_EQ(done.status, 0) << done.errors << done.output;
  }

  MachineFaults machine_;
  ServerUnderTest server_;
  Badgectl badgectl_;
};

TEST_F(TapToReport, ATapAtTheReaderIsJudgedInThePersonsMonth) {
  const auto month = boost::json::parse(server_.person("NV001", "2026-09"));
  const boost::json::value* monday = nullptr;
  for (const auto& day : month.at("days").as_array())
    if (day.at("date").as_string() == office_date) monday = &day;
  ASSERT_NE(monday, nullptr) << boost::json::serialize(month);
  const auto& morning = monday->at("sessions").at(0);
  EXPECT_EQ(morning.at("in").as_string(), "07:37");
  EXPECT_EQ(morning.at("late_min").to_number<int>(), 7);
  EXPECT_EQ(morning.at("state").as_string(), "present");
  EXPECT_EQ(monday->at("sessions").at(1).at("out").as_string(), "17:01");
}

TEST_F(TapToReport, TheUnitsReportCountsIt) {
  const Finished report =
      badgectl_({"report", "units", "--month", "2026-09", "--unit", "SNV-VP", "--format", "csv"});
  ASSERT_EQ(report.status, 0) << report.errors;
  // staff, sessions_due, on_time, late, late_min: both who tapped came at 07:37.
  EXPECT_THAT(report.output, testing::ContainsRegex("SNV-VP,Văn phòng,3,[0-9]+,0,2,14,")) << report.output;
}

TEST_F(TapToReport, WhySaysTheMinutesInWords) {
  const Finished why = badgectl_({"why", "--staff", "NV001", "--date", office_date});
  ASSERT_EQ(why.status, 0) << why.errors;
  EXPECT_THAT(why.output, HasSubstr("07:37"));
  EXPECT_THAT(why.output, HasSubstr("Đi muộn 7 phút"));
}

TEST_F(TapToReport, ReadersAndReportsAgreeAfterEverythingIsComputedAnew) {
  const Finished verify = badgectl_({"verify"});
  EXPECT_EQ(verify.status, 0) << verify.output << verify.errors;
}

}  // namespace
}  // namespace badge::test
