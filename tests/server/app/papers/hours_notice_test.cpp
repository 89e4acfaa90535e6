// What a unit posts at its door: the hours in force, those that come next, and the hotline.
#include "server/app/papers/hours_notice.hpp"

#include <gmock/gmock.h>

#include "server/documents/pdf_paper.hpp"
#include "tests/server/app/inspections/paper_text.hpp"

namespace badge::app {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;

const IssuingBody snv{"UBND TỈNH KHÁNH HÒA", "SỞ NỘI VỤ", "SNV", "Khánh Hòa", "GIÁM ĐỐC"};
constexpr std::uint8_t working_week = 0b0011111;

attendance::Season season(std::chrono::year_month_day from, std::chrono::minutes start) {
  attendance::Season season;
  season.valid_from = attendance::Date(std::chrono::local_days(from));
  season.weekdays = working_week;
  season.sessions = {{"sáng", start, 11h + 30min, {}, {}, {}, {}},
                     {"chiều", 13h + 30min, 17h, {}, {}, {}, {}}};
  return season;
}

TEST(HoursNotice, PostsTheHoursInForceAndThoseThatComeNext) {
  const auto summer = season(2026y / 4 / 15, 7h), winter = season(2026y / 10 / 15, 7h + 30min);
  const auto paper = hours_notice_of(
      {"Văn phòng", &summer, &winter, std::chrono::local_days(2026y / 7 / 9), "0258 3822 222"}, snv);
  const auto body = body_of(paper);
  EXPECT_THAT(body, HasSubstr("Thứ Hai đến thứ Sáu, trừ ngày nghỉ lễ"));
  EXPECT_THAT(body, HasSubstr("|Sáng|07:00|11:30|\n|Chiều|13:30|17:00|\n"));
  EXPECT_THAT(body, HasSubstr("Từ ngày 15/10/2026:"));
  EXPECT_THAT(body, HasSubstr("|Sáng|07:30|11:30|"));
  EXPECT_THAT(body, HasSubstr("0258\u00A03822\u00A0222"));
  EXPECT_TRUE(documents::pdf_of(paper, {}));
}

TEST(HoursNotice, LeavesTheHotlineToBeWrittenWhereNobodyStatedIt) {
  const auto summer = season(2026y / 4 / 15, 7h);
  const auto body = body_of(
      hours_notice_of({"Văn phòng", &summer, nullptr, std::chrono::local_days(2026y / 7 / 9), ""}, snv));
  EXPECT_THAT(body, HasSubstr("cải cách hành chính:\n……"));
  EXPECT_THAT(body, Not(HasSubstr("Từ ngày")));
}

TEST(HoursNotice, NamesDaysAsTheyAre) {
  EXPECT_EQ(weekdays_words(working_week), "thứ Hai đến thứ Sáu");
  EXPECT_EQ(weekdays_words(0b0111111), "thứ Hai đến thứ Bảy");
  EXPECT_EQ(weekdays_words(0b0000101), "thứ Hai, thứ Tư");
  EXPECT_EQ(weekdays_words(0b0000011), "thứ Hai, thứ Ba");
  EXPECT_EQ(weekdays_words(0b1000000), "Chủ nhật");
  EXPECT_EQ(weekdays_words(0), "không có ngày nào");
}

}  // namespace
}  // namespace badge::app
