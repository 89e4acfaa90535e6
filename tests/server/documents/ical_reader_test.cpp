#include "server/documents/ical_reader.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

namespace badge::documents {
namespace {

using testing::ElementsAre;

std::string calendar(const std::string& inside) {
  return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//a//b\r\n" + inside + "END:VCALENDAR\r\n";
}
std::string event(const std::string& inside) {
  return "BEGIN:VEVENT\r\nUID:1\r\n" + inside + "END:VEVENT\r\n";
}

CalendarEvent only_event(const std::string& inside) {
  const auto events = read_ical(calendar(event(inside))).value();
  EXPECT_EQ(events.size(), 1U);
  return events.empty() ? CalendarEvent() : events.front();
}

std::chrono::local_days day(unsigned month, unsigned of_month) {
  return std::chrono::local_days(std::chrono::year(2026) / static_cast<int>(month) /
                                 static_cast<int>(of_month));
}

void expect_days(const std::string& inside, std::chrono::local_days first, std::chrono::local_days last) {
  const auto read = only_event(inside);
  EXPECT_EQ(read.fault, EventFault::none) << inside;
  EXPECT_EQ(read.first, first) << inside;
  EXPECT_EQ(read.last, last) << inside;
}

TEST(IcalReader, EndsAnEventOnTheDayBeforeItsEnd) {
  expect_days("DTSTART;VALUE=DATE:20260430\r\nDTEND;VALUE=DATE:20260502\r\n", day(4, 30), day(5, 1));
  expect_days("DTSTART;VALUE=DATE:20260430\r\n", day(4, 30), day(4, 30));
  expect_days("DTSTART;VALUE=DATE:20260430\r\nDTEND;VALUE=DATE:20260430\r\n", day(4, 30), day(4, 30));
  expect_days("DTSTART;VALUE=DATE:20260430\r\nDURATION:P3D\r\n", day(4, 30), day(5, 2));
}

TEST(IcalReader, TakesMidnightToMidnightForWholeDays) {
  expect_days("DTSTART:20260430T000000\r\nDTEND:20260501T000000\r\n", day(4, 30), day(4, 30));
  expect_days("DTSTART:20260429T170000Z\r\nDTEND:20260501T170000Z\r\n", day(4, 30), day(5, 1));
  expect_days(
      "DTSTART;TZID=Asia/Ho_Chi_Minh:20260430T000000\r\nDTEND;TZID=Asia/Ho_Chi_Minh:20260501T000000\r\n",
      day(4, 30), day(4, 30));
}

TEST(IcalReader, SaysWhyAnEventGivesNoDays) {
  const auto fault = [](const std::string& inside) { return only_event(inside).fault; };
  EXPECT_EQ(fault("DTSTART;VALUE=DATE:20260430\r\nRRULE:FREQ=YEARLY\r\n"), EventFault::repeats);
  EXPECT_EQ(fault("DTSTART:20260430T080000\r\nDTEND:20260430T090000\r\n"), EventFault::part_of_day);
  EXPECT_EQ(fault("DTSTART:20260430T000000Z\r\nDTEND:20260501T000000Z\r\n"), EventFault::part_of_day);
  EXPECT_EQ(fault("SUMMARY:x\r\n"), EventFault::no_days);
  EXPECT_EQ(fault("DTSTART;VALUE=DATE:20260430\r\nDTEND;VALUE=DATE:20260420\r\n"), EventFault::no_days);
  EXPECT_EQ(fault("DTSTART;VALUE=DATE:20260430\r\nSTATUS:CANCELLED\r\n"), EventFault::cancelled);
  EXPECT_EQ(fault("DTSTART;TZID=Europe/Paris:20260430T000000\r\nDTEND;TZID=Europe/Paris:20260501T000000\r\n"),
            EventFault::other_zone);
}

TEST(IcalReader, UnfoldsLinesAndComposesLetters) {
  const auto read = only_event(
      "DTSTART;VALUE=DATE:20260430\r\nSUMMARY:Nghi\u0309 le\u0302\u0303\\, ngày Giải\r\n  phóng miền\r\n  "
      "Nam\r\nCATEGORIES:nghỉ "
      "lễ\r\n");
  EXPECT_EQ(read.summary, "Nghỉ lễ, ngày Giải phóng miền Nam");
  EXPECT_THAT(read.categories, ElementsAre("nghỉ lễ"));
}

TEST(IcalReader, RefusesWhatIsNotNestedAsCalendarsAre) {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "BEGIN:VEVENT\r\n";
  EXPECT_EQ(read_ical(calendar(deep)).error(), IcalFault::no_calendar);
  EXPECT_EQ(read_ical(calendar("END:VEVENT\r\n")).error(), IcalFault::no_calendar);
  EXPECT_EQ(read_ical(calendar("BEG\r\n IN;X=1:VEVENT\r\n")).error(), IcalFault::no_calendar);
}

TEST(IcalReader, ReadsSeveralCalendarsAndRefusesOtherFiles) {
  const auto one = calendar(event("DTSTART;VALUE=DATE:20260430\r\n"));
  EXPECT_EQ(read_ical(one + one).value().size(), 2U);
  EXPECT_EQ(read_ical("\xEF\xBB\xBF" + one).value().size(), 1U);
  EXPECT_EQ(read_ical("date,kind\n").error(), IcalFault::no_calendar);
  EXPECT_EQ(read_ical("BEGIN:VCALENDAR\r\nX:\xFF\r\nEND:VCALENDAR\r\n").error(), IcalFault::not_utf8);
  EXPECT_TRUE(looks_like_calendar("begin:vcalendar\n"));
  EXPECT_FALSE(looks_like_calendar("BEGIN:VCARD\n"));
}

RC_GTEST_PROP(IcalReader, KeepsEverySpanOfDays, ()) {
  const auto first = day(1, 1) + std::chrono::days(*rc::gen::inRange(0, 3000));
  const auto last = first + std::chrono::days(*rc::gen::inRange(0, 300));
  const auto written = [](std::chrono::local_days date) {
    const std::chrono::year_month_day at(date);
    return fmt::format("{}{:02}{:02}", static_cast<int>(at.year()), static_cast<unsigned>(at.month()),
                       static_cast<unsigned>(at.day()));
  };
  const auto read = only_event("DTSTART;VALUE=DATE:" + written(first) +
                               "\r\nDTEND;VALUE=DATE:" + written(last + std::chrono::days(1)) + "\r\n");
  RC_ASSERT(read.first == first && read.last == last && read.fault == EventFault::none);
}

}  // namespace
}  // namespace badge::documents
