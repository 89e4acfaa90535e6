#pragma once
/// A division's timesheet of a period (*bảng chấm công*): a symbol for each person and day, figures by the
/// office's own table, the legend, and every place that could not be filled, with its reason. Pure.
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "server/attendance/timesheet_day.hpp"
#include "server/attendance/timesheet_symbols.hpp"

namespace badge::attendance {

inline constexpr std::size_t timesheet_days_max = 31;  // the form has a column for each day of a long month
inline constexpr minutes minutes_a_workday{8 * 60};    // một công = 8 giờ, when hours are counted

/// Work done or paid: by day in parts of a day, by hour in half minutes (a symbol may count half). Exact, so
/// that sums of sums agree. A form uses one of the two.
struct TimesheetSum {
  static constexpr std::int64_t parts_a_day = 1680;  // twice what 1 to 8 sessions divide
  std::int64_t parts = 0;
  std::int64_t half_minutes = 0;

  TimesheetSum& operator+=(const TimesheetSum& other) {
    parts += other.parts;
    half_minutes += other.half_minutes;
    return *this;
  }
  [[nodiscard]] double in_days() const { return static_cast<double>(parts) / parts_a_day; }
  friend bool operator==(const TimesheetSum&, const TimesheetSum&) = default;
};

/// As hours are written on the form: 22 days and 4 hours are "22,4", with half an hour more "22,4:30". Text:
/// it is no decimal fraction.
[[nodiscard]] std::string hours_text(const TimesheetSum& sum);

struct TimesheetCell {
  TimesheetDay::Kind kind = TimesheetDay::Kind::rest;
  std::string text;  // "+", "P/2", "?"; empty on days of rest alone
  friend bool operator==(const TimesheetCell&, const TimesheetCell&) = default;
};

struct TimesheetRow {
  std::string staff_code, full_name, position;
  std::vector<TimesheetCell> cells;  // of each day of the period
  std::vector<TimesheetSum> sums;    // of each column
  /// What each meaning took, before any symbol weighs it. With `open` it is everything that was due and every
  /// holiday that would have been worked; by hour with `lost`.
  std::array<TimesheetSum, day_meanings> taken{};
  TimesheetSum open;  // without a symbol
  TimesheetSum lost;  // late and early, by hour
};

struct TimesheetGap {
  std::string staff_code, full_name;
  Date date;
  std::string session;  // empty: the whole day
  TimesheetGapKind kind = TimesheetGapKind::not_over;
  DayMeaning meaning = DayMeaning::worked;  // of no_symbol
  friend bool operator==(const TimesheetGap&, const TimesheetGap&) = default;
};

struct TimesheetLegendLine {
  std::string symbol, name;
  std::string column;  // where it counts; empty: nowhere
  friend bool operator==(const TimesheetLegendLine&, const TimesheetLegendLine&) = default;
};

/// Beside the columns of the table: what compensatory leave took, where the method is `compensatory`.
inline constexpr std::string_view column_compensatory = "compensatory";

struct Timesheet {
  DateSpan days;
  TimesheetMethod method = TimesheetMethod::day;
  HalfDays half_days = HalfDays::split;
  std::vector<std::string> columns = {};         // those of the form first
  std::vector<TimesheetRow> rows = {};           // in the order of papers
  std::vector<TimesheetSum> totals = {};         // Cộng
  std::vector<TimesheetLegendLine> legend = {};  // of every symbol that is used, each once
  bool has_fractions = false;                    // a symbol stands somewhere with "/2"
  std::vector<TimesheetGap> gaps = {};

  [[nodiscard]] bool is_complete() const { return gaps.empty(); }
};

/// One person's gaps for one reason, one after the other, a weekend between them at most: who has no badge
/// all month is one line to read.
struct TimesheetGapRun {
  const TimesheetGap* first = nullptr;  // lie in what was given
  const TimesheetGap* last = nullptr;
  std::size_t sessions = 0;
};
[[nodiscard]] std::vector<TimesheetGapRun> gap_runs(std::span<const TimesheetGap> gaps);

/// One person's days on the sheet: each of its period, in order.
struct TimesheetPerson {
  std::string staff_code, full_name, position;
  std::vector<TimesheetDay> days;
};

/// `days`: at most timesheet_days_max of them.
[[nodiscard]] Timesheet make_timesheet(const DateSpan& days, std::span<const TimesheetPerson> people,
                                       const SymbolTable& symbols, const TimesheetForm& form);

}  // namespace badge::attendance
