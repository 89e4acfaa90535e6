#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "reader-config/tap/digest.hpp"
#include "reader-config/tap/tap.hpp"
#include "server/attendance/facts.hpp"

namespace badge::store {

class Database;
class Writer;

/// The steps before a period is closed, in order.
enum class SigningStep : std::uint8_t { prepared = 1, confirmed = 2 };

/// Somebody vouches for a unit's sheet as it was.
struct NewPeriodSignature {
  std::string unit_code;
  attendance::DateSpan days;
  SigningStep step = SigningStep::prepared;
  std::string signed_by;             // name of the login or token
  std::string staff_code;            // empty: nobody of the roster
  std::uint64_t facts_position = 0;  // the last position of what the sheet was judged from
  std::uint64_t verdicts = 0;        // attendance/day_mark.hpp
  Digest digest;                     // of the sheet's text
};

struct PeriodSignature : NewPeriodSignature {
  std::uint64_t position = 0;  // its own
  Instant at;
};

[[nodiscard]] PeriodSignature write_signature(Writer& writer, const NewPeriodSignature& signature,
                                              Instant at);

/// All that share days with `days`, in order of position; those of sheets that have changed since, too.
[[nodiscard]] std::vector<PeriodSignature> read_signatures(Database& database,
                                                           const attendance::DateSpan& days);

}  // namespace badge::store
