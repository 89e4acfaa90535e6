// How papers write dates, times and numbers.
#include "server/documents/paper_words.hpp"

#include <gmock/gmock.h>

namespace badge::documents {
namespace {

using namespace std::chrono_literals;

TEST(PaperWords, DaysBelowTenAndTheMonthsOneAndTwoHaveALeadingZero) {
  EXPECT_EQ(date_words(2026y / 1 / 5), "ngày 05 tháng 01 năm 2026");
  EXPECT_EQ(date_words(2026y / 2 / 10), "ngày 10 tháng 02 năm 2026");
  EXPECT_EQ(date_words(2026y / 3 / 9), "ngày 09 tháng 3 năm 2026");
  EXPECT_EQ(date_words(2026y / 9 / 30), "ngày 30 tháng 9 năm 2026");
  EXPECT_EQ(date_words(2026y / 12 / 1), "ngày 01 tháng 12 năm 2026");
}

TEST(PaperWords, TheClerkHasRoomForADayAndANumber) {
  EXPECT_EQ(place_date_line({"Khánh Hòa", 2026y / 7, 14d}), "Khánh Hòa, ngày 14 tháng 7 năm 2026");
  EXPECT_THAT(place_date_line({"Khánh Hòa", 2026y / 2, {}}),
              testing::MatchesRegex("Khánh Hòa, ngày (\u00A0| ){5,}tháng 02 năm 2026"));
  EXPECT_EQ(number_line(paper_number(5), "BC-SNV"), "Số: 05/BC-SNV");
  EXPECT_EQ(paper_number(0), "0");
  EXPECT_EQ(number_line("1027", "BC-SNV"), "Số: 1027/BC-SNV");
  EXPECT_THAT(number_line({}, "BC-SNV"), testing::MatchesRegex("Số: (\u00A0){6,}/BC-SNV"));
}

TEST(PaperWords, FiguresHaveAPointBeforeEachThreeDigits) {
  EXPECT_EQ(figure_text(0), "0");
  EXPECT_EQ(figure_text(999), "999");
  EXPECT_EQ(figure_text(1240), "1.240");
  EXPECT_EQ(figure_text(-100), "-100");
  EXPECT_EQ(figure_text(-1234567), "-1.234.567");
}

TEST(PaperWords, TimesAreHoursAndMinutes) {
  EXPECT_EQ(time_words(7h + 37min), "07 giờ 37 phút");
  EXPECT_EQ(time_words(0min), "00 giờ 00 phút");
  EXPECT_EQ(time_words(17h + 5min), "17 giờ 05 phút");
}

TEST(PaperWords, PartsAreCountedInRomanNumerals) {
  EXPECT_EQ(roman(1), "I");
  EXPECT_EQ(roman(4), "IV");
  EXPECT_EQ(roman(9), "IX");
  EXPECT_EQ(roman(14), "XIV");
  EXPECT_EQ(roman(2026), "MMXXVI");
  EXPECT_EQ(roman(0), "0");
  EXPECT_EQ(roman(4000), "4000");
}

TEST(PaperWords, AListEndsWithAPoint) {
  EXPECT_THAT(with_closing_signs({"UBND tỉnh", "Lưu: VT"}), testing::ElementsAre("UBND tỉnh;", "Lưu: VT."));
  EXPECT_THAT(with_closing_signs({}), testing::IsEmpty());
}

}  // namespace
}  // namespace badge::documents
