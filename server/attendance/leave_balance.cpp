#include "server/attendance/leave_balance.hpp"

#include <algorithm>
#include <bit>
#include <utility>

namespace badge::attendance {

namespace {

using std::chrono::days;
using std::chrono::year_month_day;

bool month_counts(std::chrono::year_month month, const DateSpan& service, int from_pct) {
  int all = 0, served = 0;
  for (auto date = Date(month / 1); date <= Date(month / std::chrono::last); date += days(1)) {
    if (std::chrono::weekday(date).iso_encoding() > 5) continue;
    ++all;
    served += service.contains(date) ? 1 : 0;
  }
  return served * 100 >= all * from_pct;
}

int months_of(int year, const DateSpan& service, int from_pct) {
  int count = 0;
  for (unsigned month = 1; month <= 12; ++month) {
    const auto which = std::chrono::year(year) / static_cast<int>(month);
    if (month_counts(which, service, from_pct)) ++count;
  }
  return count;
}

/// Takes as much of `wanted` as there is.
LeaveAmount take(LeaveAmount& from, LeaveAmount wanted) {
  const auto taken = std::min(from, wanted);
  from -= taken;
  return taken;
}

LeaveAmount amount_of(const LeaveDay& day) {
  if (day.sessions_due == 0) return {};
  const auto due = (SessionMask{1} << day.sessions_due) - 1;
  return LeaveAmount::sessions(std::popcount(day.on_leave & due), day.sessions_due);
}

}  // namespace

int full_years(Date from, Date to) {
  const year_month_day begun(from), ended(to);
  const int years = static_cast<int>(ended.year()) - static_cast<int>(begun.year());
  const auto in_year = [](const year_month_day& day) { return std::pair(day.month(), day.day()); };
  return std::max(0, in_year(ended) < in_year(begun) ? years - 1 : years);
}

std::vector<LeaveDay> leave_days(std::span<const PaperSession> sessions) {
  std::vector<LeaveDay> days;
  for (const auto& session : sessions) {
    if (session.paper->kind != AbsenceKind::annual_leave || !session.is_whole()) continue;
    if (days.empty() || days.back().date != session.date) days.push_back({session.date, session.of_day, 0});
    days.back().on_leave |= SessionMask{1} << session.session;
  }
  return days;
}

LeaveBalance leave_balance(const LeaveEntitlement& entitlement, Date served_until,
                           std::span<const LeaveDay> leave, Date today, const LeaveRules& rules) {
  const std::chrono::year year(entitlement.year);
  const DateSpan all_year{Date(year / 1 / 1), Date(year / 12 / 31)};
  const DateSpan service{entitlement.service_from, served_until};

  LeaveBalance balance;
  const int years = full_years(service.from, std::min(service.to, all_year.to));
  const int seniority = years / rules.years_a_day;
  balance.seniority = LeaveAmount::days(seniority);
  balance.months = months_of(entitlement.year, service, rules.month_counts_from_pct);
  const int half_days = entitlement.base_half_days + 2 * seniority;
  balance.entitled =
      balance.months == 12
          ? LeaveAmount::half_days(half_days)
          : LeaveAmount::days((half_days * balance.months + 12) / 24);  // the half is rounded up
  balance.carried = LeaveAmount::half_days(entitlement.carried_half_days);

  auto left = balance.entitled, carried_left = balance.carried;
  for (const auto& day : leave) {
    const auto amount = amount_of(day);
    if (amount == LeaveAmount() || !all_year.contains(day.date)) continue;
    LeaveUse use{day.date, amount, {}, {}};
    if (day.date <= entitlement.carried_until) use.from_carried = take(carried_left, amount);
    const auto wanted = amount - use.from_carried;
    use.over = wanted - take(left, wanted);
    balance.used += amount;
    balance.over += use.over;
    balance.uses.push_back(use);
  }
  if (today > entitlement.carried_until) balance.carried_expired = std::exchange(carried_left, {});
  balance.remaining = left + carried_left;
  return balance;
}

}  // namespace badge::attendance
