// How programmes of a week write days, times and people.
#include "server/app/programme_words.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/app/weekly_programme.hpp"
#include "tests/server/app/import_facts.hpp"

namespace badge::app::test {
namespace {

using attendance::minutes;
using testing::ElementsAre;
using testing::IsEmpty;

const auto week = week_of(day("2026-07-09"));

TEST(ProgrammeWords, AWeekGoesFromMondayToSunday) {
  EXPECT_EQ(week, during("2026-07-06", "2026-07-12"));
  EXPECT_EQ(week_of(day("2026-07-06")), week);
  EXPECT_EQ(week_of(day("2026-07-12")), week);
}

TEST(ProgrammeWords, ADayIsADateWithOrWithoutItsYearOrAWeekday) {
  for (const auto* cell : {"2026-07-08", "08/7/2026", "8/7", "Thứ Tư, 08/7/2026", "Thứ Tư (08/07)", "Thứ 4",
                           "thứ tư", "wed", "Thứ 4 08-07-2026", "Ngày 8.7"}) {
    EXPECT_EQ(programme_date(cell, week), day("2026-07-08")) << cell;
  }
  for (const auto* cell : {"", "15/7", "08/7/2025", "tuần này", "Thứ 8"})
    EXPECT_EQ(programme_date(cell, week), std::nullopt) << cell;
}

TEST(ProgrammeWords, ATimeIsAHalfDayAClockOrASpanOfTwo) {
  const auto clocks = [](const char* cell) { return programme_time(cell).value_or(ProgrammeTime{}).clocks; };
  for (const auto* cell : {"Sáng", "buổi sáng"}) EXPECT_TRUE(programme_time(cell)->morning) << cell;
  EXPECT_TRUE(programme_time("Chiều")->afternoon);
  for (const auto* cell : {"Cả ngày", "Sáng, chiều", "sáng + chiều"})
    EXPECT_TRUE(programme_time(cell)->morning && programme_time(cell)->afternoon) << cell;
  EXPECT_THAT(clocks("8h00"), ElementsAre(minutes(480)));
  EXPECT_THAT(clocks("14 giờ 30"), ElementsAre(minutes(870)));
  EXPECT_THAT(clocks("14g30"), ElementsAre(minutes(870)));
  EXPECT_THAT(clocks("08:00 - 11:30"), ElementsAre(minutes(480), minutes(690)));
  EXPECT_THAT(clocks("Từ 8h đến 10h15"), ElementsAre(minutes(480), minutes(615)));
  for (const auto* cell : {"", "họp", "11:00-09:00", "25h00", "8h-9h-10h"})
    EXPECT_FALSE(programme_time(cell)) << cell;
}

TEST(ProgrammeWords, PeopleStandBetweenCommasWithoutTitlesAndPositions) {
  EXPECT_THAT(
      programme_people("Đ/c Nguyễn Văn An - Phó Giám đốc; đồng chí Trần Thị Bình (CVP)\n- Ông Lê Châu."),
      ElementsAre("Nguyễn Văn An", "Trần Thị Bình", "Lê Châu"));
  EXPECT_THAT(programme_people("CB01+CB02"), ElementsAre("CB01", "CB02"));
  EXPECT_THAT(programme_people(" ; , "), IsEmpty());
}

}  // namespace
}  // namespace badge::app::test
