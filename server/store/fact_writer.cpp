#include "server/store/fact_writer.hpp"

#include "server/store/fact_rows.hpp"

namespace badge::store {
namespace {

/// One batch on its way in.
class BatchWrite {
 public:
  BatchWrite(const FactBatch& batch, Instant at) : batch_(batch), at_(at) {}

  /// Hidden from readers from here on.
  void begin(Database& database) {
    database.statement("INSERT INTO fact_batch (author, origin, at, position, facts) VALUES (?, ?, ?, 0, 0)")
        .run(batch_.author, batch_.origin, at_.time_since_epoch().count());
    number_ = sqlite3_last_insert_rowid(database.handle());
    set_pending(database, number_);
  }
  /// True: all facts were looked at.
  bool advance(Database& database, LogState& state, const SliceClock* clock) {
    const auto all = batch_.facts.size() + batch_.withdrawn.size();
    while (next_ < all) {
      if (const auto place = next_++; place < batch_.facts.size()) {
        take(database, state, batch_.facts[place]);
      } else {
        withdraw(database, state, batch_.withdrawn[place - batch_.facts.size()]);
      }
      if (clock != nullptr && clock->spent()) return next_ == all;
    }
    return true;
  }
  /// Shows what was written. A batch that changed nothing leaves no trace.
  Applied finish(Database& database, LogState& state) {
    const auto written = applied_.added + applied_.changed + applied_.withdrawn;
    if (written == 0) {
      database.statement("DELETE FROM fact_batch WHERE batch = ?").run(number_);
    } else {
      // A position of its own: what was shown while the batch was being written must look older than it.
      const auto position = state.take_position();
      state.roster_changed();
      database.statement("UPDATE fact_batch SET position = ?, facts = ? WHERE batch = ?")
          .run(position, written, number_);
    }
    set_pending(database, 0);
    state.facts_changed(database);
    applied_.roster_version = state.roster_version();
    return applied_;
  }

 private:
  void take(Database& database, LogState& state, const Fact& fact) {
    const auto change = compare_fact(database, fact, 0);
    switch (change) {
      case FactChange::added:
        ++applied_.added;
        break;
      case FactChange::changed:
        ++applied_.changed;
        break;
      case FactChange::unchanged:
        ++applied_.unchanged;
        break;
    }
    if (change != FactChange::unchanged) insert_fact(database, state.take_position(), number_, fact);
  }
  void withdraw(Database& database, LogState& state, const Fact& fact) {
    if (!is_in_force(database, fact, 0)) return;
    ++applied_.withdrawn;
    insert_fact(database, state.take_position(), number_, fact, true);
  }
  static void set_pending(Database& database, std::int64_t batch) {
    database.statement("UPDATE store_state SET pending_batch = ?").run(batch);
  }

  const FactBatch& batch_;
  Instant at_;
  std::int64_t number_ = 0;
  std::size_t next_ = 0;
  Applied applied_;
};

}  // namespace

Applied FactWriter::apply(const FactBatch& batch) {
  const std::lock_guard lock(one_at_a_time_);
  BatchWrite write(batch, now_());
  Applied applied;
  bool begun = false;
  const auto slice = [&](Database& database, LogState& state, const SliceClock& clock) {
    if (!begun) {
      erase_pending_batch(database);
      write.begin(database);
      begun = true;
    }
    if (!write.advance(database, state, &clock)) return false;
    applied = write.finish(database, state);
    return true;
  };
  try {
    writer_.run(slice);
  } catch (const SqliteError&) {
    // Hidden rows would do no harm, but they would fill a disk that is full already. Where even that fails,
    // the next batch or the next start takes them back.
    try {
      writer_.run([](Database& database, LogState&, const SliceClock&) {
        erase_pending_batch(database);
        return true;
      });
    } catch (const std::exception&) {
    }
    throw;
  }
  return applied;
}

void write_facts(Database& database, LogState& state, const FactBatch& batch, Instant at) {
  BatchWrite write(batch, at);
  const auto pending = pending_batch(database);
  write.begin(database);
  write.advance(database, state, nullptr);
  write.finish(database, state);
  database.statement("UPDATE store_state SET pending_batch = ?").run(pending);
}

void erase_pending_batch(Database& database) {
  const auto batch = pending_batch(database);
  if (batch == 0) return;
  erase_batch(database, batch);
  database.execute("UPDATE store_state SET pending_batch = 0");
}

}  // namespace badge::store
