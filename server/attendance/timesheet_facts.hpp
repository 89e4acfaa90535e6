#pragma once
/// What offices decide about their timesheets (*bảng chấm công*): which symbol stands for what, and what is
/// printed around it. Judges nobody. Plain values, like those of facts.hpp.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "server/attendance/papers.hpp"

namespace badge::attendance {

/// What a day, or a part of it, was. The kinds of absence come last, in their own order.
enum class DayMeaning : std::uint8_t {
  worked,
  half_worked,     // half a day, where the other half counts nowhere
  holiday,         // on a day that would have been worked
  closure,         // storm, flood, power cut
  without_reason,  // absent, and it is decided that there is no reason
  other_unit,      // the day belongs to another unit's sheet, or the person was not in service
  annual_leave,
  sick,
  child_sick,
  maternity,
  accident,
  personal_paid,
  unpaid,
  compensatory,
  study,
  business_trip,
  permitted_work,
  permitted_private,
  field_work,
  dispatch,
};
inline constexpr std::size_t day_meanings = 20;

[[nodiscard]] DayMeaning meaning_of(AbsenceKind kind);
/// The enumerators' names: words of the HTTP interface and of the store, so they never change.
[[nodiscard]] std::string_view to_string(DayMeaning meaning);
[[nodiscard]] std::optional<DayMeaning> parse_day_meaning(std::string_view word);

/// Where a symbol counts: one of these three, or a heading of the office's own.
inline constexpr std::string_view column_time = "time";            // Số công hưởng lương thời gian
inline constexpr std::string_view column_unpaid = "unpaid";        // Số công nghỉ không lương
inline constexpr std::string_view column_insurance = "insurance";  // Số công hưởng BHXH

inline constexpr std::size_t symbol_letters_max = 4;         // what a column of a day can show
inline constexpr std::int32_t symbol_weight_halves_max = 6;  // three days for one

/// From `valid_from` on, this symbol stands for this in the unit and all below it.
struct TimesheetSymbol {
  std::string unit_code;  // empty: for everybody
  Date valid_from;
  DayMeaning meaning = DayMeaning::worked;
  std::string symbol;              // empty: there is none, and a sheet that needs one is not complete
  std::string name;                // as the legend has it: "Nghỉ phép"
  std::string column;              // where it counts; empty: nowhere
  std::int32_t weight_halves = 2;  // what a whole day counts there, in half days
  friend bool operator==(const TimesheetSymbol&, const TimesheetSymbol&) = default;
};

/// How days become figures.
enum class TimesheetMethod : std::uint8_t {
  day,           // chấm công ngày
  hour,          // chấm công theo giờ
  compensatory,  // chấm công nghỉ bù: by day, and compensatory leave has a column of its own beside the
                 // others
};
/// A day whose halves differ.
enum class HalfDays : std::uint8_t {
  split,   // each half has its symbol and counts half a day
  longer,  // the longer part stands for the whole day; of equal ones the first
};

/// From `valid_from` on, what the unit and all below it print on their timesheets. Empty texts: the default,
/// or dots to be filled in by hand.
struct TimesheetForm {
  std::string unit_code;  // empty: for everybody
  Date valid_from;
  TimesheetMethod method = TimesheetMethod::day;
  HalfDays half_days = HalfDays::split;
  std::string body;                                 // "Đơn vị: …"; empty: the unit above
  std::string budget_code;                          // "Mã đơn vị có quan hệ với ngân sách: …"
  std::string form;                                 // "Mẫu số: C01-HD"
  std::string issued_by;                            // "(Ban hành theo …)"
  std::string timekeeper, division_head, approver;  // titles of the three who sign
  friend bool operator==(const TimesheetForm&, const TimesheetForm&) = default;
};

}  // namespace badge::attendance
