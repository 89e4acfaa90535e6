#pragma once
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "reader-config/tap/tap.hpp"
#include "server/attendance/rule_facts.hpp"

namespace badge::store {

using Fact = std::variant<attendance::Unit, attendance::Posting, attendance::Badge,
                          attendance::EntranceService, attendance::Schedule, attendance::Assignment,
                          attendance::CalendarDay, attendance::Absence, attendance::Completeness>;

/// Facts that are stated together: all become visible in one step, or none.
///
/// A fact supersedes the earlier one with the same natural key; an equal one again changes nothing. The keys:
///   Unit             code, valid.from             Posting     staff_code, valid.from
///   Badge            uid, valid.from              Assignment  unit_code, staff_code, valid.from
///   EntranceService  entrance, unit_code, valid.from
///   Schedule         name (with all its seasons)  CalendarDay date
///   Absence          staff_code, days.from, sessions
///   Completeness     unit_code, days
/// Of two facts with one key inside a batch the later wins. The store does not judge facts (no overlap, no
/// unknown code): who imports does.
struct FactBatch {
  std::string author;  // name of the token
  std::string origin;  // "staff.csv"; for the log of facts
  std::vector<Fact> facts;
};

struct Applied {
  std::uint64_t added = 0, changed = 0, unchanged = 0;  // together the facts of the batch
  std::uint64_t roster_version = 0;
  friend bool operator==(const Applied&, const Applied&) = default;
};

/// Every fact in force, each kind in the order of its natural key.
using RosterFacts = attendance::RuleFacts;

/// One line of the log of facts: who stated what, when.
struct FactLogEntry {
  std::uint64_t position = 0;  // of the last fact of the batch
  std::string author, origin;
  Instant at;
  std::uint64_t facts = 0;
};

}  // namespace badge::store
