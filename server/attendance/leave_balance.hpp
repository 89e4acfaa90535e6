#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "server/attendance/leave_amount.hpp"
#include "server/attendance/paper_sessions.hpp"
#include "server/attendance/papers.hpp"
#include "server/attendance/session_taps.hpp"

namespace badge::attendance {

/// The numbers of annual leave that laws set. As the office reads them; nobody here vouches for the wording.
struct LeaveRules {
  int years_a_day = 5;             // a day more for every so many full years (Labour Code 2019 art. 114)
  int month_counts_from_pct = 50;  // of its working days served (Decree 145/2020 art. 66)
};

/// One day of a person, as much of it as leave needs.
struct LeaveDay {
  Date date;
  std::uint8_t sessions_due = 0;  // 0: a weekend, a holiday, not in service
  SessionMask on_leave = 0;       // those of them that annual leave covers wholly
};

/// The days that use annual leave. A paper for a part of a session only, by the clock, uses none: hours are
/// set off against other things than days. Sessions in order of date.
[[nodiscard]] std::vector<LeaveDay> leave_days(std::span<const PaperSession> sessions);

/// What one day took, and from where.
struct LeaveUse {
  Date date;
  LeaveAmount amount;
  LeaveAmount from_carried;  // a part of `amount`
  LeaveAmount over;          // a part of `amount` for which nothing was left
};

/// Always: entitled + carried + over = used + carried_expired + remaining.
struct LeaveBalance {
  LeaveAmount entitled;         // by the year, its seniority included, for the months of service
  LeaveAmount seniority;        // what years of service add to a full year
  int months = 12;              // of service that count
  LeaveAmount carried;          // from the year before
  LeaveAmount carried_expired;  // not used by its last day, which is over
  LeaveAmount used;             // days to come are in it: the papers for them are approved
  LeaveAmount remaining;
  LeaveAmount over;            // taken beyond all that
  std::vector<LeaveUse> uses;  // in order of date

  [[nodiscard]] bool is_overdrawn() const { return over > LeaveAmount(); }
};

/// Full years from one day to another: the second is complete on the day's second return.
[[nodiscard]] int full_years(Date from, Date to);

/// A person's annual leave of the entitlement's year, as of `today`.
///
/// Seniority: a day belongs to the whole year in which its fifth (tenth, …) year of service is completed; who
/// leaves before that day of the year does not get it.
/// Months: in the first and last year of service leave is by twelfths, rounded to a whole day, half a day up.
/// A month counts when at least half of its days from Monday to Friday were served; holidays among them
/// count, for the law pays them.
/// Use: a session is its share of its day. Carried days go first, as long as they may be taken.
///
/// `served_until`: the last day of service, or DateSpan::forever. `days`: at least those on leave, in order;
/// those of other years are passed over.
[[nodiscard]] LeaveBalance leave_balance(const LeaveEntitlement& entitlement, Date served_until,
                                         std::span<const LeaveDay> days, Date today,
                                         const LeaveRules& rules = {});

}  // namespace badge::attendance
