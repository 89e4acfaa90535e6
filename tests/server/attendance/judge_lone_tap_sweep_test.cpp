// One tap at each minute of a day, against the rule said in other words.
#include <gtest/gtest.h>

#include "tests/server/attendance/office.hpp"

namespace badge::attendance::testing {
namespace {

/// 07:30–11:30 and 13:30–17:00, grace 5, a lone tap within 60 minutes of an end has a direction; windows
/// 05:30–12:30 and 12:30–21:00.
constexpr int start[] = {450, 810}, end[] = {690, 1020};
constexpr int grace = 5, reach = 60, opens = 330, closes = 1260;

std::string clock(int minute) {
  const auto digits = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return digits(minute / 60) + ":" + digits(minute % 60);
}

std::string as_in(int session, int minute) {
  const int late = minute - start[session];
  return clock(minute) + "-? " + (late > grace ? "late " + std::to_string(late) + " " : "") + "missing_out";
}

std::string as_out(int session, int minute) {
  const int early = end[session] - minute;
  return "?-" + clock(minute) + " " + (early > grace ? "early " + std::to_string(early) + " " : "") +
         "missing_in";
}

std::string in_words(int minute) {
  if (minute < opens || minute > closes) return "absent, absent";
  // Between the sessions it can only close the morning or open the afternoon: what is nearer.
  if (minute >= end[0] && minute <= start[1]) {
    const bool closes_morning = minute - end[0] <= start[1] - minute;
    return closes_morning ? as_out(0, minute) + ", absent" : "absent, " + as_in(1, minute);
  }
  const int session = minute < end[0] ? 0 : 1;
  const int from_start = std::abs(minute - start[session]), from_end = std::abs(minute - end[session]);
  const auto said = std::min(from_start, from_end) > reach ? "missing_in missing_out"
                    : from_start <= from_end               ? as_in(session, minute)
                                                           : as_out(session, minute);
  return session == 0 ? said + ", absent" : "absent, " + said;
}

TEST(LoneTapSweep, EveryMinuteOfTheDaySaysWhatTheRuleSays) {
  const Office office;
  for (int minute = 0; minute < 24 * 60; ++minute) {
    const auto expected = in_words(minute);
    EXPECT_EQ(office.day("10", clock(minute) + ":00"), expected);
    EXPECT_EQ(office.day("10", clock(minute) + ":59"), expected) << "its last second is the same minute";
  }
}

TEST(LoneTapSweep, APaperByTheHourAddsNothingAtAnyMinute) {
  for (const auto* time : {"07:30-09:30", "10:00-11:30", "09:00-15:00", "13:00-14:00"}) {
    Office office;
    const Office without;
    office.facts.absences = {leave_at("10", time)};
    for (int minute = opens; minute <= closes; ++minute) {
      const auto was = without.judge("10", clock(minute)), is = office.judge("10", clock(minute));
      for (std::size_t i = 0; i < 2; ++i) {
        const auto& before = was.day.verdict.sessions[i];
        const auto& after = is.day.verdict.sessions[i];
        if (before.state == SessionState::absent) continue;
        EXPECT_NE(after.state, SessionState::absent) << time << " " << clock(minute);
        EXPECT_LE(after.late, before.late) << time << " " << clock(minute);
        EXPECT_LE(after.early, before.early) << time << " " << clock(minute);
        EXPECT_LE(after.missing_in + after.missing_out, before.missing_in + before.missing_out)
            << time << " " << clock(minute);
      }
    }
  }
}

}  // namespace
}  // namespace badge::attendance::testing
