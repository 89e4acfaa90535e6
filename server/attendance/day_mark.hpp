#pragma once
/// What a unit's sheet says of one day, in a few bytes: whether any of its verdicts changed, and how many
/// sessions are not settled, is seen without making the sheet again. Pure.
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "server/attendance/verdict.hpp"

namespace badge::attendance {

struct Sheet;

/// Marks add up: of people to a unit's day, of days to a period. Two sheets with the same verdicts (state,
/// minutes, what is missing, of every person, day and session) have the same mark; with others they have
/// another, but for an accident of 1 in 2^64. It notices and proves nothing: a sheet's digest does that.
struct DayMark {
  std::uint64_t verdicts = 0;
  std::uint32_t open = 0;  // sessions that are provisional, or have not begun

  DayMark& operator+=(const DayMark& other) {
    verdicts += other.verdicts;
    open += other.open;
    return *this;
  }
  friend bool operator==(const DayMark&, const DayMark&) = default;
};

/// A number for a staff code, the same in every program and for ever: it goes into marks that are stored.
[[nodiscard]] std::uint64_t person_mark(std::string_view staff_code);

[[nodiscard]] DayMark mark_of(std::uint64_t person, Date date, const DayVerdict& verdict);
/// Of a regular day (regular_day.hpp).
[[nodiscard]] DayMark mark_of_regular_day(std::uint64_t person, Date date, std::size_t sessions);
/// All days of the sheet together.
[[nodiscard]] DayMark mark_of(const Sheet& sheet);

/// What was said of each session of one person's day, a number each; 0: there is none. The fifth and later
/// ones share the last place.
using DayVerdictMarks = std::array<std::uint32_t, 4>;
[[nodiscard]] DayVerdictMarks session_marks(const DayVerdict& verdict);
[[nodiscard]] DayVerdictMarks session_marks_of_regular_day(std::size_t sessions);
/// How many places differ.
[[nodiscard]] std::size_t different_sessions(const DayVerdictMarks& a, const DayVerdictMarks& b);

/// By PersonNo, then by day of the month; nobody's days are empty.
using PersonDayVerdicts = std::vector<std::vector<DayVerdictMarks>>;

/// Whether nobody can sign for it yet.
[[nodiscard]] inline bool is_open(SessionState state) {
  return state == SessionState::provisional || state == SessionState::not_due;
}

}  // namespace badge::attendance
