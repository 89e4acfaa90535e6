// The half of the journal that looks back: what was delivered, what may go, what exists no more.
#include <algorithm>

#include "firmware-bridge/journal.hpp"
#include "reader-config/tap/tap_wire.hpp"

namespace badge::bridge {
namespace {

Instant instant(std::int64_t value) { return Instant(std::chrono::milliseconds(value)); }

Digest digest_from(std::span<const std::uint8_t> bytes) {
  Digest digest;
  if (bytes.size() == digest.bytes.size()) std::ranges::copy(bytes, digest.bytes.begin());
  return digest;
}

}  // namespace

std::optional<Digest> Journal::digest_at(std::uint64_t seq) const {
  if (seq == 0) return Digest{};
  auto row = database_.prepare(
      "SELECT digest FROM row WHERE stream_no = ?1 AND seq = ?2 UNION ALL "
      "SELECT digest FROM gap WHERE stream_no = ?1 AND last = ?2");
  row.bind(1, stream_no_).bind(2, seq);
  if (!row.step()) return std::nullopt;
  return digest_from(row.blob(0));
}

std::vector<std::string> Journal::lines_after(std::uint64_t seq, std::size_t lines_max) const {
  std::vector<std::string> lines;
  if (seq < pruned_to_) {
    auto gaps = database_.prepare(
        "SELECT min(from_ms), max(to_ms), max(last) FROM gap WHERE stream_no = ? AND last > ?");
    gaps.bind(1, stream_no_).bind(2, seq);
    gaps.step();
    const Lost lost{seq + 1, gaps.sequence(2), instant(gaps.integer(0)), instant(gaps.integer(1)),
                    digest_at(gaps.sequence(2)).value_or(Digest{})};
    lines.push_back(encode(lost));
    seq = lost.last;
  }
  auto rows = database_.prepare("SELECT line FROM row WHERE stream_no = ? AND seq > ? ORDER BY seq LIMIT ?");
  rows.bind(1, stream_no_).bind(2, seq).bind(3, static_cast<std::uint64_t>(lines_max - lines.size()));
  while (rows.step()) lines.push_back(rows.text(0));
  return lines;
}

void Journal::set_delivered(const Mark& delivered, std::uint64_t backed_up_seq) {
  if (delivered == delivered_ && backed_up_seq == backed_up_seq_) return;
  delivered_ = delivered;
  backed_up_seq_ = backed_up_seq;
  try {
    auto set = database_.prepare(
        "UPDATE stream SET delivered_seq = ?, delivered_digest = ?, backed_up_seq = ? WHERE no = ?");
    set.bind(1, delivered.seq)
        .bind_blob(2, delivered.digest.bytes)
        .bind(3, backed_up_seq)
        .bind(4, stream_no_)
        .run();
  } catch (const DatabaseError& error) {
    // A mark that a full disk does not take costs sending some rows again, no more.
    if (error.is_corrupt()) throw JournalDamaged(error.what());
  }
}

std::uint64_t Journal::prune_where(const std::string& condition) {
  // Only from the front: what is left has no holes. Streams of the past are pruned like the newest.
  const std::string front =
      "SELECT s.no, coalesce(max(r.seq), 0) FROM stream s JOIN row r ON r.stream_no = s.no "
      "WHERE r.seq < coalesce((SELECT min(seq) FROM row k WHERE k.stream_no = "
      "s.no "
      "AND NOT (k.seq <= s.delivered_seq AND (" +
      condition + "))), s.last_seq + 1) GROUP BY s.no";
  struct Front {
    std::int64_t stream_no;
    std::uint64_t last;
  };
  std::vector<Front> fronts;
  auto find = database_.prepare(front);
  while (find.step()) fronts.push_back({find.integer(0), find.sequence(1)});
  find.reset();
  if (fronts.empty()) return 0;

  std::uint64_t pruned = 0;
  Transaction transaction(database_);
  for (const auto& [stream_no, last] : fronts) {
    auto span = database_.prepare(
        "SELECT min(seq), min(at_ms), max(at_ms), (SELECT digest FROM row WHERE stream_no = ?1 AND seq = ?2) "
        "FROM row WHERE stream_no = ?1 AND seq <= ?2");
    span.bind(1, stream_no).bind(2, last);
    span.step();
    auto first = span.sequence(0);
    // One gap a day: the span that a `lost` line names stays short, and the table small.
    auto same_day = database_.prepare(
        "SELECT first FROM gap WHERE stream_no = ? AND last = ? AND from_ms / 86400000 = ? / 86400000");
    same_day.bind(1, stream_no).bind(2, first - 1).bind(3, span.integer(1));
    if (same_day.step()) first = same_day.sequence(0);
    auto note = database_.prepare(
        "INSERT INTO gap VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET last = excluded.last, "
        "to_ms = max(to_ms, excluded.to_ms), digest = excluded.digest");
    note.bind(1, stream_no).bind(2, first).bind(3, last).bind(4, span.integer(1)).bind(5, span.integer(2));
    note.bind_blob(6, span.blob(3)).run();
    auto erase = database_.prepare("DELETE FROM row WHERE stream_no = ? AND seq <= ?");
    erase.bind(1, stream_no).bind(2, last).run();
    pruned += std::stoull(database_.ask("SELECT changes()"));
  }
  transaction.commit();
  load_stream();
  return pruned;
}

std::uint64_t Journal::maintain(Instant now) {
  const auto oldest = (now - keep_max).time_since_epoch().count();
  const auto pruned = prune_where("k.seq <= s.backed_up_seq OR k.at_ms < " + std::to_string(oldest));
  reserve_.hold();
  return pruned;
}

bool Journal::make_room() {
  const bool released = reserve_.release();
  const bool pruned = prune_where("1") > 0;
  if (pruned) database_.run("PRAGMA wal_checkpoint(TRUNCATE)");
  return released || pruned;
}

}  // namespace badge::bridge
