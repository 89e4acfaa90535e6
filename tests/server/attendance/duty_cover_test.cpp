#include "server/attendance/duty_cover.hpp"

#include <gtest/gtest.h>

#include "tests/server/attendance/office.hpp"

namespace badge::attendance::testing {
namespace {

DutySlot slot(int people_min = 1) { return {"snv", "truc-dem", span("9", "15"), every_weekday, people_min}; }
Duty duty(std::string staff, std::string_view on) {
  return {std::move(staff), date(on), "truc-dem", "snv", "LT 3"};
}

TEST(DutyCover, HasEverySlotOnEveryOfItsDays) {
  auto weekends = slot();
  weekends.weekdays = 0b1100000;
  const std::vector slots = {slot(), weekends};
  EXPECT_EQ(duty_cover(slots, {}, span("1", "31")).size(), 7U + 2U);
  EXPECT_EQ(duty_cover(slots, {}, span("15", "31")).size(), 2U);
}

TEST(DutyCover, FindsSlotsWithTooFewPeople) {
  const std::vector slots = {slot(2)};
  const auto a = duty("A", "10"), b = duty("B", "10"), gone = duty("C", "10");
  auto elsewhere = duty("D", "10");
  elsewhere.unit_code = "vp";
  std::vector<DutyTurn> turns = {{&a, true, {}}, {&gone, false, {}}, {&elsewhere, true, {}}};
  EXPECT_TRUE(duty_cover(slots, turns, span("10", "10"))[0].has_too_few_named());
  turns.push_back({&b, true, {}});
  const auto cover = duty_cover(slots, turns, span("10", "11"));
  EXPECT_FALSE(cover[0].has_too_few_named());
  EXPECT_TRUE(cover[1].has_too_few_named());
}

TEST(DutyCover, FindsSlotsWhosePersonDidNotCome) {
  const std::vector slots = {slot()};
  const auto a = duty("A", "10");
  const auto complains = [&](std::optional<SessionState> state) {
    const std::vector<DutyTurn> turns = {{&a, true, state}};
    return duty_cover(slots, turns, span("10", "10"))[0].somebody_did_not_come();
  };
  EXPECT_TRUE(complains(SessionState::absent));
  EXPECT_TRUE(complains(SessionState::excused)) << "with a reason, and the slot is empty all the same";
  EXPECT_FALSE(complains(SessionState::present));
  EXPECT_FALSE(complains(SessionState::exempt));
  EXPECT_FALSE(complains(SessionState::provisional));
  EXPECT_FALSE(complains(std::nullopt));
}

TEST(StateOfTurn, IsTheWorstOfItsSessions) {
  Office office;
  const auto judged = office.judge("10", "07:25 11:31");
  const auto& hours = office.facts.schedules.front();
  EXPECT_EQ(state_of_turn(judged.day.facts, judged.day.verdict, hours), SessionState::absent);
  auto other = schedule("truc-dem", "22:00-06:00+1/60/60");
  EXPECT_EQ(state_of_turn(judged.day.facts, judged.day.verdict, other), std::nullopt);
}

}  // namespace
}  // namespace badge::attendance::testing
