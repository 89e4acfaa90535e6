#pragma once
/// The journal: what happened at this entrance, on this machine's disk, until the server has it and has
/// backed it up. One SQLite file with one connection (locking_mode=EXCLUSIVE, WAL, synchronous=FULL: one
/// flush a commit), mode 0600, one thread.
///
/// It holds streams, of which the newest is written. A stream's rows are the bytes of the wire (tap_wire.hpp)
/// with the digest chained over them, `seq` from 1 without a gap. A stream ends when the file is lost or
/// damaged (a new file has a new stream) or when another machine was found to continue it (`fork`).
///
///   stream  no, id (32 hex), made_ms, last_seq, last_digest, delivered_seq,
///           delivered_digest, backed_up_seq
///   row     stream_no, seq, at_ms, line, digest
///   gap     stream_no, first, last, from_ms, to_ms, digest of row `last`: rows that were pruned, one a day
///   reader  what must be known of a reader after the bridge was killed, see ReaderMemory
///   clock   and of the clock, see ClockMemory; one row
///   badge_check  reader, ref, boot, since_ms, shown, without_badge: checks that are open, see OpenCheck
///
/// Pruned are only rows that the server has confirmed, and of these only what is in its backup or older than
/// `keep_max`; when the disk is full, everything it has confirmed. Undelivered rows are never given up.
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <memory>
#include <span>
#include <tl/expected.hpp>

#include "firmware-bridge/badge_check.hpp"
#include "firmware-bridge/clock_watch.hpp"
#include "firmware-bridge/journal_database.hpp"
#include "firmware-bridge/journal_reserve.hpp"
#include "firmware-bridge/stream_view.hpp"

namespace badge::bridge {

/// What must be known of a reader after the bridge was killed.
struct ReaderMemory {
  std::string reader;
  bool listening = false;
  Instant alive;                   // until then it is known to have listened, if it did
  std::optional<Credential> card;  // lies on the reader since `card_at`, as far as we were told
  Instant card_at;
  std::uint64_t card_seq = 0;  // the row of that tap
  std::optional<OpenCheck> check{};
  std::string check_boot{};  // which boot its time counts from
  friend bool operator==(const ReaderMemory&, const ReaderMemory&) = default;
};

/// What a bridge that is killed leaves to the next one.
struct Memory {
  std::vector<ReaderMemory> readers;
  std::optional<ClockMemory> clock;
};

/// The file cannot be trusted. Whoever opens it next sets it aside and begins a new one.
class JournalDamaged : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct CheckMove;

class Journal final : public StreamView {
 public:
  static constexpr std::chrono::hours keep_max{24 *
                                               90};  // a quarter: longer than any backup should lie unmade

  struct Options {
    std::uint64_t reserve_bytes = 0;
    std::int64_t pages_max = 0;  // 0: as SQLite has it. Tests make a full disk of it.
  };

  /// Opens or makes the file and checks it: the pages, and the chain of what is not delivered. Throws
  /// JournalDamaged, or DatabaseError (is_locked: another badge-bridge has it).
  Journal(const std::filesystem::path& file, Options options, Instant now);
  ~Journal() override;

  /// Adds rows and what is to be remembered, in one commit that is durable on return. Makes room first
  /// where the disk is full. The error says why nothing was written. Throws JournalDamaged.
  tl::expected<Mark, std::string> append(std::span<const Record> records, const Memory& memory = {});

  [[nodiscard]] Memory memory() const;

  // ---- delivery ----
  [[nodiscard]] const std::string& stream() const override { return id_; }
  [[nodiscard]] Mark last() const override { return last_; }
  [[nodiscard]] Mark delivered() const override { return delivered_; }
  [[nodiscard]] std::uint64_t pruned_to() const override { return pruned_to_; }
  [[nodiscard]] std::optional<Digest> digest_at(std::uint64_t seq) const override;
  [[nodiscard]] std::vector<std::string> lines_after(std::uint64_t seq, std::size_t lines_max) const override;

  /// The server holds these rows, and has backed up those. `delivered` may move back. Throws JournalDamaged.
  void set_delivered(const Mark& delivered, std::uint64_t backed_up_seq);

  /// Begins a new stream and moves every row behind `common_seq` into it, in order, with new numbers, which
  /// checks that one of them opened go by then. All or nothing; throws DatabaseError where the disk does not
  /// take it.
  void fork(std::uint64_t common_seq, Instant now);

  /// Prunes what may go and restores the reserve. To be called now and then. Returns the rows pruned.
  std::uint64_t maintain(Instant now);

  /// Undelivered rows.
  [[nodiscard]] std::uint64_t backlog() const { return last_.seq - std::min(last_.seq, delivered_.seq); }

 private:
  Mark append_once(std::span<const Record> records, const Memory& memory);
  void make_schema(Instant now);
  void load_stream();
  void check();
  void begin_stream(Instant now);
  void remember(const ReaderMemory& memory);
  void remember(const ClockMemory& memory);
  void make_check_table();
  void remember_check(const ReaderMemory& memory);
  void recall_checks(std::vector<ReaderMemory>& readers) const;
  void move_checks(const CheckMove& move);
  std::uint64_t prune_where(const std::string& condition);
  bool make_room();

  mutable JournalDatabase database_;
  JournalReserve reserve_;
  std::int64_t stream_no_ = 0;
  std::string id_;
  Mark last_;
  Mark delivered_;
  std::uint64_t backed_up_seq_ = 0;
  std::uint64_t pruned_to_ = 0;
  struct Statements;
  std::unique_ptr<Statements> statements_;
};

struct OpenedJournal {
  std::unique_ptr<Journal> journal;
  std::filesystem::path set_aside;  // not empty: the old, damaged file now has this name
  std::string why;
};

/// Opens the journal; a damaged one is renamed to "<file>.damaged-<time>" and a new one begun. Throws
/// std::runtime_error with a sentence for the log where neither can be done.
OpenedJournal open_journal(const std::filesystem::path& file, Journal::Options options, Instant now);

}  // namespace badge::bridge
