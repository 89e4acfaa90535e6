#pragma once
/// The log of who did what and who read whose records.
#include <cstdint>
#include <optional>
#include <string>

#include "reader-config/tap/digest.hpp"
#include "reader-config/tap/tap.hpp"

namespace badge::store {

inline constexpr std::size_t audit_text_bytes_max = 500;  // of each text; longer ones are cut
inline constexpr std::size_t audit_page_max = 200;        // rows of one answer
inline constexpr int audit_outcome_unknown = 0;  // status of what a program began that was then killed

struct AuditEntry {
  std::uint64_t no = 0;  // from 1, given by the store
  Instant at;            // likewise
  std::string actor;     // name of the login or token; empty: nobody was signed in
  std::string address;
  std::string action;                  // "GET /api/v1/why"
  std::string target;                  // what path and query named: "date=2026-07-09"
  std::string staff_code, unit_code;   // whose record; empty: no single person's, no single unit's
  int status = audit_outcome_unknown;  // of the answer
  friend bool operator==(const AuditEntry&, const AuditEntry&) = default;
};

/// Empty texts ask for all.
struct AuditFilter {
  std::string actor, staff_code, unit_code;
  std::string but_actor;                // whose own entries are left out
  std::optional<std::uint64_t> before;  // rows with a smaller number only
};

struct AuditCheck {
  std::uint64_t entries = 0;  // that were ever written, those that were erased too
  std::uint64_t erased = 0;   // of them: retention took the first so many
  Digest last;                // to be written down elsewhere: a log cut off at its end is whole too
  std::optional<std::uint64_t> first_wrong;  // the first row that is missing or not what was written
};

}  // namespace badge::store
