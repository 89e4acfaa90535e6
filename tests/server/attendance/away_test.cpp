// Who was out between two taps of a session: a hint, and only where nothing is guessed.
#include "server/attendance/away.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "tests/server/attendance/property_facts.hpp"

namespace badge::attendance::testing {
namespace {

/// "sáng 09:00-09:40 40": session, the two taps, the minutes that nothing speaks of.
std::string aways(const Judged& judged) {
  const auto& facts = judged.day.facts;
  const auto clock = [&](TapNo no) {
    const auto minute = clock_minute(tap_at(facts.taps, no), facts.date).count();
    const auto two = [](auto number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return two(minute / 60) + ":" + two(minute % 60);
  };
  std::string text;
  for (const auto& away : aways_of(facts, judged.day.verdict)) {
    text += (text.empty() ? "" : ", ") + facts.plan->sessions[away.session].rule->name + " " +
            clock(away.out) + "-" + clock(away.in) + " " + std::to_string(away.length.count());
  }
  return text;
}

std::string aways(const Office& office, std::string_view taps) { return aways(office.judge("10", taps)); }

TEST(Away, IsTheTimeBetweenTwoTapsWithinASession) {
  EXPECT_EQ(aways(Office(), "07:25 09:00 09:40 11:35 13:25 17:05"), "sáng 09:00-09:40 40");
  EXPECT_EQ(aways(Office(), "07:25 08:00 08:20 09:00 09:40 11:35 13:25 17:05"),
            "sáng 08:00-08:20 20, sáng 09:00-09:40 40");
  EXPECT_EQ(aways(Office(), "07:25 11:35 13:25 15:00 15:30 17:05"), "chiều 15:00-15:30 30");
}

TEST(Away, IsNeverGuessedFromAnOddNumberOfTaps) {
  EXPECT_EQ(aways(Office(), "07:25 09:00 11:35 13:25 17:05"), "");
  EXPECT_EQ(aways(Office(), "07:25 08:00 09:00 09:40 11:35 13:25 17:05"), "");
}

TEST(Away, IsToldByReadersForOneDirection) {
  EXPECT_EQ(aways(Office(), "07:25>in 09:00>out 09:40>in 11:35>out 13:25 17:05"), "sáng 09:00-09:40 40");
  EXPECT_EQ(aways(Office(), "07:25>in 08:00>in 09:00>out 09:40>in 11:35>out 13:25 17:05"),
            "sáng 09:00-09:40 40");
  EXPECT_EQ(aways(Office(), "07:25>in 09:00>in 09:40>out 11:35>out 13:25 17:05"), "");
  EXPECT_EQ(aways(Office(), "07:25>in 09:00>out 09:20 09:40>in 11:35>out 13:25 17:05"), "");
}

TEST(Away, IsOnlyWhatLiesWithinTheSession) {
  EXPECT_EQ(aways(Office(), "07:00 07:10 07:50 11:35 13:25 17:05"), "sáng 07:10-07:50 20");
  EXPECT_EQ(aways(Office(), "07:25 11:35 12:00 13:00 13:25 17:05"), "");  // noon is everybody's own
}

TEST(Away, IsNothingThatAPaperSpeaksOf) {
  Office office;
  constexpr std::string_view day = "07:25 09:00 10:00 11:35 13:25 17:05";
  office.facts.absences = {leave_at("10", "08:55-10:05")};
  EXPECT_EQ(aways(office, day), "");
  office.facts.absences = {leave_at("10", "09:10-09:40")};
  EXPECT_EQ(aways(office, day), "sáng 09:00-10:00 30");
  office.facts.absences = {leave_at("10", "09:30-10:30"), leave_at("10", "09:20-09:40")};
  EXPECT_EQ(aways(office, day), "sáng 09:00-10:00 20");
}

TEST(Away, IsNothingAfterTheOfficeHasClosed) {
  Office office;
  office.facts.calendar = {closure("10", "15:10")};
  EXPECT_EQ(aways(office, "07:25 11:35 13:25 15:00 15:30 17:05"), "chiều 15:00-15:30 10");
}

TEST(Away, LeavesWhoIsGrantedMinutesADayTheirTime) {
  Office office;
  office.facts.regimes = {regime(RegimePlace::any, 60)};
  EXPECT_EQ(aways(office, "07:25 09:00 09:40 11:35 13:25 15:00 15:45 17:05"), "chiều 15:00-15:45 25");
}

TEST(Away, IsNotSaidOfWhoOwesNoSecondTap) {
  Office office;
  office.hours().taps = TapsDemanded::day_ends;
  EXPECT_EQ(aways(office, "07:25 09:00 09:40 17:05"), "");
}

std::vector<Away> aways_with(const Office& office, const std::vector<Tap>& taps) {
  const auto judged = judge_with(office, taps);
  return aways_of(judged.day.facts, judged.day.verdict);
}

/// The same day on which somebody goes out and in.
RandomDay restless(RandomDay day) {
  for (const auto session : {"07:30", "13:30"}) {
    const auto start = date(the_day) + time_of_day(session);
    day.taps.push_back({.at = start - minutes(5)});
    for (int i = *rc::gen::inRange(0, 3) * 2; i > 0; --i)
      day.taps.push_back({.at = start + seconds(*rc::gen::inRange(0, 4 * 3600))});
    day.taps.push_back({.at = start + std::chrono::hours(4)});
  }
  return day;
}

/// The length of each, so that days whose taps stand in other places compare.
std::vector<std::pair<std::size_t, minutes>> lengths(const std::vector<Away>& aways) {
  std::vector<std::pair<std::size_t, minutes>> found;
  for (const auto& away : aways) found.emplace_back(away.session, away.length);
  return found;
}

RC_GTEST_PROP(AwayLaws, DoNotDependOnTheOrderOfTaps, ()) {
  const auto day = restless(eventful_day());
  auto reversed = day.taps;
  std::ranges::reverse(reversed);
  RC_ASSERT(aways_with(day.office, day.taps) == aways_with(day.office, reversed));
}

RC_GTEST_PROP(AwayLaws, RepeatsChangeNothing, ()) {
  const auto day = restless(eventful_day());
  auto doubled = day.taps;
  for (const auto& tap : day.taps) {
    if (one_in(2)) doubled.push_back(tap);
  }
  RC_ASSERT(lengths(aways_with(day.office, day.taps)) == lengths(aways_with(day.office, doubled)));
}

RC_GTEST_PROP(AwayLaws, NobodyIsAwayForLongerThanTheSession, ()) {
  const auto day = restless(eventful_day());
  const auto judged = judge_with(day.office, day.taps);
  std::vector<minutes> left;
  for (const auto& session : judged.day.facts.plan->sessions) left.push_back(session.end - session.start);
  for (const auto& away : aways_of(judged.day.facts, judged.day.verdict)) {
    RC_ASSERT(away.length > minutes(0));
    left[away.session] -= away.length;
  }
  RC_ASSERT(std::ranges::all_of(left, [](minutes rest) { return rest >= minutes(0); }));
}

RC_GTEST_PROP(AwayLaws, APaperOverTheTimeTakesItAway, ()) {
  auto day = restless({});
  const auto judged = judge_with(day.office, day.taps);
  const auto found = aways_of(judged.day.facts, judged.day.verdict);
  RC_CLASSIFY(found.empty());
  if (found.empty()) return;
  const auto& facts = judged.day.facts;
  auto paper = leave(the_day, the_day);
  paper.time = ClockSpan{clock_minute(tap_at(facts.taps, found.front().out), facts.date),
                         clock_minute(tap_at(facts.taps, found.front().in), facts.date)};
  day.office.facts.absences.push_back(paper);
  for (const auto& away : aways_with(day.office, day.taps)) {
    RC_ASSERT(away.session != found.front().session || away.out != found.front().out);
  }
}

}  // namespace
}  // namespace badge::attendance::testing
