#pragma once
#include <string>
#include <vector>

#include "server/app/language.hpp"
#include "server/attendance/tap_use.hpp"
#include "server/scenario/scenario.hpp"

namespace badge::scenario {

struct AnsweredSession {
  std::string name, start, end;  // "07:30"
  attendance::SessionState state = attendance::SessionState::not_due;
  std::string in, out;  // "07:37"; empty: no tap
  std::int64_t late_min = 0, early_min = 0;
  bool missing_in = false, missing_out = false;
  std::vector<std::string_view> reasons;  // codes
  std::string text;                       // the same as sentences
};

struct AnsweredTap {
  LocalTime at;
  std::string reader;
  attendance::TapUse::Kind use = attendance::TapUse::Kind::outside_windows;
  std::string text;  // the use in words
};

/// One person's day.
struct AnsweredDay {
  std::string staff_code, full_name;
  Date date;
  attendance::DayKind kind = attendance::DayKind::unscheduled;
  std::string name;  // of a day that the calendar names
  std::vector<AnsweredSession> sessions;
  std::vector<AnsweredTap> taps;  // in order; all that the day's windows could hold
};

struct Answer {
  std::string zone;
  std::vector<AnsweredDay> days;         // by person, then date; only those in service
  std::vector<std::string> differences;  // sentences: where it is not what Scenario::expected says
};

/// Judges the days and people that are asked for, as the server would. Pure.
[[nodiscard]] Answer judge_scenario(const Scenario& scenario, app::Language language);

}  // namespace badge::scenario
