// The short cut for regular days says what all rules say.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "server/attendance/regular_day.hpp"
#include "tests/server/attendance/property_facts.hpp"

namespace badge::attendance::testing {
namespace {

// Hours in which the rules get in each other's way: windows that reach into those of the days beside them,
// graces as long as a session, one minute between sessions.
const auto into_the_next_day = schedule("hanh-chinh", "07:00-06:50+1/20/6/5/5");
const auto into_its_own_start = schedule("hanh-chinh", "07:00-06:30+1/20/30/5/5");
const auto short_sessions = schedule("hanh-chinh", "08:00-08:09/60/60/8/8,08:20-08:29/60/60/8/8");
const auto sessions_that_touch = schedule("hanh-chinh", "08:00-12:00/60/60/5/5,12:01-16:00/60/60/5/5");

/// A day like most, or one that only just is not: an in and an out of every session, near its start and end,
/// and now and then something that spoils it.
RandomDay nearly_regular_day() {
  RandomDay day;
  day.office.hours() = *rc::gen::oneOf(
      rc::gen::exec(random_hours),
      rc::gen::element(into_the_next_day, into_its_own_start, short_sessions, sessions_that_touch));
  const auto tap_near = [](minutes minute, int from, int to) {
    Tap tap{};
    tap.at = date(the_day) + minute + seconds(*rc::gen::inRange(from * 60, to * 60));
    return tap;
  };
  for (const auto& rule : day.office.hours().seasons.front().sessions) {
    day.taps.push_back(tap_near(rule.start, -20, 7));
    day.taps.push_back(tap_near(rule.end, -7, 20));
  }
  enum class Spoilt { no, by_a_tap, by_a_repeat, by_a_reader, by_a_clock, by_facts, by_silence, by_the_hour };
  auto& some_tap = day.taps[*rc::gen::inRange<std::size_t>(0, day.taps.size())];
  switch (*rc::gen::weightedElement<Spoilt>({{6, Spoilt::no},
                                             {1, Spoilt::by_a_tap},
                                             {2, Spoilt::by_a_repeat},
                                             {1, Spoilt::by_a_reader},
                                             {1, Spoilt::by_a_clock},
                                             {4, Spoilt::by_facts},
                                             {1, Spoilt::by_silence},
                                             {1, Spoilt::by_the_hour}})) {
    case Spoilt::no:
      break;
    case Spoilt::by_a_tap:
      some_tap = random_tap();
      break;
    case Spoilt::by_a_repeat: {
      auto repeat = random_tap();
      repeat.at = some_tap.at + seconds(*rc::gen::inRange(-70, 70));
      day.taps.push_back(repeat);
      break;
    }
    case Spoilt::by_a_reader:
      some_tap.direction = *rc::gen::element(Direction::in, Direction::out);
      break;
    case Spoilt::by_a_clock:
      some_tap.clock_doubtful = true;
      break;
    case Spoilt::by_facts:
      add_facts(day.office);
      break;
    case Spoilt::by_silence:
      day.office.heard_only(the_day, "05:00-11:00 11:10-23:00");
      break;
    case Spoilt::by_the_hour:
      day.office.now = date(the_day) + random_time();
      break;
  }
  return day;
}

std::string day_text(const DayVerdict& verdict, const DayFacts& facts) {
  auto text = std::string(to_string(verdict.kind)) + (verdict.temporary_card ? " lent:" : ":");
  for (const auto& session : verdict.sessions) {
    text += " " + to_text(session, facts.taps, facts.date);
    for (const auto& reason : session.reasons) text += " " + std::string(to_string(reason.code));
  }
  return text;
}

RC_GTEST_PROP(RegularDayLaws, TheShortCutSaysWhatAllRulesSay, ()) {
  const auto day = nearly_regular_day();
  const auto judged = judge_with(day.office, day.taps);
  const auto& facts = judged.day.facts;
  DayVerdict by_all_rules;
  judge_by_all_rules(facts, Watch(*judged.in_force, *judged.day.stay, facts.date), by_all_rules);
  DayVerdict by_short_cut;
  const bool is_regular = judge_regular_day(facts, by_short_cut);
  RC_CLASSIFY(is_regular, "regular");
  RC_ASSERT(day_text(judged.day.verdict, facts) == day_text(by_all_rules, facts));
}

bool is_regular(const Office& office, std::string_view taps) {
  DayVerdict verdict;
  return judge_regular_day(office.judge(the_day, taps).day.facts, verdict);
}

TEST(RegularDay, IsADayInTimeAndOnlyThat) {
  const Office office;
  EXPECT_TRUE(is_regular(office, "07:20 11:35 13:10 17:02"));
  EXPECT_TRUE(is_regular(office, "07:35:59 11:30 13:30:59 16:55")) << "to the last second of grace";
  EXPECT_TRUE(is_regular(office, "07:20 07:20:40~ 11:35 13:10 13:10:09>in 17:02")) << "repeats serve nothing";
  EXPECT_FALSE(is_regular(office, "07:36 11:35 13:10 17:02")) << "late";
  EXPECT_FALSE(is_regular(office, "07:20 11:35 13:10 16:54:59")) << "early";
  EXPECT_FALSE(is_regular(office, "07:20 11:35 17:02")) << "one tap at noon";
  EXPECT_FALSE(is_regular(office, "07:20 11:35 12:00 13:10 17:02")) << "three taps at noon";
  EXPECT_FALSE(is_regular(office, "07:20 11:35 13:10~ 17:02")) << "a clock that cannot be believed";
  EXPECT_FALSE(is_regular(office, "07:20>in 11:35 13:10 17:02")) << "a reader for one direction";
}

}  // namespace
}  // namespace badge::attendance::testing
