#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "server/attendance/in_force.hpp"
#include "server/attendance/judge.hpp"

namespace badge::attendance {

/// A session that was due, and the part of it that a paper speaks of.
struct PaperSession {
  Date date;
  std::uint8_t session = 0;  // its place in the day's plan
  std::uint8_t of_day = 0;   // how many sessions the day has
  ClockSpan due;             // from start to end, counted from midnight of the date
  ClockSpan covered;         // within `due`
  const Absence* paper = nullptr;

  [[nodiscard]] bool is_whole() const { return covered == due; }
};

/// The part of a session of `date` that the paper speaks of. Nothing: none of it.
[[nodiscard]] std::optional<ClockSpan> part_of(const Absence& paper, Date date,
                                               const PlannedSession& session);

/// The sessions of one day that papers speak of, in order. Of several papers for one session the one that
/// the judge takes counts; beside a paper for all of it those for a part do not. `facts` needs its date, plan
/// and papers only.
[[nodiscard]] std::vector<PaperSession> paper_sessions(const DayFacts& facts);

/// The same, of all of the person's days in service within `days`, which lie within in_force.days(). A paper
/// over a weekend, a holiday or a closure has no session there.
[[nodiscard]] std::vector<PaperSession> paper_sessions(const InForce& in_force, PersonNo person,
                                                       const DateSpan& days);

}  // namespace badge::attendance
