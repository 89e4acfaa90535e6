#include "server/store/period_closes.hpp"

#include <algorithm>

#include "server/store/fact_columns.hpp"
#include "server/store/writer.hpp"

namespace badge::store {
namespace {

Blob blob_of(const Digest& digest) {
  return {{reinterpret_cast<const char*>(digest.bytes.data()), digest.bytes.size()}};
}

Digest digest_of(std::string_view blob) {
  Digest digest;
  std::copy_n(blob.begin(), std::min(blob.size(), digest.bytes.size()), digest.bytes.begin());
  return digest;
}

constexpr std::string_view closes_with_sheets =
    "SELECT c.position, unit_code, first_date, last_date, preliminary, closed_by, c.at, facts_position,"
    " rule_version, inputs, digest, reopened_by, reason, r.at, sheet FROM period_close c"
    " LEFT JOIN period_reopening r ON r.closed = c.position"
    " WHERE first_date <= ? AND last_date >= ? ORDER BY c.position";
constexpr std::string_view closes_without_sheets =
    "SELECT c.position, unit_code, first_date, last_date, preliminary, closed_by, c.at, facts_position,"
    " rule_version, inputs, digest, reopened_by, reason, r.at, '' FROM period_close c"
    " LEFT JOIN period_reopening r ON r.closed = c.position"
    " WHERE first_date <= ? AND last_date >= ? ORDER BY c.position";

PeriodClose read_close(const Statement& row) {
  PeriodClose close;
  close.position = row.as<std::uint64_t>(0);
  close.unit_code = row.string(1);
  close.days = columns::span(row, 2, 3);
  close.preliminary = row.integer(4) != 0;
  close.closed_by = row.string(5);
  close.at = Instant(std::chrono::milliseconds(row.integer(6)));
  close.facts_position = row.as<std::uint64_t>(7);
  close.rule_version = row.as<int>(8);
  close.inputs = digest_of(row.blob(9));
  close.digest = digest_of(row.blob(10));
  if (!row.is_null(11)) {
    close.reopened =
        Reopening{row.string(11), row.string(12), Instant(std::chrono::milliseconds(row.integer(13)))};
  }
  close.sheet = row.string(14);
  return close;
}

std::vector<PeriodClose> read(Database& database, std::string_view sql, const attendance::DateSpan& days) {
  std::vector<PeriodClose> closes;
  for (Rows row(database.statement(sql), columns::day(days.to), columns::day(days.from)); row.next();) {
    closes.push_back(read_close(*row));
  }
  return closes;
}

std::optional<std::string> objection(Database& database, const NewPeriodClose& close) {
  for (const auto& other : in_force(read_closes(database, close.days))) {
    if (other.unit_code == close.unit_code && !other.preliminary) {
      return "the period is closed already; re-open it first";
    }
  }
  return std::nullopt;
}

}  // namespace

tl::expected<PeriodClose, std::string> write_close(Writer& writer, const NewPeriodClose& close, Instant at) {
  PeriodClose written{close, 0, at, chain({}, close.sheet), {}};
  std::optional<std::string> objected;
  writer.run([&](Database& database, LogState& state, const SliceClock&) {
    objected = objection(database, close);
    if (objected) return true;
    written.position = state.take_position();
    state.roster_changed();
    database.statement("INSERT INTO period_close VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .run(written.position, close.unit_code, columns::day(close.days.from), columns::day(close.days.to),
             close.preliminary, close.closed_by, at.time_since_epoch().count(), close.facts_position,
             close.rule_version, blob_of(close.inputs), close.sheet, blob_of(written.digest));
    return true;
  });
  if (objected) return tl::unexpected(*objected);
  return written;
}

bool write_reopening(Writer& writer, std::uint64_t close, const Reopening& reopening) {
  bool is_in_force = false;
  writer.run([&](Database& database, LogState& state, const SliceClock&) {
    const attendance::DateSpan ever{attendance::Date::min(), attendance::DateSpan::forever};
    is_in_force = std::ranges::any_of(in_force(read_closes(database, ever)),
                                      [close](const PeriodClose& other) { return other.position == close; });
    if (!is_in_force) return true;
    const auto position = state.take_position();
    state.roster_changed();
    database.statement("INSERT INTO period_reopening VALUES (?, ?, ?, ?, ?)")
        .run(position, close, reopening.by, reopening.reason, reopening.at.time_since_epoch().count());
    return true;
  });
  return is_in_force;
}

std::vector<PeriodClose> read_closes(Database& database, const attendance::DateSpan& days) {
  return read(database, closes_with_sheets, days);
}

std::vector<PeriodClose> read_close_heads(Database& database, const attendance::DateSpan& days) {
  return read(database, closes_without_sheets, days);
}

std::vector<PeriodClose> in_force(std::vector<PeriodClose> closes) {
  std::vector<PeriodClose> last;
  for (auto& close : closes) {
    std::erase_if(last, [&](const PeriodClose& earlier) {
      return earlier.unit_code == close.unit_code && earlier.days.overlaps(close.days);
    });
    if (!close.reopened) last.push_back(std::move(close));
  }
  return last;
}

}  // namespace badge::store
