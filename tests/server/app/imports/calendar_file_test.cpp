#include "server/app/imports/calendar_file.hpp"

#include <gmock/gmock.h>

#include "server/app/imports/plan.hpp"
#include "tests/server/app/import_facts.hpp"

namespace badge::app {
namespace {

using attendance::CalendarKind;
using testing::ElementsAre;
using testing::SizeIs;
using testing::StartsWith;

std::string event(const std::string& summary, const std::string& first, const std::string& more = "") {
  return "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:" + first + "\r\nSUMMARY:" + summary + "\r\n" + more +
         "END:VEVENT\r\n";
}

tl::expected<CalendarFile, ImportErrors> read(const std::string& events) {
  return read_calendar_file("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + events + "END:VCALENDAR\r\n",
                            Language::en);
}

TEST(CalendarFile, StatesEachDayOfItsEvents) {
  const auto file =
      read(event("Nghỉ lễ 30/4", "20260430", "DTEND;VALUE=DATE:20260502\r\n") +
           event("Làm bù cho thứ Hai 04/5", "20260509") + event("Họp", "20260601", "STATUS:CANCELLED\r\n"))
          .value();
  EXPECT_EQ(
      file.csv,
      "date,kind,name,works_like\r\n2026-04-30,holiday,Nghỉ lễ 30/4,\r\n2026-05-01,holiday,Nghỉ lễ 30/4,\r\n"
      "2026-05-09,working,Làm bù cho thứ Hai 04/5,mon\r\n");
  EXPECT_THAT(file.places, ElementsAre("event 1", "event 1", "event 2"));
  EXPECT_EQ(file.understood.day_count, 3U);
  EXPECT_THAT(file.understood.days[2].kind, "working");
  EXPECT_THAT(file.understood.ignored, ElementsAre(Understood::Ignored{"event 3", "Họp", "cancelled"}));
  const auto plan = plan_import(ImportKind::calendar, file.csv, test::small_office(), Language::en);
  ASSERT_TRUE(plan);
  EXPECT_EQ(plan->added, 3U);
}

TEST(CalendarFile, IsToldWhatKindOfDayAnEventIs) {
  const auto kind = [](std::string_view summary) { return kind_of_event(summary, {}); };
  EXPECT_EQ(kind("NGHỈ TẾT Nguyên đán"), CalendarKind::holiday);
  EXPECT_EQ(kind("Nghỉ bù ngày 30/4"), CalendarKind::off);
  EXPECT_EQ(kind("Đi làm bù thứ Bảy"), CalendarKind::working);
  EXPECT_EQ(kind("Hội nghị cán bộ"), std::nullopt);
  EXPECT_EQ(kind("Quốc khánh"), std::nullopt);
  EXPECT_EQ(kind("Làm bù cho ngày nghỉ 02/5"), std::nullopt) << "it speaks of both";
  EXPECT_EQ(kind_of_event("Quốc khánh", {"Lịch chung", "nghỉ lễ"}), CalendarKind::holiday);
  EXPECT_EQ(kind_of_event("Nghỉ", {"làm bù"}), CalendarKind::working) << "a category goes first";
  EXPECT_EQ(kind_of_event("x", {"holiday", "off"}), std::nullopt);
}

TEST(CalendarFile, FindsTheDayThatIsWorked) {
  using std::chrono::Friday;
  using std::chrono::Monday;
  EXPECT_EQ(weekday_worked("Làm bù cho thứ Hai", 2026), Monday);
  EXPECT_EQ(weekday_worked("Thứ Bảy làm bù cho ngày 04/5", 2026), Monday);
  EXPECT_EQ(weekday_worked("Làm bù thay thứ Hai (04/05/2026)", 2026), Monday);
  EXPECT_EQ(weekday_worked("Làm bù cho thứ Sáu 04/5", 2026), std::nullopt) << "that day is a Monday";
  EXPECT_EQ(weekday_worked("Làm bù như thứ Sáu", 2026), Friday);
  EXPECT_EQ(weekday_worked("Làm bù", 2026), std::nullopt);
}

TEST(CalendarFile, RefusesWhatIsNotClear) {
  const auto file = read(event("Quốc khánh", "20260902") +
                         event("Nghỉ lễ", "20260102", "RRULE:FREQ=YEARLY\r\n") + event("Làm bù", "20260509"));
  ASSERT_FALSE(file);
  ASSERT_THAT(file.error().listed, SizeIs(3));
  EXPECT_THAT(file.error().listed[0].message, StartsWith("says neither"));
  EXPECT_EQ(file.error().listed[1].place, "event 2");
  EXPECT_THAT(file.error().listed[1].message, StartsWith("repeats by a rule"));
  EXPECT_THAT(file.error().listed[2].message, StartsWith("is worked in place of another day"));
  EXPECT_THAT(read("").error().listed[0].message, StartsWith("the calendar has no all-day event"));
}

}  // namespace
}  // namespace badge::app
