#include "server/store/retention_of_taps.hpp"

#include <array>
#include <map>
#include <utility>

#include "server/store/retention.hpp"
#include "server/store/row_sum.hpp"

namespace badge::store {
namespace {

constexpr int rows_at_once = 500;   // looked at in one step: about half a millisecond where all of them go
constexpr int months_at_once = 50;  // rows of credential_month; one has up to some pages

void keep_from(Database& database, LogState& state, MonthNumber first) {
  if (read_first_month(database) >= first) return;
  database.statement("UPDATE store_state SET first_month = ?").run(first);
  static_cast<void>(state.take_position());
  state.roster_changed();  // every report that was kept is made anew
}

bool erase_months(Database& database, MonthNumber first) {
  database
      .statement(
          "DELETE FROM credential_month WHERE id IN"
          " (SELECT id FROM credential_month WHERE id < ? ORDER BY id LIMIT ?)")
      .run(month_row_id(first, 0), months_at_once);
  return sqlite3_changes(database.handle()) > 0;
}

void add_to_sums(Database& database, const std::map<std::int64_t, RowSum>& sums) {
  for (const auto& [stream, sum] : sums) {
    RowSum all = sum;
    if (Rows row(database.statement("SELECT rows, mixed FROM erased_rows WHERE stream_no = ?"), stream);
        row.next()) {
      all.count += row->as<std::uint64_t>(0);
      all.mixed += row->as<std::uint64_t>(1);
    }
    database
        .statement(
            "INSERT INTO erased_rows VALUES (?1, ?2, ?3)"
            " ON CONFLICT DO UPDATE SET rows = ?2, mixed = ?3")
        .run(stream, all.count, static_cast<std::int64_t>(all.mixed));
  }
}

}  // namespace

/// A table that is walked by its key. `rows` gives key, stream, first and last number in the stream (last
/// before first: its mark does not count them), whether the row goes, and whether the walk ends before it;
/// with ?1 the key walked to, ?2 the end of what goes, ?3 a limit.
struct TapErasure::Walk {
  std::string_view rows, erase;
  bool counted = true;  // as records of their own
};

bool TapErasure::walk(Database& database, const Walk& table) {
  const auto end = first_kept_instant(first_kept_) - std::chrono::milliseconds(month_reach);
  const auto end_ms = end.time_since_epoch().count();
  std::vector<std::int64_t> gone;
  std::map<std::int64_t, RowSum> sums;
  bool ended = true;
  for (Rows row(database.statement(table.rows), cursor_, end_ms, rows_at_once); row.next();) {
    ended = row->integer(5) != 0;
    if (ended) break;
    cursor_ = row->integer(0);
    if (row->integer(4) == 0) continue;
    gone.push_back(cursor_);
    for (auto seq = row->as<std::uint64_t>(2); seq <= row->as<std::uint64_t>(3); ++seq)
      sums[row->integer(1)].add(seq);
  }
  auto& erase = database.statement(table.erase);
  for (const auto key : gone) erase.run(key);
  if (table.counted) erased_ += gone.size();
  add_to_sums(database, sums);
  return !ended;
}

bool TapErasure::step(Database& database, LogState& state) {
  static constexpr std::array<Walk, 7> walks{
      {{"SELECT position, stream_no, seq, seq, at < ?2 AND position <= (SELECT fold_cursor FROM store_state),"
        " clock = 0 AND at + offset_ms >= ?2"
        " FROM tap_log CROSS JOIN source USING (source_no) WHERE position > ?1 ORDER BY position LIMIT ?3",
        "DELETE FROM tap_log WHERE position = ?"},
       // A check of a tap goes with its tap, whose number was counted there.
       {"SELECT position, stream_no, seq, CASE kind WHEN 0 THEN seq - 1 ELSE seq END,"
        " CASE kind WHEN 0 THEN NOT EXISTS (SELECT 1 FROM tap_log WHERE tap_log.position = "
        "badge_check.position)"
        " ELSE at < ?2 END, 0 FROM badge_check WHERE position > ?1 ORDER BY position LIMIT ?3",
        "DELETE FROM badge_check WHERE position = ?", false},
       {"SELECT id, 0, 1, 0, state = 'visible' AND imported_tap.at < ?2"
        " AND base_position + rows <= (SELECT fold_cursor FROM store_state), 0"
        " FROM imported_tap CROSS JOIN tap_import ON import_no = id >> 32 WHERE id > ?1 ORDER BY id LIMIT ?3",
        "DELETE FROM imported_tap WHERE id = ?"},
       // Of each reader the last stays: it is still waited for, until somebody says that it has ended.
       {"SELECT position, stream_no, 1, 0, open = 0 AND until_ms < ?2 AND EXISTS"
        " (SELECT 1 FROM coverage later WHERE later.stream_no = coverage.stream_no"
        " AND later.reader = coverage.reader AND later.position > coverage.position), 0"
        " FROM coverage WHERE position > ?1 ORDER BY position LIMIT ?3",
        "DELETE FROM coverage WHERE position = ?", false},
       {"SELECT position, stream_no, seq, seq, at < ?2 AND NOT EXISTS"
        " (SELECT 1 FROM coverage WHERE coverage.position = reader_event.position), 0"
        " FROM reader_event WHERE position > ?1 ORDER BY position LIMIT ?3",
        "DELETE FROM reader_event WHERE position = ?"},
       {"SELECT position, stream_no, seq, seq, received_at < ?2, 0"
        " FROM quarantine WHERE position > ?1 ORDER BY position LIMIT ?3",
        "DELETE FROM quarantine WHERE position = ?"},
       {"SELECT position, stream_no, first_seq, last_seq, to_ms < ?2, 0"
        " FROM lost_rows WHERE position > ?1 ORDER BY position LIMIT ?3",
        "DELETE FROM lost_rows WHERE position = ?"}}};
  if (stage_ == 0) {
    keep_from(database, state, first_kept_);
    database.statement("DELETE FROM month_touched WHERE month < ?").run(first_kept_);
    ++stage_;
    return true;
  }
  if (stage_ == 1) {
    if (!erase_months(database, first_kept_)) ++stage_;
    return true;
  }
  if (walk(database, walks.at(stage_ - 2))) return true;
  ++stage_;
  cursor_ = 0;
  return stage_ - 2 < walks.size();
}

std::uint64_t TapErasure::take_erased() { return std::exchange(erased_, 0); }

MonthNumber first_kept_month(attendance::Date before) {
  return month_number(std::chrono::sys_days(before.time_since_epoch()));
}

std::uint64_t taps_before(Database& database, MonthNumber first_kept) {
  return static_cast<std::uint64_t>(
      database.number("SELECT coalesce(sum(taps), 0) FROM month_touched WHERE month < ?", first_kept));
}

MonthNumber read_first_month(Database& database) {
  return static_cast<MonthNumber>(database.number("SELECT first_month FROM store_state"));
}

Instant first_kept_instant(MonthNumber first_month) {
  return first_month == 0 ? Instant::min() : Instant(std::chrono::sys_days(month_of(first_month) / 1));
}

attendance::Date judged_from(MonthNumber first_month) {
  if (first_month == 0) return attendance::Date::min();
  return attendance::Date(month_of(first_month) / 1) + std::chrono::days(1);
}

}  // namespace badge::store
