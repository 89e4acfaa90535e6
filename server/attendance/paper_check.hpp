#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "server/attendance/credit_ledger.hpp"
#include "server/attendance/leave_balance.hpp"
#include "server/attendance/paper_sessions.hpp"

namespace badge::attendance {

/// What an HR officer has to look at in a paper.
enum class PaperFault : std::uint8_t {
  no_number,
  reported_late,  // after the first session that was due had begun
  not_reported,   // nobody wrote down when it was reported
  taps_inside,    // and nobody ruled that it stands despite them
  leave_overdrawn,
  compensatory_overdrawn,
};

/// A tap within a session that a paper covers.
struct PaperTap {
  const Absence* paper = nullptr;
  LocalTime at;
  friend bool operator==(const PaperTap&, const PaperTap&) = default;
};

/// One fault of one paper. Which members say more is written beside each.
struct PaperFinding {
  PaperFault fault;
  const Absence* paper = nullptr;
  LocalTime begins;             // reported_late: the first session that was due
  minutes late_by{0};           // reported_late
  std::vector<LocalTime> taps;  // taps_inside
  LeaveAmount over;             // leave_overdrawn: within the month
  minutes over_taken{0};        // compensatory_overdrawn: within the month
};

/// One person's papers, as far as a month needs them.
struct PapersOfPerson {
  std::span<const Absence> papers;
  DateSpan month;                          // whose list is made
  std::span<const PaperSession> sessions;  // of the month, and two weeks more for papers that begin in it
  std::span<const PaperTap> taps;          // of the month
  std::span<const LeaveUse> leave;         // of the month at least
  std::span<const CompensatoryUse> over_taken;
};

/// How far behind the month `sessions` reaches: a paper may begin on the eve of the longest holiday.
inline constexpr std::chrono::days paper_sessions_beyond{14};

/// Whether it is known beforehand, so that it can be reported before it begins; an illness is not.
[[nodiscard]] bool is_known_beforehand(AbsenceKind kind);

/// The faults of the papers that touch the month, in order of their first day. Reporting belongs to the month
/// in which the paper begins.
[[nodiscard]] std::vector<PaperFinding> check_papers(const PapersOfPerson& person);

/// The taps of a judged day that lie in sessions covered by papers, in order.
[[nodiscard]] std::vector<PaperTap> taps_inside_papers(const DayFacts& facts, const DayVerdict& verdict);

/// The enumerators' names: the words of the HTTP interface, so they never change.
[[nodiscard]] std::string_view to_string(PaperFault fault);

}  // namespace badge::attendance
