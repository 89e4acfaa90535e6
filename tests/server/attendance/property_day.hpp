#pragma once
/// Days to judge, drawn at random: hours, taps that crowd around the minutes that matter, silences.
#include <rapidcheck.h>

#include <string>
#include <vector>

#include "tests/server/attendance/office.hpp"

namespace badge::attendance::testing {

struct RandomDay {
  Office office;
  std::vector<Tap> taps;               // of the 9th to the 11th
  std::vector<ListenedSpan> listened;  // pieces; Office::heard is one span over everything
};

inline const std::string the_day = "10";

/// Seconds from midnight of the 10th: near the ends of sessions and windows, or anywhere.
inline seconds random_time() {
  const auto anchor = *rc::gen::element(330, 445, 450, 455, 510, 660, 685, 690, 700, 750, 785, 810, 815, 870,
                                        960, 1015, 1020, 1260, -60, 1440, 0, 1380);
  const auto near = *rc::gen::inRange(-1500, 1500);
  const auto anywhere = *rc::gen::inRange(-6 * 3600, 30 * 3600);
  return *rc::gen::weightedElement<seconds>({{8, minutes(anchor) + seconds(near)}, {1, seconds(anywhere)}});
}

inline Tap random_tap() {
  Tap tap{};
  tap.at = date(the_day) + random_time();
  tap.source = *rc::gen::inRange(0U, 3U);
  tap.direction =
      *rc::gen::weightedElement<Direction>({{8, Direction::both}, {1, Direction::in}, {1, Direction::out}});
  tap.temporary = *rc::gen::weightedElement<bool>({{9, false}, {1, true}});
  return tap;
}

inline Schedule random_hours() {
  auto hours = *rc::gen::element(
      schedule("hanh-chinh", "07:30-11:30/120/60/5/5,13:30-17:00/60/240/5/5"),
      schedule("hanh-chinh", "07:30-11:30/120/15,13:30-17:00/15/240"),
      schedule("hanh-chinh", "07:30-11:30/120/90/0/10,13:00-16:30/90/120/15/0"),
      schedule("hanh-chinh", "08:00-12:00/60/60,12:00-16:00/60/60"),
      schedule("hanh-chinh", "07:00-10:00/60/60,10:30-14:00/60/60,15:00-18:00/60/60"),
      schedule("hanh-chinh", "08:00-09:00/60/60/5/5"), schedule("hanh-chinh", "22:00-06:00+1/120/90/5/5"));
  hours.taps = *rc::gen::weightedElement<TapsDemanded>(
      {{6, TapsDemanded::each_session}, {2, TapsDemanded::day_ends}, {1, TapsDemanded::first_only}});
  hours.noon_one_tap = *rc::gen::arbitrary<bool>();
  hours.minutes_after_grace = *rc::gen::arbitrary<bool>();
  auto& season = hours.seasons.front();
  season.flex_earlier = minutes(*rc::gen::weightedElement<int>({{4, 0}, {1, 30}, {1, 60}}));
  season.flex_later = minutes(*rc::gen::weightedElement<int>({{4, 0}, {1, 15}, {1, 60}}));
  return hours;
}

inline RandomDay random_day() {
  RandomDay day;
  day.office.hours() = random_hours();
  const auto count = *rc::gen::inRange(0, 8);
  for (int i = 0; i < count; ++i) day.taps.push_back(random_tap());
  day.listened = {{"cong-a", "cong-a-1", at("1 00:00"), at("8 00:00")}};
  const auto pieces = *rc::gen::inRange(0, 5);
  for (int i = 0; i < pieces; ++i) {
    const auto from = date(the_day) + random_time();
    day.listened.push_back({"cong-a", "cong-a-1", from, from + seconds(*rc::gen::inRange(60, 20 * 3600))});
  }
  return day;
}

inline bool was_heard(const Tap& tap, const std::vector<ListenedSpan>& listened) {
  return std::any_of(listened.begin(), listened.end(),
                     [&](const auto& span) { return span.from <= tap.at && tap.at < span.until; });
}

/// Judges the 10th with these taps instead of taps in words.
inline Judged judge_with(const Office& office, std::vector<Tap> taps) {
  auto judged = office.judge(the_day, "");
  judged.taps = std::move(taps);
  judged.judge(0, date(the_day), office.now);
  return judged;
}

}  // namespace badge::attendance::testing
