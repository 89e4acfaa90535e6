#pragma once
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "reader-config/tap/tap.hpp"
#include "server/attendance/list_facts.hpp"
#include "server/attendance/named_period.hpp"
#include "server/attendance/rule_facts.hpp"
#include "server/attendance/timesheet_facts.hpp"
#include "server/inspection/indicators.hpp"

namespace badge::store {

using Fact = std::variant<
    attendance::Unit, attendance::Head, attendance::Succession, attendance::PayPeriod, attendance::Posting,
    attendance::Badge, attendance::CardNumber, attendance::TemporaryCard, attendance::CardLoan,
    attendance::EntranceService, attendance::ReaderEnd, attendance::ClockRuling, attendance::Schedule,
    attendance::Assignment, attendance::CalendarDay, attendance::Absence, attendance::Regime,
    attendance::Duty, attendance::DutySlot, attendance::Correction, attendance::LeaveEntitlement,
    attendance::Credit, attendance::Completeness, inspection::IndicatorValue, attendance::TimesheetSymbol,
    attendance::TimesheetForm, attendance::NamedPeriod, attendance::ListRule, attendance::TripReport>;

/// Facts that are stated or withdrawn together: all of it becomes visible in one step, or nothing.
///
/// A fact supersedes the earlier one with the same natural key (fact_keys.hpp); an equal one again changes
/// nothing.
/// Of two facts with one key inside a batch the later wins, and what withdraws it is later than all. A
/// withdrawn fact is in force no more and stays readable; it can be stated again. To withdraw one that is not
/// in force changes nothing. The store does not judge facts (no overlap, no unknown code): who imports does.
struct FactBatch {
  std::string author;  // name of the token
  std::string origin;  // "staff.csv"; for the log of facts
  std::vector<Fact> facts;
  std::vector<Fact> withdrawn = {};  // those in force with the keys of these
};

struct Applied {
  std::uint64_t added = 0, changed = 0, unchanged = 0;  // together the facts of the batch
  std::uint64_t roster_version = 0;
  std::uint64_t withdrawn = 0;
  friend bool operator==(const Applied&, const Applied&) = default;
};

/// Every fact in force, each kind in the order of its natural key. Not indicators of other systems, and
/// not what timesheets and lists look like: no rule asks for them (Snapshot::indicators, …).
using RosterFacts = attendance::RuleFacts;

/// One line of the log of facts: who stated or withdrew how many, when.
struct FactLogEntry {
  std::uint64_t position = 0;  // of the last fact of the batch
  std::string author, origin;
  Instant at;
  std::uint64_t facts = 0;
};

}  // namespace badge::store
