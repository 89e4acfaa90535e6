#include "server/app/imports/written_dates.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "server/app/import_dates.hpp"

namespace badge::app {
namespace {

std::optional<attendance::Date> date_of(std::string_view text) {
  const auto written = written_date(text);
  return written ? written->date() : std::nullopt;
}

TEST(WrittenDates, ReadDayBeforeMonthAndYearBeforeBoth) {
  const auto day = parse_date("2026-03-09");
  for (const auto* text : {"9/3/2026", "09-03-2026", "9.3.2026", "2026-03-09", "2026/3/9", "9 / 3 / 2026"})
    EXPECT_EQ(date_of(text), day) << text;
  for (const auto* text :
       {"9/3/26", "9/3-2026", "9/3", "31/02/2026", "9/13/2026", "a/3/2026", "", "20260309"})
    EXPECT_EQ(date_of(text), std::nullopt) << text;
}

TEST(WrittenDates, TellWhichNumberCanOnlyBeTheDay) {
  EXPECT_TRUE(written_date("03/25/2026")->is_month_first());
  EXPECT_TRUE(written_date("25/03/2026")->is_day_first());
  EXPECT_FALSE(written_date("04/05/2026")->is_month_first() || written_date("04/05/2026")->is_day_first());
}

TEST(WrittenDates, ReadHoursAsTheyAreSaid) {
  for (const auto* text : {"7h30", "7 giờ 30", "07:30", "7g30", "7 giờ 30 phút", "7 H 30"})
    EXPECT_EQ(written_clock(text), "07:30") << text;
  EXPECT_EQ(written_clock("17h"), "17:00");
  EXPECT_EQ(written_clock("sáng"), "sáng");
  EXPECT_EQ(written_clock("25h"), "25h");
  EXPECT_EQ(written_clock("7.30"), "7.30") << "half an hour, or three tenths of one";
}

RC_GTEST_PROP(WrittenDates, ReadEveryDayInEveryWay, ()) {
  const auto number = *rc::gen::inRange(0, 40'000);
  const attendance::Date date = attendance::Date(std::chrono::year(1950) / 1 / 1) + std::chrono::days(number);
  const std::chrono::year_month_day day(date);
  const auto y = static_cast<int>(day.year());
  const auto m = static_cast<unsigned>(day.month()), d = static_cast<unsigned>(day.day());
  for (const auto& text : {fmt::format("{}/{}/{}", d, m, y), fmt::format("{:02}-{:02}-{}", d, m, y),
                           fmt::format("{}-{:02}-{:02}", y, m, d)}) {
    RC_ASSERT(date_of(text) == date);
  }
}

}  // namespace
}  // namespace badge::app
