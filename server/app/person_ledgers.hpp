#pragma once
#include <optional>
#include <span>
#include <vector>

#include "server/app/ledger_facts.hpp"
#include "server/attendance/credit_ledger.hpp"
#include "server/attendance/leave_balance.hpp"
#include "server/attendance/rule_book.hpp"

namespace badge::app {

/// One person's two ledgers of days.
struct PersonLedgers {
  bool has_entitlement = false;    // else `leave` knows what was used, and nothing more
  attendance::LeaveBalance leave;  // of the year
  attendance::CreditLedger
      credit;  // since the first credit, until the end of the year; points into the facts
};

/// Those of these people, in their order, as they stand on `today`; of a year that is over, on its last day.
/// Months are worked out one after the other, each once for all.
[[nodiscard]] std::vector<PersonLedgers> ledgers_of(const attendance::RuleBook& book,
                                                    const LedgerFacts& facts,
                                                    std::span<const attendance::PersonNo> people, int year,
                                                    attendance::Date today);

}  // namespace badge::app
