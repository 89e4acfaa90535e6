#pragma once
#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "reader-config/tap/tap.hpp"
#include "server/store/month_number.hpp"
#include "server/store/sqlite.hpp"

namespace badge::store {

/// A `listening` row that may still grow: the reader has not been said to be deaf since.
struct OpenCoverage {
  std::string reader;
  std::int64_t position = 0;
  std::int64_t from_ms = 0, until_ms = 0;
};

struct StreamState {
  std::int64_t no = 0;
  std::string name, origin;
  Mark mark, backed_up;
  std::int64_t last_heard_ms = 0;
  std::optional<std::int64_t> clock_offset_ms;                // server less entrance, when it was last heard
  std::uint64_t journal_seq = 0;                              // of the newest row that its bridge holds
  std::vector<OpenCoverage> open;                             // at most one a reader
  std::map<std::string, std::uint32_t, std::less<>> sources;  // by source_key()
  bool touched = false;                                       // differs from the disk; set by LogState::touch
};

inline constexpr std::size_t credentials_cached_max = 200'000;  // 15 MB: a province's cards, and strangers
inline constexpr std::size_t streams_max = 100'000;  // each rebuilt journal is one; they are held in memory
inline constexpr std::size_t stream_sources_max =
    4096;  // far more than one daemon can drive: beyond is nonsense

/// What the writer knows by heart, so that storing a row looks nothing up: counters, marks, sources, open
/// coverage. It is the disk's content plus what the running transaction did; after a rollback it is loaded
/// again. Used on the writer's thread only.
class LogState {
 public:
  void load(Database& database);
  /// Grows with each load: what was computed from an earlier one may have been undone.
  [[nodiscard]] std::uint64_t generation() const { return generation_; }
  /// Writes what was touched. Last thing before the commit.
  void save(Database& database);

  [[nodiscard]] std::uint64_t take_position() { return ++last_position_; }
  /// Reserves `count` positions; returns the one before the first of them.
  [[nodiscard]] std::uint64_t take_positions(std::uint64_t count);
  [[nodiscard]] std::uint64_t last_position() const { return last_position_; }
  void roster_changed() { roster_version_ = last_position_; }
  [[nodiscard]] std::uint64_t roster_version() const { return roster_version_; }
  /// Facts became visible: takes over what read_entrance_version says now.
  void facts_changed(Database& database);
  [[nodiscard]] std::uint64_t entrance_version() const { return entrance_version_; }

  /// Null where nothing was heard of it yet.
  [[nodiscard]] StreamState* find_stream(std::string_view name);
  /// Makes the stream where there is none; null when there are `streams_max`.
  [[nodiscard]] StreamState* stream(Database& database, std::string_view name, std::string_view origin);
  [[nodiscard]] StreamState* stream_by_no(std::int64_t no);
  /// 0 where the stream has `stream_sources_max`, or numbers have run out.
  [[nodiscard]] std::uint32_t source(Database& database, StreamState& stream, std::string_view reader,
                                     std::string_view entrance, Direction direction);
  /// A staged import becomes visible under its own name. The name must be free.
  void rename_stream(Database& database, StreamState& stream, const std::string& name);
  void erase_stream(Database& database, std::string_view name);  // with its sources
  /// The stream's marks, origin or last_heard were changed.
  void touch(StreamState& stream);

  /// The number that stands for a key in the log.
  [[nodiscard]] std::uint32_t credential(Database& database, const TapKey& key);
  /// The key has another number from now on.
  void forget_credential(const TapKey& key) { credentials_.erase(key); }

  /// A tap at this time was given the last position.
  void touch_month_of_tap(std::int64_t at_ms);
  /// Something between these times was given the last position: months in reach must be read again.
  void touch_months(std::int64_t from_ms, std::int64_t to_ms);
  /// `taps` taps of this month were given positions up to the last.
  void touch_month(MonthNumber month, std::uint64_t taps) { change_of(month).taps += taps; }

  // Folding: taps up to the cursor are in credential_month.
  [[nodiscard]] std::uint64_t fold_cursor() const { return fold_cursor_; }
  void set_fold_cursor(std::uint64_t position, std::uint64_t still_unfolded);
  [[nodiscard]] std::uint64_t unfolded_taps() const { return unfolded_taps_; }
  void add_unfolded(std::uint64_t taps) { unfolded_taps_ += taps; }

  // Imports that were given up and whose rows are still there.
  [[nodiscard]] std::uint64_t discarded_imports() const { return discarded_imports_; }
  void set_discarded_imports(std::uint64_t count) { discarded_imports_ = count; }

 private:
  struct MonthChange {
    MonthNumber month;
    std::uint64_t taps;
  };
  MonthChange& change_of(MonthNumber month);

  std::uint64_t last_position_ = 0, roster_version_ = 0, fold_cursor_ = 0, unfolded_taps_ = 0,
                discarded_imports_ = 0, entrance_version_ = 0;
  std::uint64_t generation_ = 0;
  std::uint32_t last_source_no_ = 0;
  std::unordered_map<std::string, StreamState> streams_;
  std::vector<MonthChange> month_changes_;  // few: a commit rarely touches more than two months
  std::vector<StreamState*> touched_streams_;
  // A cache: phones that show a new UID each time fill it. Flat: taps of a whole province find nothing in the
  // processor's cache, so each pointer that a lookup follows costs as much as the rest of it.
  boost::unordered_flat_map<TapKey, std::uint32_t, std::hash<TapKey>> credentials_;
  // An hour far from the ends of its month, because most taps come in the same hour as the one before.
  std::int64_t hour_from_ms_ = 0, hour_to_ms_ = 0;
  MonthNumber hour_month_ = 0;
};

}  // namespace badge::store
