// Laws of the two ledgers of days.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "server/attendance/credit_ledger.hpp"
#include "server/attendance/leave_balance.hpp"
#include "tests/server/attendance/office.hpp"

namespace badge::attendance::testing {
namespace {

Date random_day() { return date("2026-01-01") + std::chrono::days(*rc::gen::inRange(0, 365)); }
minutes random_minutes() { return minutes(*rc::gen::inRange(0, 600)); }

LeaveEntitlement random_entitlement() {
  LeaveEntitlement stated;
  stated.year = 2026;
  stated.service_from = random_day() - std::chrono::days(*rc::gen::inRange(0, 365 * 40));
  stated.base_half_days = *rc::gen::inRange(0, 33);
  stated.carried_half_days = *rc::gen::inRange(0, 13);
  stated.carried_until = random_day();
  return stated;
}

std::vector<LeaveDay> random_leave() {
  std::vector<LeaveDay> days;
  const auto count = *rc::gen::inRange(0, 40);
  for (int i = 0; i < count; ++i) {
    const auto due = *rc::gen::inRange<std::uint8_t>(0, 9);
    days.push_back({random_day(), due, *rc::gen::inRange(0U, 256U)});
  }
  std::ranges::sort(days, {}, &LeaveDay::date);
  return days;
}

RC_GTEST_PROP(LeaveLaws, WhatIsGivenIsUsedExpiredOrLeft, ()) {
  const auto balance = leave_balance(random_entitlement(), random_day(), random_leave(), random_day());
  RC_ASSERT(balance.entitled + balance.carried + balance.over ==
            balance.used + balance.carried_expired + balance.remaining);
  RC_ASSERT(balance.remaining >= LeaveAmount());
  LeaveAmount used, over;
  for (const auto& use : balance.uses) {
    RC_ASSERT(use.amount <= LeaveAmount::days(1));
    RC_ASSERT(use.from_carried + use.over <= use.amount);
    used += use.amount;
    over += use.over;
  }
  RC_ASSERT(balance.used == used);
  RC_ASSERT(balance.over == over);
}

RC_GTEST_PROP(LeaveLaws, AWithdrawnDayNeverLeavesLess, ()) {
  const auto stated = random_entitlement();
  const auto until = random_day(), today = random_day();
  auto days = random_leave();
  RC_PRE(!days.empty());
  const auto before = leave_balance(stated, until, days, today);
  days.erase(days.begin() + *rc::gen::inRange<std::ptrdiff_t>(0, static_cast<std::ptrdiff_t>(days.size())));
  const auto after = leave_balance(stated, until, days, today);
  RC_ASSERT(after.remaining >= before.remaining);
  RC_ASSERT(after.over <= before.over);
}

RC_GTEST_PROP(LeaveLaws, AMonthMoreOfServiceNeverGivesLess, ()) {
  auto stated = random_entitlement();
  const auto until = random_day();
  const auto later = until + std::chrono::days(*rc::gen::inRange(0, 60));
  RC_ASSERT(leave_balance(stated, until, {}, until).entitled <=
            leave_balance(stated, later, {}, until).entitled);
}

std::vector<Credit> random_credits() {
  std::vector<Credit> credits;
  const auto count = *rc::gen::inRange(0, 12);
  for (int i = 0; i < count; ++i) {
    Credit credit;
    credit.date = random_day();
    credit.earns = random_minutes();
    credit.expires = credit.date + std::chrono::days(*rc::gen::inRange(0, 200));
    credits.push_back(credit);
  }
  return credits;
}

std::vector<CompensatoryUse> random_uses() {
  std::vector<CompensatoryUse> uses;
  const auto count = *rc::gen::inRange(0, 12);
  for (int i = 0; i < count; ++i) uses.push_back({random_day(), random_minutes()});
  return uses;
}

RC_GTEST_PROP(CreditLaws, WhatIsEarnedIsTakenExpiredOrLeft, ()) {
  const auto credits = random_credits();
  const auto ledger = credit_ledger(credits, random_uses(), random_day());
  RC_ASSERT(ledger.earned + ledger.over_taken == ledger.taken + ledger.expired + ledger.left);
  RC_ASSERT(ledger.expires_soon <= ledger.left);
  minutes drawn{0};
  for (const auto& standing : ledger.credits) {
    RC_ASSERT(standing.credit->earns == standing.taken + standing.expired + standing.left);
    drawn += standing.taken;
  }
  RC_ASSERT(drawn + ledger.over_taken == ledger.taken);
}

RC_GTEST_PROP(CreditLaws, NothingIsOverTakenWhileSomethingCouldServe, ()) {
  const auto credits = random_credits();
  const auto uses = random_uses();
  const auto ledger = credit_ledger(credits, uses, random_day());
  for (const auto& over : ledger.over_taken_on) {
    for (const auto& standing : ledger.credits) {
      const auto& credit = *standing.credit;
      const bool could = credit.date <= over.date && over.date <= credit.expires;
      RC_ASSERT(!could || standing.left + standing.expired == minutes(0));
    }
  }
}

RC_GTEST_PROP(CreditLaws, TheOrderOfPapersIsIrrelevant, ()) {
  const auto credits = random_credits();
  auto uses = random_uses();
  const auto today = random_day();
  const auto ledger = credit_ledger(credits, uses, today);
  std::ranges::reverse(uses);
  auto reversed = credits;
  std::ranges::reverse(reversed);
  const auto other = credit_ledger(reversed, uses, today);
  RC_ASSERT(ledger.over_taken == other.over_taken);
  RC_ASSERT(ledger.left == other.left);
  RC_ASSERT(ledger.expires_soon == other.expires_soon);
}

}  // namespace
}  // namespace badge::attendance::testing
