#include "server/documents/written_dates.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace badge::documents {
namespace {

std::optional<std::chrono::local_days> date_of(std::string_view text) {
  const auto written = written_date(text);
  return written ? written->date() : std::nullopt;
}

TEST(WrittenDates, ReadDayBeforeMonthAndYearBeforeBoth) {
  const auto day = std::optional(std::chrono::local_days(std::chrono::year(2026) / 3 / 9));
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

SheetCell text(std::uint32_t row, const std::string& words) { return {row, 0, words}; }
SheetCell real(std::uint32_t row, int month, int day) {
  return {row, 0, SheetMoment{std::chrono::local_days(std::chrono::year(2026) / month / day)}};
}

TEST(DateOrder, DoubtsWhatOneCellOfTheColumnMakesDoubtful) {
  DateOrder order;
  const std::vector<SheetCell> cells = {text(0, "04/05/2026"), text(1, "25/03/2026"),
                                        text(2, "03 / 26 / 2026"), text(3, "05/05/2026 07:30"),
                                        text(4, "2026-04-05")};
  EXPECT_EQ(order.doubt(cells[0]), DateDoubt::none);
  for (const auto& cell : cells) order.see(cell);
  EXPECT_EQ(order.doubt(cells[0]), DateDoubt::order_unknown);
  EXPECT_EQ(order.cause(DateDoubt::order_unknown), 2U);
  EXPECT_EQ(order.doubt(cells[1]), DateDoubt::none);
  EXPECT_EQ(order.doubt(cells[2]), DateDoubt::month_first);
  EXPECT_EQ(order.doubt(cells[3]), DateDoubt::none) << "either way the same day";
  EXPECT_EQ(order.doubt(cells[4]), DateDoubt::none);
}

TEST(DateOrder, DoubtsRealDatesBesideTextThatWasNoDate) {
  DateOrder order;
  for (const auto& cell : {real(0, 4, 5), text(1, "25/03/2026")}) order.see(cell);
  EXPECT_EQ(order.doubt(real(0, 4, 5)), DateDoubt::perhaps_turned);
  EXPECT_EQ(order.doubt(real(2, 5, 5)), DateDoubt::none);
  order.see(real(3, 4, 25));
  EXPECT_EQ(order.doubt(real(0, 4, 5)), DateDoubt::none) << "the spreadsheet knew the order";
}

RC_GTEST_PROP(WrittenDates, ReadEveryDayInEveryWay, ()) {
  const auto number = *rc::gen::inRange(0, 40'000);
  const std::chrono::local_days date =
      std::chrono::local_days(std::chrono::year(1950) / 1 / 1) + std::chrono::days(number);
  const std::chrono::year_month_day day(date);
  const auto y = static_cast<int>(day.year());
  const auto m = static_cast<unsigned>(day.month()), d = static_cast<unsigned>(day.day());
  for (const auto& text : {fmt::format("{}/{}/{}", d, m, y), fmt::format("{:02}-{:02}-{}", d, m, y),
                           fmt::format("{}-{:02}-{:02}", y, m, d)}) {
    RC_ASSERT(date_of(text) == date);
  }
}

}  // namespace
}  // namespace badge::documents
