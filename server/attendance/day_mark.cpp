#include "server/attendance/day_mark.hpp"

#include <algorithm>

#include "server/attendance/sheet.hpp"

namespace badge::attendance {

namespace {

/// Spreads every bit of the number over all of them (the finalizer of splitmix64).
std::uint64_t spread(std::uint64_t number) {
  number ^= number >> 30U;
  number *= 0xbf58476d1ce4e5b9U;
  number ^= number >> 27U;
  number *= 0x94d049bb133111ebU;
  return number ^ (number >> 31U);
}

/// The verdict of the day's session `place` as one number.
struct Told {
  SessionState state = SessionState::present;
  minutes late{0}, early{0};
  bool missing_in = false, missing_out = false;
};

std::uint64_t number_of(const Told& told) {
  const auto minutes_of = [](minutes count) { return static_cast<std::uint64_t>(count.count()); };
  return (static_cast<std::uint64_t>(told.state) << 56U) + (minutes_of(told.late) << 32U) +
         (minutes_of(told.early) << 8U) + (told.missing_in ? 2U : 0U) + (told.missing_out ? 1U : 0U);
}

DayMark mark_of(std::uint64_t person, Date date, std::size_t place, const Told& told) {
  const auto when = (static_cast<std::uint64_t>(date.time_since_epoch().count()) << 8U) + place;
  return {spread(spread(person + spread(when)) + number_of(told)), is_open(told.state) ? 1U : 0U};
}

Told told_of(const SessionVerdict& session) {
  return {session.state, session.late, session.early, session.missing_in, session.missing_out};
}

void add_session(DayVerdictMarks& marks, std::size_t place, const Told& told) {
  auto& mark = marks[std::min(place, marks.size() - 1)];
  mark = static_cast<std::uint32_t>(spread(number_of(told) + mark + 1)) | 1U;  // never 0
}

}  // namespace

std::uint64_t person_mark(std::string_view staff_code) {
  std::uint64_t mark = 0xcbf29ce484222325U;  // FNV-1a
  for (const char letter : staff_code) mark = (mark ^ static_cast<unsigned char>(letter)) * 0x100000001b3U;
  return spread(mark);
}

DayMark mark_of(std::uint64_t person, Date date, const DayVerdict& verdict) {
  DayMark mark;
  for (std::size_t place = 0; place < verdict.sessions.size(); ++place) {
    const auto& session = verdict.sessions[place];
    mark += mark_of(person, date, place,
                    {session.state, session.late, session.early, session.missing_in, session.missing_out});
  }
  return mark;
}

DayMark mark_of_regular_day(std::uint64_t person, Date date, std::size_t sessions) {
  DayMark mark;
  for (std::size_t place = 0; place < sessions; ++place) mark += mark_of(person, date, place, {});
  return mark;
}

DayVerdictMarks session_marks(const DayVerdict& verdict) {
  DayVerdictMarks marks{};
  for (std::size_t place = 0; place < verdict.sessions.size(); ++place)
    add_session(marks, place, told_of(verdict.sessions[place]));
  return marks;
}

DayVerdictMarks session_marks_of_regular_day(std::size_t sessions) {
  DayVerdictMarks marks{};
  for (std::size_t place = 0; place < sessions; ++place) add_session(marks, place, {});
  return marks;
}

std::size_t different_sessions(const DayVerdictMarks& a, const DayVerdictMarks& b) {
  std::size_t count = 0;
  for (std::size_t place = 0; place < a.size(); ++place) count += a[place] != b[place];
  return count;
}

DayMark mark_of(const Sheet& sheet) {
  DayMark mark;
  for (const auto& person : sheet.people) {
    const auto who = person_mark(person.staff_code);
    std::size_t place = 0;
    const SheetLine* before = nullptr;
    for (const auto& line : person.lines) {
      place = before != nullptr && before->date == line.date ? place + 1 : 0;
      before = &line;
      mark += mark_of(who, line.date, place,
                      {line.state, line.late, line.early, line.missing_in, line.missing_out});
    }
  }
  return mark;
}

}  // namespace badge::attendance
