// Where somebody is now, as far as taps and papers tell.
#include "server/attendance/presence.hpp"

#include <gtest/gtest.h>

#include "tests/server/attendance/office.hpp"

namespace badge::attendance::testing {
namespace {

/// "present 07:25-08:10", "away GNP 12", "not_seen".
std::string now_of(Office office, std::string_view clock, const std::string& taps) {
  office.now = at("10T" + std::string(clock));
  const auto judged = office.judge("10", taps);
  const auto now = presence_of(judged.day, *judged.in_force);
  auto text = std::string(to_string(now.presence));
  const auto tap_text = [&](std::int32_t tap) {
    const auto minute_of =
        clock_minute(judged.day.facts.taps[static_cast<std::size_t>(tap)], date("10")).count();
    const auto two = [](auto number) { return std::string(number < 10 ? "0" : "") + std::to_string(number); };
    return two(minute_of / 60) + ":" + two(minute_of % 60);
  };
  if (now.first_tap >= 0) text += ' ' + tap_text(now.first_tap) + '-' + tap_text(now.last_tap);
  if (now.paper != nullptr) text += ' ' + now.paper->paper;
  return text;
}

TEST(Presence, IsWhatTheTapsOfTheSessionSay) {
  EXPECT_EQ(now_of({}, "08:00", "07:25"), "present 07:25-07:25");
  EXPECT_EQ(now_of({}, "09:00", "07:25 08:10"), "present 07:25-08:10");
  EXPECT_EQ(now_of({}, "07:00", ""), "not_seen");
  EXPECT_EQ(now_of({}, "10:00", ""), "not_seen") << "late or absent is for the end of the session to say";
  EXPECT_EQ(now_of({}, "14:00", "07:25 11:31"), "not_seen") << "the afternoon asks for a tap of its own";
  EXPECT_EQ(now_of({}, "14:00", "07:25 11:31 13:25"), "present 13:25-13:25");
}

TEST(Presence, KnowsNothingOfTapsThatAreStillToCome) { EXPECT_EQ(now_of({}, "08:00", "09:25"), "not_seen"); }

TEST(Presence, IsAwayOnlyWhileThePaperHolds) {
  Office office;
  office.facts.absences = {leave_at("10", "08:30-10:00")};
  EXPECT_EQ(now_of(office, "08:00", "07:25"), "present 07:25-07:25");
  EXPECT_EQ(now_of(office, "09:00", "07:25"), "away 07:25-07:25 GNP 12");
  EXPECT_EQ(now_of(office, "10:00", "07:25"), "present 07:25-07:25");
  office.facts.absences = {leave("10", "10", {"sáng"})};
  EXPECT_EQ(now_of(office, "09:00", ""), "away GNP 12");
  EXPECT_EQ(now_of(office, "14:00", "13:25"), "present 13:25-13:25");
}

TEST(Presence, IsUnknownWhereAnEntranceIsSilent) {
  Office office;
  office.heard.clear();
  EXPECT_EQ(now_of(office, "09:00", ""), "unknown");
  EXPECT_EQ(now_of(office, "09:00", "07:25"), "present 07:25-07:25") << "a tap is a tap";
  office = {};
  office.facts.badges.clear();
  EXPECT_EQ(now_of(office, "09:00", ""), "unknown") << "nobody taps without a badge";
  EXPECT_EQ(now_of(office, "05:00", ""), "not_seen") << "before anybody can tap nothing is hidden";
}

TEST(Presence, IsNotAskedOnADayOff) {
  Office office;
  office.now = at("14T09:00");  // a Saturday
  const auto judged = office.judge("14", "");
  EXPECT_EQ(presence_of(judged.day, *judged.in_force).presence, Presence::off);
}

}  // namespace
}  // namespace badge::attendance::testing
