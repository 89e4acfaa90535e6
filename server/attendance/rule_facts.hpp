#pragma once
#include <vector>

#include "server/attendance/facts.hpp"
#include "server/attendance/papers.hpp"

namespace badge::attendance {

/// Every fact in force, each kind in any order that is stable.
struct RuleFacts {
  std::vector<Unit> units;
  std::vector<Head> heads;
  std::vector<Succession> successions;
  std::vector<PayPeriod> pay_periods;
  std::vector<Posting> postings;
  std::vector<Badge> badges;
  std::vector<CardNumber> card_numbers;
  std::vector<TemporaryCard> temporary_cards;
  std::vector<CardLoan> loans;
  std::vector<EntranceService> entrances;
  std::vector<ReaderEnd> reader_ends;
  std::vector<ClockRuling> clock_rulings;
  std::vector<Schedule> schedules;
  std::vector<Assignment> assignments;
  std::vector<CalendarDay> calendar;
  std::vector<Absence> absences;
  std::vector<Regime> regimes;
  std::vector<Duty> duties;
  std::vector<DutySlot> duty_slots;
  std::vector<Correction> corrections;
  std::vector<LeaveEntitlement> entitlements;
  std::vector<Credit> credits;
  std::vector<Completeness> completeness;
};

}  // namespace badge::attendance
