#pragma once
#include <span>
#include <vector>

#include "server/attendance/paper_sessions.hpp"
#include "server/attendance/papers.hpp"

namespace badge::attendance {

/// Unused leave that expires within so many days is to be told in time.
inline constexpr std::chrono::days expires_soon{30};

/// Compensatory leave taken on a day.
struct CompensatoryUse {
  Date date;
  minutes taken{0};
};

/// What compensatory papers take: of a session its scheduled minutes, or as many of them as the paper covers.
[[nodiscard]] std::vector<CompensatoryUse> compensatory_uses(std::span<const PaperSession> sessions);

/// What became of one credit. earns = taken + expired + left.
struct CreditStanding {
  const Credit* credit = nullptr;
  minutes taken{0}, expired{0}, left{0};
};

/// A person's compensatory leave.
struct CreditLedger {
  minutes earned{0};
  minutes taken{0};                            // days to come are in it
  minutes expired{0};                          // not taken by its last day, which is over
  minutes left{0};                             // earned + over_taken = taken + expired + left
  minutes expires_soon{0};                     // a part of `left`
  minutes over_taken{0};                       // a part of `taken` for which nothing was left
  std::vector<CreditStanding> credits;         // the one that expires first comes first
  std::vector<CompensatoryUse> over_taken_on;  // in order of date
};

/// As of `today`. Each use takes from credits of its own day or earlier that have not expired on it, the one
/// that expires first before the others. `credits` are one person's, approved; they are pointed into.
[[nodiscard]] CreditLedger credit_ledger(std::span<const Credit> credits, std::vector<CompensatoryUse> uses,
                                         Date today);

}  // namespace badge::attendance
