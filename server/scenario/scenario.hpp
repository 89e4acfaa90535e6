#pragma once
/// One described case: an invented office, its papers, a person's taps, and what is asked of them. A plain
/// value; scenario_json.hpp reads it, judge_scenario.hpp answers it.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/attendance/coverage.hpp"
#include "server/attendance/rule_facts.hpp"
#include "server/attendance/tap.hpp"
#include "server/attendance/verdict.hpp"

namespace badge::scenario {

using attendance::Date;
using attendance::DateSpan;
using attendance::LocalTime;
using std::chrono::minutes;

inline constexpr std::chrono::days days_asked_max{366};  // a year; longer spans are reports

/// An invented office has been there always: what says no first day holds from this one on.
inline constexpr Date always_from{std::chrono::year(2000) / 1 / 1};

struct PersonTap {
  std::string staff_code;
  attendance::Tap tap;  // its `source` is a place in Scenario::readers
};

/// What somebody expects of one session. Only what is named is compared.
struct ExpectedSession {
  std::optional<std::string> name, in, out;  // in and out as "07:37"; "" is no tap
  std::optional<attendance::SessionState> state;
  std::optional<std::int64_t> late_min, early_min;
  std::optional<bool> missing_in, missing_out;
  std::optional<std::vector<std::string_view>> reasons;  // codes, in any order
};

/// What somebody expects of one person's day. Only what is named is compared.
struct ExpectedDay {
  std::string staff_code;
  Date date;
  bool in_service = true;
  std::optional<attendance::DayKind> kind;
  /// Each is found by its name; without one, by its place. Those that are not here are not compared; none at
  /// all: the day has none.
  std::optional<std::vector<ExpectedSession>> sessions;
  std::optional<std::vector<std::string_view>> tap_uses;  // of each tap, in order of time
};

struct Scenario {
  std::string zone;  // of the office; shown only, for every time is its wall clock
  attendance::RuleFacts facts;
  std::vector<attendance::ListenedSpan> heard;
  std::vector<std::string> readers;  // names that taps refer to; the first is "", not known
  std::vector<PersonTap> taps;
  LocalTime now;
  DateSpan asked;                         // at most days_asked_max
  std::vector<std::string> people_asked;  // staff codes, in the order of the answer
  std::vector<ExpectedDay> expected;
};

}  // namespace badge::scenario
