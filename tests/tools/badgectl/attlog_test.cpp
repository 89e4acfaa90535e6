// Logs of attendance machines: every line is a tap of somebody who is known, or nothing of the file is read.
#include "tools/badgectl/attlog.hpp"

#include <gmock/gmock.h>

namespace badge::tools {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;

std::string rows(std::string_view log, AttLogReading reading = {0s, "may-1", {}}) {
  const auto read = attlog_rows(log, reading);
  EXPECT_TRUE(read) << read.error().at(0).en;
  return read.value_or("");
}

TEST(AttLog, HasARowForEachLine) {
  EXPECT_EQ(rows("      147\t2026-07-09 07:31:02\t1\t0\t1\t0\r\n\n  CB02  2026-07-09  17:02:40 1 1\n"),
            "2026-07-09 07:31:02,147,may-1\n\n2026-07-09 17:02:40,CB02,may-1\n")
      << "an empty line stays one, so that both files count lines alike";
}

TEST(AttLog, MayLackItsLastLineEndAndMayBeEmpty) {
  EXPECT_EQ(rows("1 2026-07-09 07:31:02"), "2026-07-09 07:31:02,1,may-1\n");
  EXPECT_EQ(rows(""), "");
}

TEST(AttLog, IsPutRightByWhatTheClockWasAheadAlsoAcrossMidnightAndYears) {
  EXPECT_EQ(rows("1 2026-07-09 07:31:02", {90s, "m", {}}), "2026-07-09 07:29:32,1,m\n");
  EXPECT_EQ(rows("1 2026-01-01 00:00:30", {60s, "m", {}}), "2025-12-31 23:59:30,1,m\n");
  EXPECT_EQ(rows("1 2026-02-28 23:59:30", {-60s, "m", {}}), "2026-03-01 00:00:30,1,m\n");
}

TEST(AttLog, NamesPeopleByTheMachinesNumbers) {
  const AttLogReading reading{0s, "m", {{"147", "CB01"}}};
  EXPECT_EQ(rows("147 2026-07-09 07:31:02", reading), "2026-07-09 07:31:02,CB01,m\n");
  const auto unknown = attlog_rows("147 2026-07-09 07:31:02\n148 2026-07-09 07:31:02\n", reading);
  ASSERT_FALSE(unknown);
  ASSERT_EQ(unknown.error().size(), 1U);
  EXPECT_EQ(unknown.error()[0].line, 2U);
  EXPECT_THAT(unknown.error()[0].en, HasSubstr("number 148"));
}

TEST(AttLog, IsRefusedWithEachLineThatIsNoRecord) {
  for (const auto* line : {"147", "147 2026-07-09", "147 09.07 07:31", "147 2026-02-30 07:31:00",
                           "147 2026-07-09 25:00:00", "USERID\tDATE\tTIME", "a,b 2026-07-09 07:31:02"}) {
    const auto read = attlog_rows(std::string("1 2026-07-09 07:31:02\n") + line + "\nx\n", {0s, "m", {}});
    ASSERT_FALSE(read) << line;
    EXPECT_EQ(read.error().size(), 2U) << line;
    EXPECT_EQ(read.error()[0].line, 2U) << line;
    EXPECT_EQ(read.error()[1].line, 3U) << line;
  }
}

TEST(AttLog, CodesStandInAFileOfTheirOwn) {
  const auto codes = read_codes("number;staff_code\n147;CB01\n148;CB02\n");
  ASSERT_TRUE(codes);
  EXPECT_EQ(codes->at("148"), "CB02");
  EXPECT_EQ(read_codes("so,ma\n1,2\n").error().line, 1U);
  EXPECT_EQ(read_codes("number,staff_code\n147,CB01\n147,CB02\n").error().line, 3U);
  EXPECT_EQ(read_codes("number,staff_code\n147,\n").error().line, 2U);
}

}  // namespace
}  // namespace badge::tools
