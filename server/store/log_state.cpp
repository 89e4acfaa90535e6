#include "server/store/log_state.hpp"

#include <algorithm>

#include "server/store/fact_rows.hpp"

namespace badge::store {
namespace {

Digest digest_of(std::string_view bytes) {
  Digest digest;
  if (bytes.size() == digest.bytes.size()) std::copy(bytes.begin(), bytes.end(), digest.bytes.begin());
  return digest;
}

Blob blob_of(const Digest& digest) {
  return {{reinterpret_cast<const char*>(digest.bytes.data()), digest.bytes.size()}};
}

std::string source_key(std::string_view reader, std::string_view entrance, Direction direction) {
  std::string key(reader);
  key += '\0';
  key += entrance;
  key += '\0';
  key += static_cast<char>(direction);
  return key;
}

std::chrono::sys_seconds second_of(std::int64_t ms) {
  return std::chrono::floor<std::chrono::seconds>(Instant(std::chrono::milliseconds(ms)));
}

}  // namespace

void LogState::load(Database& database) {
  const auto generation = generation_ + 1;
  *this = LogState();
  generation_ = generation;
  for (Rows row(database.statement("SELECT last_position, roster_version, fold_cursor FROM store_state"));
       row.next();) {
    last_position_ = row->as<std::uint64_t>(0);
    roster_version_ = row->as<std::uint64_t>(1);
    fold_cursor_ = row->as<std::uint64_t>(2);
  }
  facts_changed(database);
  std::unordered_map<std::int64_t, StreamState*> by_no;
  for (Rows row(
           database.statement("SELECT stream_no, name, origin, seq, digest, backed_up_seq, backed_up_digest,"
                              " last_heard, clock_offset_ms, journal_seq FROM stream"));
       row.next();) {
    auto& stream = streams_[row->string(1)];
    stream = {.no = row->integer(0),
              .name = row->string(1),
              .origin = row->string(2),
              .mark = {row->as<std::uint64_t>(3), digest_of(row->blob(4))},
              .backed_up = {row->as<std::uint64_t>(5), digest_of(row->blob(6))},
              .last_heard_ms = row->integer(7),
              .clock_offset_ms = row->is_null(8) ? std::nullopt : std::optional(row->integer(8)),
              .journal_seq = row->as<std::uint64_t>(9),
              .open = {},
              .sources = {}};
    by_no[stream.no] = &stream;
  }
  for (Rows row(database.statement("SELECT source_no, stream_no, reader, entrance, direction FROM source"));
       row.next();) {
    const auto no = row->as<std::uint32_t>(0);
    last_source_no_ = std::max(last_source_no_, no);
    by_no.at(row->integer(1))->sources[source_key(row->text(2), row->text(3), row->as<Direction>(4))] = no;
  }
  for (Rows row(database.statement("SELECT stream_no, reader, position, from_ms, until_ms FROM coverage"
                                   " WHERE open = 1"));
       row.next();) {
    by_no.at(row->integer(0))
        ->open.push_back({row->string(1), row->integer(2), row->integer(3), row->integer(4)});
  }
  unfolded_taps_ = static_cast<std::uint64_t>(
      database.number("SELECT count(*) FROM tap_log WHERE position > ?", fold_cursor_) +
      database.number("SELECT coalesce(sum(min(rows, base_position + rows - ?1)), 0) FROM tap_import"
                      " WHERE state = 'visible' AND base_position + rows > ?1",
                      fold_cursor_));
  discarded_imports_ = static_cast<std::uint64_t>(
      database.number("SELECT count(*) FROM tap_import WHERE state = 'discarded'"));
}

void LogState::save(Database& database) {
  auto& save_stream = database.statement(
      "UPDATE stream SET origin = ?, seq = ?, digest = ?, backed_up_seq = ?, backed_up_digest = ?, "
      "last_heard = ?, clock_offset_ms = ?, journal_seq = ?"
      " WHERE stream_no = ?");
  for (auto* stream : touched_streams_) {
    save_stream.run(stream->origin, stream->mark.seq, blob_of(stream->mark.digest), stream->backed_up.seq,
                    blob_of(stream->backed_up.digest), stream->last_heard_ms, stream->clock_offset_ms,
                    stream->journal_seq, stream->no);
    stream->touched = false;
  }
  touched_streams_.clear();
  auto& save_month = database.statement(
      "INSERT INTO month_touched VALUES (?1, ?2, ?3)"
      " ON CONFLICT DO UPDATE SET position = ?2, taps = taps + ?3");
  for (const auto& change : month_changes_) save_month.run(change.month, last_position_, change.taps);
  month_changes_.clear();
  database.statement("UPDATE store_state SET last_position = ?, roster_version = ?, fold_cursor = ?")
      .run(last_position_, roster_version_, fold_cursor_);
}

void LogState::facts_changed(Database& database) { entrance_version_ = read_entrance_version(database); }

std::uint64_t LogState::take_positions(std::uint64_t count) {
  const auto before = last_position_;
  last_position_ += count;
  return before;
}

StreamState* LogState::find_stream(std::string_view name) {
  const auto found = streams_.find(std::string(name));
  return found == streams_.end() ? nullptr : &found->second;
}

StreamState* LogState::stream_by_no(std::int64_t no) {
  for (auto& [name, stream] : streams_) {
    if (stream.no == no) return &stream;
  }
  return nullptr;
}

StreamState* LogState::stream(Database& database, std::string_view name, std::string_view origin) {
  if (auto* known = find_stream(name)) return known;
  if (streams_.size() >= streams_max) return nullptr;
  const Digest none;
  database
      .statement(
          "INSERT INTO stream (name, imported, origin, seq, digest, backed_up_seq, backed_up_digest,"
          " last_heard) VALUES (?, ?, ?, 0, ?, 0, ?, 0)")
      .run(name, name.find(':') != std::string_view::npos, origin, blob_of(none), blob_of(none));
  auto& stream = streams_[std::string(name)];
  stream.no = sqlite3_last_insert_rowid(database.handle());
  stream.name = name;
  stream.origin = origin;
  return &stream;
}

void LogState::rename_stream(Database& database, StreamState& stream, const std::string& name) {
  database.statement("UPDATE stream SET name = ? WHERE stream_no = ?").run(name, stream.no);
  auto node = streams_.extract(stream.name);
  node.key() = name;
  node.mapped().name = name;
  streams_.insert(std::move(node));
}

void LogState::erase_stream(Database& database, std::string_view name) {
  auto* stream = find_stream(name);
  if (stream == nullptr) return;
  database.statement("DELETE FROM source WHERE stream_no = ?").run(stream->no);
  database.statement("DELETE FROM stream WHERE stream_no = ?").run(stream->no);
  std::erase(touched_streams_, stream);
  streams_.erase(std::string(name));
}

void LogState::touch(StreamState& stream) {
  if (stream.touched) return;
  stream.touched = true;
  touched_streams_.push_back(&stream);
}

std::uint32_t LogState::source(Database& database, StreamState& stream, std::string_view reader,
                               std::string_view entrance, Direction direction) {
  auto key = source_key(reader, entrance, direction);
  if (const auto found = stream.sources.find(key); found != stream.sources.end()) return found->second;
  if (stream.sources.size() >= stream_sources_max || last_source_no_ == source_no_max) return 0;
  const auto no = ++last_source_no_;
  database.statement("INSERT INTO source VALUES (?, ?, ?, ?, ?)")
      .run(no, stream.no, reader, entrance, static_cast<int>(direction));
  stream.sources.emplace(std::move(key), no);
  return no;
}

std::uint32_t LogState::credential(Database& database, const TapKey& key) {
  if (const auto known = credentials_.find(key); known != credentials_.end()) return known->second;
  if (credentials_.size() >= credentials_cached_max) credentials_.clear();
  auto no = static_cast<std::uint32_t>(
      database.number("SELECT credential_no FROM credential WHERE key = ?", Blob{key.bytes()}));
  if (no == 0) {
    database.statement("INSERT INTO credential (key) VALUES (?)").run(Blob{key.bytes()});
    no = static_cast<std::uint32_t>(sqlite3_last_insert_rowid(database.handle()));
  }
  credentials_.emplace(key, no);
  return no;
}

LogState::MonthChange& LogState::change_of(MonthNumber month) {
  for (auto& change : month_changes_) {
    if (change.month == month) return change;
  }
  return month_changes_.emplace_back(MonthChange{month, 0});
}

void LogState::touch_month_of_tap(std::int64_t at_ms) {
  if (at_ms >= hour_from_ms_ && at_ms < hour_to_ms_) {
    ++change_of(hour_month_).taps;
    return;
  }
  const auto reached = months_reached(second_of(at_ms));
  for (auto month = reached.first; month <= reached.last; ++month) change_of(month);
  ++change_of(reached.own).taps;
  if (reached.first == reached.last) {
    // Months, and their reach, begin and end on the hour: all of this hour is like this second.
    constexpr std::int64_t hour_ms = 3'600'000;
    hour_month_ = reached.own;
    hour_from_ms_ = at_ms / hour_ms * hour_ms;
    hour_to_ms_ = hour_from_ms_ + hour_ms;
  }
}

void LogState::touch_months(std::int64_t from_ms, std::int64_t to_ms) {
  const auto first = months_reached(second_of(from_ms)).first;
  const auto last = months_reached(second_of(to_ms)).last;
  for (auto month = first; month <= last; ++month) change_of(month);
}

void LogState::set_fold_cursor(std::uint64_t position, std::uint64_t still_unfolded) {
  fold_cursor_ = position;
  unfolded_taps_ = still_unfolded;
}

}  // namespace badge::store
