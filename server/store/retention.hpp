#pragma once
/// Records whose time is over. What is erased is overwritten in the file, and only then (PRAGMA
/// secure_delete); backups that were made before still hold it.
#include <cstdint>
#include <string>
#include <vector>

#include "reader-config/tap/tap.hpp"
#include "server/attendance/facts.hpp"
#include "server/store/month_number.hpp"
#include "server/store/sqlite.hpp"

namespace badge::store {

class Writer;

enum class RecordKind : std::uint8_t {
  taps,    // with what readers said, rows that were lost or not understood: months that ended before
  people,  // whose last posting ended before: their facts, badges, papers, login. Their taps become nobody's
  requests,     // for leave and the like that were decided before
  audit,        // rows that were written before
  inspections,  // files of inspection, plans and cases into which nobody has written since
};

[[nodiscard]] std::string_view to_string(RecordKind kind);  // the enumerator's name

/// What was erased, and when: `before` is the first day that was kept.
struct Erasure {
  RecordKind kind = RecordKind::taps;
  attendance::Date before;
  std::uint64_t records = 0;  // taps and rows of the log, people, requests, rows, files
  Instant at;
  friend bool operator==(const Erasure&, const Erasure&) = default;
};
inline constexpr std::size_t erasures_listed_max = 200;  // the newest; four a month are four years

/// How many records are due. A day begins at midnight UTC here: what is kept for months need not be exact to
/// the hour. Of taps whole months go.
[[nodiscard]] std::uint64_t records_before(Database& database, RecordKind kind, attendance::Date before);

/// Erases them, in slices, and notes it, also in the audit log. Whatever was erased, nothing is judged by
/// what is left: of taps, first of all the first month that is kept moves, and what readers were listening to
/// before counts no more. Cut off anywhere, it goes on when it is called again. `names`: whom, or which
/// files; who has come back meanwhile, and what somebody has written into, stays. Blocks.
Erasure erase_records(Writer& writer, RecordKind kind, attendance::Date before,
                      std::vector<std::string> names, Instant now);
/// Those whose last posting ended before this day.
[[nodiscard]] std::vector<std::string> people_before(Database& database, attendance::Date before);

/// Newest first, at most erasures_listed_max.
[[nodiscard]] std::vector<Erasure> read_erasures(Database& database);

/// Taps of UTC months before are erased; 0: none are.
[[nodiscard]] MonthNumber read_first_month(Database& database);
/// Its beginning; Instant::min() where none are erased.
[[nodiscard]] Instant first_kept_instant(MonthNumber first_month);
/// The first day whose taps are all there by any office's clock; Date::min() where none are erased.
[[nodiscard]] attendance::Date judged_from(MonthNumber first_month);

}  // namespace badge::store
