#pragma once
/// Lists of praise (*danh sách đề xuất biểu dương*) that somebody has released. What stood on them then is
/// kept as text.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "reader-config/tap/tap.hpp"
#include "server/attendance/facts.hpp"

namespace badge::store {

class Database;
class Writer;

inline constexpr std::size_t praise_releases_max = 10'000;  // a year's of every unit of a province

struct PraisedRow {
  std::string staff_code;  // empty: a unit
  std::string name, position, unit_name;
  std::string reason;  // the figures, as they were printed
  friend bool operator==(const PraisedRow&, const PraisedRow&) = default;
};

struct NewPraiseRelease {
  std::string unit_code, unit_name;
  attendance::DateSpan days;
  std::string period;  // the days in words
  std::string rule;    // by which the list was made, as it was printed
  std::string basis;   // by what it is released
  std::string released_by;
  std::vector<PraisedRow> rows;
};

/// That a release holds no more, and why.
struct PraiseWithdrawal {
  std::string reason;
  std::string withdrawn_by;
  Instant at;
};

struct PraiseRelease : NewPraiseRelease {
  std::int64_t no = 0;
  Instant at;
  std::optional<PraiseWithdrawal> withdrawn;
};

/// Its number; nothing: there are praise_releases_max.
[[nodiscard]] std::optional<std::int64_t> write_praise_release(Writer& writer,
                                                               const NewPraiseRelease& release, Instant at);
/// False, and nothing is written: there is none of this number, or it is withdrawn already.
[[nodiscard]] bool write_praise_withdrawal(Writer& writer, std::int64_t no,
                                           const PraiseWithdrawal& withdrawal);
/// All of them, also those that were withdrawn; the newest first, without their rows.
[[nodiscard]] std::vector<PraiseRelease> read_praise_releases(Database& database);
/// With the rows that are still kept. Nothing: there is none of this number.
[[nodiscard]] std::optional<PraiseRelease> read_praise_release(Database& database, std::int64_t no);

}  // namespace badge::store
