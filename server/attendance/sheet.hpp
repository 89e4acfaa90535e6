#pragma once
/// A unit's verdicts of some days as values that outlive the facts: what is frozen when a period is closed,
/// and compared when something came later.
///
/// Text form, one record a line, fields separated by tabs (a tab or line end inside a name becomes a blank):
///   sheet  1  UNIT_CODE  UNIT_NAME  HEAD_NAME  FIRST_DATE  LAST_DATE
///   person STAFF_CODE  FULL_NAME  POSITION
///   DATE  SESSION  STATE  LATE_MIN  EARLY_MIN  FLAGS  IN  OUT  REASONS      (of the person above)
/// FLAGS are letters: i, o missing in and out; c corrected; t a lent card was used on that day; or "-".
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/attendance/month.hpp"
#include "server/attendance/tally.hpp"

namespace badge::attendance {

/// Grows when the same facts would be judged otherwise by a newer program.
inline constexpr int rule_version = 1;

struct SheetLine {
  Date date;
  std::string session;
  SessionState state = SessionState::not_due;
  minutes late{0}, early{0};
  bool missing_in = false, missing_out = false;
  bool corrected = false, temporary_card = false;
  std::string in = {}, out = {};  // "07:29"; empty: no tap
  std::string reasons = {};       // their codes, with blanks between
  friend bool operator==(const SheetLine&, const SheetLine&) = default;
};

struct SheetPerson {
  std::string staff_code, full_name, position;
  std::vector<SheetLine> lines;  // by date, then session
  friend bool operator==(const SheetPerson&, const SheetPerson&) = default;
};

struct Sheet {
  std::string unit_code, unit_name, head_name;
  DateSpan days;
  std::vector<SheetPerson> people;  // in the order in which papers list them
  friend bool operator==(const Sheet&, const Sheet&) = default;
};

/// What a day of the person adds to the sheet.
void add_lines(const JudgedDay& day, SheetPerson& person);

/// Everything that the day was judged from, one fact a line, in one order: two days with the same text were
/// judged from the same facts.
[[nodiscard]] std::string inputs_text(const JudgedDay& day);

[[nodiscard]] std::string to_text(const Sheet& sheet);
/// Nothing where the text is no sheet.
[[nodiscard]] std::optional<Sheet> parse_sheet(std::string_view text);

/// Each day with sessions, in order.
[[nodiscard]] std::vector<std::pair<Date, Tally>> tallies_by_day(const SheetPerson& person);
[[nodiscard]] Tally tally_of(const SheetPerson& person);
[[nodiscard]] Tally tally_of(const SheetPerson& person, const DateSpan& days);

/// One session whose verdict differs; an empty state: it was not on that sheet.
struct SheetChange {
  std::string staff_code, full_name;
  Date date;
  std::string session;
  std::optional<SheetLine> before, after;
};
/// Verdicts are compared: state, minutes, what is missing. In the order of the sheets.
[[nodiscard]] std::vector<SheetChange> compare(const Sheet& before, const Sheet& after);

}  // namespace badge::attendance
