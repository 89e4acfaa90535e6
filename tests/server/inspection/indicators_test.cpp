#include "server/inspection/indicators.hpp"

#include <gtest/gtest.h>

namespace badge::inspection {
namespace {

using std::chrono::year;

TEST(Period, IsAYearAQuarterOrAMonth) {
  EXPECT_EQ(parse_period("2026"), (Period{2026}));
  EXPECT_EQ(parse_period("2026-Q3"), (Period{2026, 3}));
  EXPECT_EQ(parse_period("2026-q3"), (Period{2026, 3}));
  EXPECT_EQ(parse_period("2026-07"), (Period{2026, 0, 7}));
  for (const auto* text : {"2026", "2026-Q1", "2026-Q4", "2026-01", "2026-12", "2000", "2037-Q4"})
    EXPECT_EQ(to_string(parse_period(text).value()), text);
}

TEST(Period, IsNothingElse) {
  for (const auto* text :
       {"", "26", "2026-", "2026-7", "2026-Q0", "2026-Q5", "2026-Q33", "2026-00", "2026-13", "2026/Q3",
        "Q3-2026", "1999-Q4", "2038", "-026", "2026-Q-", "2026-+7", " 2026"})
    EXPECT_FALSE(parse_period(text)) << text;
}

TEST(Period, FollowsTheOneBefore) {
  const auto of = [](const char* text) { return to_string(before(parse_period(text).value())); };
  EXPECT_EQ(of("2026-Q3"), "2026-Q2");
  EXPECT_EQ(of("2026-Q1"), "2025-Q4");
  EXPECT_EQ(of("2026-07"), "2026-06");
  EXPECT_EQ(of("2026-01"), "2025-12");
  EXPECT_EQ(of("2026"), "2025");
}

TEST(Period, EndsWhereTheNextBegins) {
  for (const auto* text : {"2026", "2024", "2026-Q1", "2026-Q3", "2026-03", "2024-03", "2026-01"}) {
    const auto period = parse_period(text).value();
    EXPECT_EQ(days_of(before(period)).second + std::chrono::days(1), days_of(period).first) << text;
  }
  EXPECT_EQ(days_of({2024, 0, 2}).second, Date(year(2024) / 2 / 29));
  EXPECT_EQ(days_of({2026}).second, Date(year(2026) / 12 / 31));
}

}  // namespace
}  // namespace badge::inspection
