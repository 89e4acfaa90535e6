#include "server/store/import_desk.hpp"

#include <map>

#include "server/store/fact_writer.hpp"

namespace badge::store {
namespace {

constexpr int erased_at_once = 500;  // rows of a discarded import in one statement: well under a slice

/// Why an import cannot go on: thrown inside the writer so that the transaction is undone, and told to the
/// caller.
struct Refused {
  std::string why;
};

struct Staged {
  std::int64_t rows = 0, slices = 0;
};

std::string staged_name(ImportId id) { return "staged:" + std::to_string(id); }
std::int64_t row_id(ImportId id, std::int64_t row) { return std::int64_t{id} << 32 | row; }

Staged staged_import(Database& database, ImportId id) {
  Rows row(database.statement("SELECT rows, slices FROM tap_import WHERE import_no = ? AND state = 'staged'"),
           id);
  if (!row.next()) throw Refused{"there is no import " + std::to_string(id) + " in progress; begin again"};
  return {row->integer(0), row->integer(1)};
}

void give_up(Database& database, LogState& state, ImportId id) {
  database.statement("UPDATE tap_import SET state = 'discarded' WHERE import_no = ?").run(id);
  state.set_discarded_imports(state.discarded_imports() + 1);
}

/// One slice of a file on its way into the staging table.
class SliceWrite {
 public:
  SliceWrite(ImportId id, std::span<const ImportedTap> taps) : id_(id), taps_(taps) {}

  bool advance(Database& database, LogState& state, const SliceClock& clock) {
    const auto staged = staged_import(database, id_);
    if (staged.rows + static_cast<std::int64_t>(taps_.size()) > import_rows_max) {
      throw Refused{"an import holds at most " + std::to_string(import_rows_max) + " taps; split the file"};
    }
    auto* stream = state.find_stream(staged_name(id_));
    const auto began_at = next_;
    // Rows beyond staged.rows may be left from an attempt that failed: they are written over.
    auto& insert = database.statement("INSERT OR REPLACE INTO imported_tap VALUES (?, ?, ?, ?)");
    for (; next_ < taps_.size(); ++next_) {
      if (next_ > began_at && clock.spent()) return false;
      const auto& tap = taps_[next_];
      const auto source_no = state.source(database, *stream, tap.reader, "", Direction::both);
      if (source_no == 0)
        throw Refused{"the file names more than " + std::to_string(stream_sources_max) + " readers"};
      const auto at = tap.at.time_since_epoch().count();
      insert.run(row_id(id_, staged.rows + static_cast<std::int64_t>(next_) + 1), source_no,
                 state.credential(database, tap.key), at);
      ++months_[month_number(std::chrono::floor<std::chrono::seconds>(tap.at))];
    }
    for (const auto& [month, taps] : months_) {
      database
          .statement(
              "INSERT INTO import_month VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET taps = taps + ?3")
          .run(id_, month, taps);
    }
    database.statement("UPDATE tap_import SET rows = rows + ?, slices = slices + 1 WHERE import_no = ?")
        .run(taps_.size(), id_);
    return true;
  }

 private:
  ImportId id_;
  std::span<const ImportedTap> taps_;
  std::size_t next_ = 0;
  std::map<MonthNumber, std::uint64_t> months_;
};

/// Gives the rows their positions: from here on everybody sees them.
void show(Database& database, LogState& state, ImportId id, const Staged& staged, const std::string& name,
          const Digest& file_digest) {
  const auto rows = static_cast<std::uint64_t>(staged.rows);
  auto* stream = state.find_stream(staged_name(id));
  stream->mark = {rows, file_digest};
  state.touch(*stream);
  state.rename_stream(database, *stream, name);
  database.statement("UPDATE tap_import SET state = 'visible', base_position = ? WHERE import_no = ?")
      .run(state.take_positions(rows), id);
  for (Rows row(database.statement("SELECT month, taps FROM import_month WHERE import_no = ?"), id);
       row.next();) {
    const auto month = row->as<MonthNumber>(0);
    state.touch_month(month, row->as<std::uint64_t>(1));
    state.touch_month(month - 1, 0);
    state.touch_month(month + 1, 0);
  }
  state.add_unfolded(rows);
}

}  // namespace

ImportId ImportDesk::begin(std::string author, std::string file_name) {
  ImportId id = 0;
  writer_.run([&](Database& database, LogState& state, const SliceClock&) {
    database
        .statement(
            "INSERT INTO tap_import (state, author, rows, slices, base_position, at)"
            " VALUES ('staged', ?, 0, 0, 0, ?)")
        .run(author, now_().time_since_epoch().count());
    id = static_cast<ImportId>(sqlite3_last_insert_rowid(database.handle()));
    const auto* stream = state.stream(database, staged_name(id), file_name);
    if (stream == nullptr) throw Busy();
    database.statement("UPDATE tap_import SET stream_no = ? WHERE import_no = ?").run(stream->no, id);
    return true;
  });
  return id;
}

tl::expected<void, std::string> ImportDesk::stage(ImportId id, std::uint32_t slice,
                                                  std::span<const ImportedTap> taps) {
  const std::lock_guard lock(one_at_a_time_);
  SliceWrite write(id, taps);
  bool checked = false;
  try {
    // What is staged does not outlive the program; finish() is flushed, and all before it with it.
    writer_.run(
        [&](Database& database, LogState& state, const SliceClock& clock) {
          if (!checked) {
            const auto next = staged_import(database, id).slices;
            if (slice < next) return true;  // sent again because the answer was lost
            if (slice > next) {
              throw Refused{"slice " + std::to_string(slice) + " came where " + std::to_string(next) +
                            " was due"};
            }
            checked = true;
          }
          return write.advance(database, state, clock);
        },
        Durability::unflushed);
  } catch (const Refused& refused) {
    return tl::unexpected(refused.why);
  }
  return {};
}

tl::expected<ImportOutcome, std::string> ImportDesk::finish(
    ImportId id, const Digest& file_digest, const std::optional<attendance::Completeness>& complete) {
  const std::lock_guard lock(one_at_a_time_);
  ImportOutcome outcome;
  const auto at = now_();
  try {
    writer_.run([&](Database& database, LogState& state, const SliceClock&) {
      const auto staged = staged_import(database, id);
      const auto rows = static_cast<std::uint64_t>(staged.rows);
      const auto name = "import:" + file_digest.hex();
      if (state.find_stream(name) != nullptr) {
        give_up(database, state, id);
        outcome = {0, rows};
      } else {
        show(database, state, id, staged, name, file_digest);
        outcome = {rows, 0};
      }
      if (complete) write_facts(database, state, {complete->stated_by, "completeness", {*complete}}, at);
      return true;
    });
  } catch (const Refused& refused) {
    return tl::unexpected(refused.why);
  }
  return outcome;
}

void ImportDesk::discard(ImportId id) {
  const std::lock_guard lock(one_at_a_time_);
  try {
    writer_.run([&](Database& database, LogState& state, const SliceClock&) {
      static_cast<void>(staged_import(database, id));
      give_up(database, state, id);
      return true;
    });
  } catch (const Refused&) {
    // It is gone already, which is what was asked for.
  }
}

void discard_staged_imports(Database& database) {
  database.execute("UPDATE tap_import SET state = 'discarded' WHERE state = 'staged'");
}

BackgroundWork import_cleaning() {
  const auto slice = [](Database& database, LogState& state, const SliceClock& clock) {
    const auto id = static_cast<ImportId>(
        database.number("SELECT coalesce(min(import_no), 0) FROM tap_import WHERE state = 'discarded'"));
    auto& erase = database.statement(
        "DELETE FROM imported_tap WHERE id IN (SELECT id FROM imported_tap"
        " WHERE id > ? AND id < ? LIMIT ?)");
    do {
      erase.run(row_id(id, 0), row_id(id + 1, 0), erased_at_once);
      if (sqlite3_changes(database.handle()) > 0) continue;
      database.statement("DELETE FROM import_month WHERE import_no = ?").run(id);
      database.statement("DELETE FROM tap_import WHERE import_no = ?").run(id);
      state.erase_stream(database, staged_name(id));
      state.set_discarded_imports(state.discarded_imports() - 1);
      return state.discarded_imports() == 0;
    } while (!clock.spent());
    return false;
  };
  return {[](const LogState& state) { return state.discarded_imports() > 0; }, slice};
}

}  // namespace badge::store
