#include "firmware-bridge/journal.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>

#include "firmware-bridge/journal_checks.hpp"
#include "reader-config/tap/tap_wire.hpp"

namespace badge::bridge {
namespace {

constexpr std::int64_t format_version = 1;

constexpr auto schema = R"(
CREATE TABLE stream (
  no               INTEGER PRIMARY KEY,
  id               TEXT NOT NULL UNIQUE,
  made_ms          INTEGER NOT NULL,
  last_seq         INTEGER NOT NULL,
  last_digest      BLOB NOT NULL,
  delivered_seq    INTEGER NOT NULL,
  delivered_digest BLOB NOT NULL,
  backed_up_seq    INTEGER NOT NULL
) STRICT;
CREATE TABLE row (
  stream_no INTEGER NOT NULL REFERENCES stream(no),
  seq       INTEGER NOT NULL,
  at_ms     INTEGER NOT NULL,
  line      TEXT NOT NULL,
  digest    BLOB NOT NULL,
  PRIMARY KEY (stream_no, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE gap (
  stream_no INTEGER NOT NULL REFERENCES stream(no),
  first     INTEGER NOT NULL,
  last      INTEGER NOT NULL,
  from_ms   INTEGER NOT NULL,
  to_ms     INTEGER NOT NULL,
  digest    BLOB NOT NULL,
  PRIMARY KEY (stream_no, first)
) STRICT, WITHOUT ROWID;
CREATE TABLE reader (
  id        TEXT PRIMARY KEY,
  listening INTEGER NOT NULL,
  alive_ms  INTEGER NOT NULL,
  card      BLOB,
  card_ms   INTEGER NOT NULL,
  card_seq  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE clock (
  one         INTEGER PRIMARY KEY CHECK (one = 1),
  boot        TEXT NOT NULL,
  wall_ms     INTEGER NOT NULL,
  boottime_ms INTEGER NOT NULL,
  offset_ms   INTEGER,
  measured_ms INTEGER NOT NULL,
  near        INTEGER NOT NULL,
  stepped     INTEGER NOT NULL
) STRICT;
)";

std::int64_t ms(Instant at) { return at.time_since_epoch().count(); }
Instant instant(std::int64_t value) { return Instant(std::chrono::milliseconds(value)); }

Instant time_of(const Record& record) {
  return std::visit([](const auto& fact) { return fact.at; }, record);
}

Digest digest_from(std::span<const std::uint8_t> bytes) {
  Digest digest;
  if (bytes.size() != digest.bytes.size()) throw JournalDamaged("a digest has the wrong length");
  std::ranges::copy(bytes, digest.bytes.begin());
  return digest;
}

std::string random_stream_id() {
  std::array<std::uint8_t, 16> bytes{};
  if (::getentropy(bytes.data(), bytes.size()) != 0)
    throw std::runtime_error("the kernel gives no random bytes");
  constexpr std::string_view digits = "0123456789abcdef";
  std::string id;
  for (const auto byte : bytes) {
    id += digits[byte >> 4];
    id += digits[byte & 0x0F];
  }
  return id;
}

/// The same line under another number. Our own encoder puts `seq` first, so the rest stays byte for byte,
/// even where a later version of this program no longer understands it.
std::string renumbered(std::string_view line, std::uint64_t seq) {
  constexpr std::string_view begin = R"({"seq":)";
  const auto comma = line.find(',');
  if (!line.starts_with(begin) || comma == std::string_view::npos)
    throw JournalDamaged("a row has no number");
  return std::string(begin) + std::to_string(seq) + std::string(line.substr(comma));
}

}  // namespace

struct Journal::Statements {
  explicit Statements(JournalDatabase& database)
      : add_row(database.prepare("INSERT INTO row VALUES (?, ?, ?, ?, ?)")),
        set_last(database.prepare("UPDATE stream SET last_seq = ?, last_digest = ? WHERE no = ?")),
        set_reader(database.prepare("INSERT OR REPLACE INTO reader VALUES (?, ?, ?, ?, ?, ?)")),
        set_clock(database.prepare("INSERT OR REPLACE INTO clock VALUES (1, ?, ?, ?, ?, ?, ?, ?)")) {}
  Statement add_row, set_last, set_reader, set_clock;
};

Journal::Journal(const std::filesystem::path& file, Options options, Instant now)
    : database_(file), reserve_(file.native() + ".reserve", options.reserve_bytes) {
  if (options.pages_max > 0) database_.run("PRAGMA max_page_count=" + std::to_string(options.pages_max));
  if (database_.ask("PRAGMA quick_check(1)") != "ok") throw JournalDamaged("SQLite finds its pages damaged");
  const auto version = database_.ask("PRAGMA user_version");
  if (version == "0") {
    make_schema(now);
  } else if (version != std::to_string(format_version)) {
    throw std::runtime_error("was written by another version of badge-bridge (format " + version + ")");
  }
  load_stream();
  check();
  make_check_table();
  statements_ = std::make_unique<Statements>(database_);
  reserve_.hold();
}

Journal::~Journal() = default;

void Journal::make_schema(Instant now) {
  Transaction transaction(database_);
  database_.run(schema);
  begin_stream(now);
  database_.run("PRAGMA user_version=" + std::to_string(format_version));
  transaction.commit();
}

void Journal::begin_stream(Instant now) {
  auto add = database_.prepare("INSERT INTO stream VALUES (NULL, ?, ?, 0, ?3, 0, ?3, 0)");
  add.bind(1, random_stream_id()).bind(2, ms(now)).bind_blob(3, Digest{}.bytes).run();
}

void Journal::load_stream() {
  auto newest = database_.prepare(
      "SELECT no, id, last_seq, last_digest, delivered_seq, delivered_digest, backed_up_seq, "
      "(SELECT coalesce(max(last), 0) FROM gap WHERE stream_no = no) FROM stream ORDER BY no DESC LIMIT 1");
  if (!newest.step()) throw JournalDamaged("there is no stream in it");
  stream_no_ = newest.integer(0);
  id_ = newest.text(1);
  last_ = {newest.sequence(2), digest_from(newest.blob(3))};
  delivered_ = {newest.sequence(4), digest_from(newest.blob(5))};
  backed_up_seq_ = newest.sequence(6);
  pruned_to_ = newest.sequence(7);
}

void Journal::check() {
  auto rows =
      database_.prepare("SELECT seq, line, digest FROM row WHERE stream_no = ? AND seq > ? ORDER BY seq");
  const auto from = std::max(delivered_.seq, pruned_to_);
  Mark mark{from, digest_at(from).value_or(Digest{})};
  rows.bind(1, stream_no_).bind(2, from);
  while (rows.step()) {
    mark = {mark.seq + 1, chain(mark.digest, rows.text(1))};
    if (rows.sequence(0) != mark.seq || digest_from(rows.blob(2)) != mark.digest) {
      throw JournalDamaged("row " + std::to_string(mark.seq) + " does not continue the row before");
    }
  }
  if (mark != last_) throw JournalDamaged("its last rows are missing");
}

Mark Journal::append_once(std::span<const Record> records, const Memory& memory) {
  Transaction transaction(database_);
  Mark mark = last_;
  for (const auto& record : records) {
    const auto line = encode(Entry{mark.seq + 1, record});
    mark = {mark.seq + 1, chain(mark.digest, line)};
    statements_->add_row.bind(1, stream_no_).bind(2, mark.seq).bind(3, ms(time_of(record))).bind(4, line);
    statements_->add_row.bind_blob(5, mark.digest.bytes).run();
  }
  if (!records.empty()) {
    statements_->set_last.bind(1, mark.seq).bind_blob(2, mark.digest.bytes).bind(3, stream_no_).run();
  }
  for (const auto& reader : memory.readers) remember(reader);
  if (memory.clock) remember(*memory.clock);
  transaction.commit();
  last_ = mark;
  return mark;
}

void Journal::remember(const ReaderMemory& memory) {
  auto& statement = statements_->set_reader;
  statement.bind(1, memory.reader).bind(2, std::int64_t{memory.listening}).bind(3, ms(memory.alive));
  if (memory.card) {
    statement.bind_blob(4, memory.card->bytes());
  } else {
    statement.bind_null(4);
  }
  statement.bind(5, ms(memory.card_at)).bind(6, memory.card_seq).run();
  remember_check(memory);
}

tl::expected<Mark, std::string> Journal::append(std::span<const Record> records, const Memory& memory) {
  try {
    try {
      return append_once(records, memory);
    } catch (const DatabaseError& error) {
      if (!error.is_out_of_space() || !make_room()) throw;
      return append_once(records, memory);
    }
  } catch (const DatabaseError& error) {
    if (error.is_corrupt()) throw JournalDamaged(error.what());
    return tl::unexpected<std::string>(error.what());
  }
}

void Journal::remember(const ClockMemory& memory) {
  auto& statement = statements_->set_clock;
  statement.bind(1, memory.boot).bind(2, ms(memory.wall)).bind(3, std::int64_t{memory.boottime.count()});
  if (memory.offset) {
    statement.bind(4, std::int64_t{memory.offset->count()});
  } else {
    statement.bind_null(4);
  }
  statement.bind(5, std::int64_t{memory.measured.count()}).bind(6, std::int64_t{memory.near});
  statement.bind(7, std::int64_t{memory.stepped}).run();
}

Memory Journal::memory() const {
  using std::chrono::milliseconds;
  Memory memory;
  auto rows =
      database_.prepare("SELECT id, listening, alive_ms, card, card_ms, card_seq FROM reader ORDER BY id");
  while (rows.step()) {
    ReaderMemory reader{rows.text(0),
                        rows.integer(1) != 0,
                        instant(rows.integer(2)),
                        {},
                        instant(rows.integer(4)),
                        rows.sequence(5),
                        {},
                        {}};
    if (!rows.is_null(3)) reader.card = Credential::from_bytes(rows.blob(3));
    memory.readers.push_back(std::move(reader));
  }
  recall_checks(memory.readers);
  auto clock = database_.prepare(
      "SELECT boot, wall_ms, boottime_ms, offset_ms, measured_ms, near, stepped FROM clock");
  if (!clock.step()) return memory;
  memory.clock = ClockMemory{clock.text(0),
                             instant(clock.integer(1)),
                             milliseconds(clock.integer(2)),
                             {},
                             milliseconds(clock.integer(4)),
                             clock.integer(5) != 0,
                             clock.integer(6) != 0};
  if (!clock.is_null(3)) memory.clock->offset = milliseconds(clock.integer(3));
  return memory;
}

void Journal::fork(std::uint64_t common_seq, Instant now) {
  const auto old_no = stream_no_;
  Transaction transaction(database_);
  begin_stream(now);
  auto newest = database_.prepare("SELECT max(no), id FROM stream");
  newest.step();
  const auto new_no = newest.integer(0);
  const CheckMove move{id_, newest.text(1), common_seq};
  auto rows = database_.prepare("SELECT line, at_ms FROM row WHERE stream_no = ? AND seq > ? ORDER BY seq");
  rows.bind(1, old_no).bind(2, common_seq);
  Mark mark;
  while (rows.step()) {
    const auto line = with_check_moved(renumbered(rows.text(0), mark.seq + 1), move);
    mark = {mark.seq + 1, chain(mark.digest, line)};
    statements_->add_row.bind(1, new_no).bind(2, mark.seq).bind(3, rows.integer(1)).bind(4, line);
    statements_->add_row.bind_blob(5, mark.digest.bytes).run();
  }
  rows.reset();
  statements_->set_last.bind(1, mark.seq).bind_blob(2, mark.digest.bytes).bind(3, new_no).run();
  auto leave = database_.prepare("DELETE FROM row WHERE stream_no = ? AND seq > ?");
  leave.bind(1, old_no).bind(2, common_seq).run();
  const auto digest = digest_at(common_seq).value_or(Digest{});
  statements_->set_last.bind(1, common_seq).bind_blob(2, digest.bytes).bind(3, old_no).run();
  auto close = database_.prepare("UPDATE stream SET delivered_seq = ?, delivered_digest = ? WHERE no = ?");
  close.bind(1, common_seq).bind_blob(2, digest.bytes).bind(3, old_no).run();
  move_checks(move);
  transaction.commit();
  load_stream();
}

}  // namespace badge::bridge
