#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "reader-config/tap/digest.hpp"
#include "reader-config/tap/tap.hpp"
#include "server/attendance/facts.hpp"

namespace badge::store {

class Database;
class Writer;

/// A period of a unit, closed: its sheet as it was signed, with what it was judged from.
struct NewPeriodClose {
  std::string unit_code;
  attendance::DateSpan days;
  bool preliminary = false;  // signed before the last session
  std::string closed_by;
  std::uint64_t facts_position = 0;  // the last position of what it was judged from
  int rule_version = 0;
  Digest inputs;      // of what it was judged from
  std::string sheet;  // attendance/sheet.hpp
};

struct Reopening {
  std::string by, reason;
  Instant at;
};

struct PeriodClose : NewPeriodClose {
  std::uint64_t position = 0;  // its own
  Instant at;
  Digest digest;  // of the sheet
  std::optional<Reopening> reopened;
};

/// Unexpected, in English: the unit has a final close that shares days with this one. A preliminary one is
/// superseded.
[[nodiscard]] tl::expected<PeriodClose, std::string> write_close(Writer& writer, const NewPeriodClose& close,
                                                                 Instant at);
/// False: there is no such close in force.
[[nodiscard]] bool write_reopening(Writer& writer, std::uint64_t close, const Reopening& reopening);

/// All that share days with `days`, in order of position, re-opened and superseded ones too.
[[nodiscard]] std::vector<PeriodClose> read_closes(Database& database, const attendance::DateSpan& days);
/// The same without their sheets: a year of a province's sheets is a gigabyte.
[[nodiscard]] std::vector<PeriodClose> read_close_heads(Database& database, const attendance::DateSpan& days);

/// Those of them that are in force: of those of one unit that share days the last, unless it was re-opened.
[[nodiscard]] std::vector<PeriodClose> in_force(std::vector<PeriodClose> closes);

}  // namespace badge::store
