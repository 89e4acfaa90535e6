#include "server/store/status_reader.hpp"

#include <algorithm>

#include "server/store/retention.hpp"

namespace badge::store {
namespace {

Instant instant(std::int64_t ms) { return Instant(std::chrono::milliseconds(ms)); }
std::int64_t ms_of(Instant at) { return at.time_since_epoch().count(); }

std::uint64_t waiting_rows(std::uint64_t journal_seq, std::uint64_t stored_seq) {
  return journal_seq > stored_seq ? journal_seq - stored_seq : 0;
}

/// The last known state of each reader of a stream.
std::vector<ReaderStatus> read_readers(Database& database, std::int64_t stream_no) {
  std::vector<ReaderStatus> readers;
  for (Rows row(
           database.statement("SELECT reader, entrance, open, from_ms, until_ms, cause, clock FROM coverage"
                              " WHERE position IN (SELECT max(position) FROM coverage WHERE stream_no = ?"
                              " GROUP BY reader) ORDER BY reader"),
           stream_no);
       row.next();) {
    const bool listening = row->integer(2) != 0;
    readers.push_back({row->string(0), row->string(1), listening, instant(row->integer(listening ? 3 : 4)),
                       instant(row->integer(4)), row->string(5), row->as<ClockState>(6)});
  }
  return readers;
}

}  // namespace

Digest digest_of(std::string_view blob) {
  Digest digest;
  std::copy_n(blob.begin(), std::min(blob.size(), digest.bytes.size()), digest.bytes.begin());
  return digest;
}

std::vector<Source> read_sources(Database& database) {
  std::vector<Source> sources;
  for (Rows row(database.statement("SELECT source_no, name, imported, origin, reader, entrance, direction"
                                   " FROM source JOIN stream USING (stream_no) ORDER BY source_no"));
       row.next();) {
    const auto no = row->as<std::uint32_t>(0);
    sources.resize(no + 1);
    sources[no] = {no,
                   row->string(1),
                   row->integer(2) != 0,
                   row->string(3),
                   row->string(4),
                   row->string(5),
                   row->as<Direction>(6)};
  }
  return sources;
}

namespace {

/// Who listened when the taps are erased saw nothing that could be judged. A second is left of what lies
/// before altogether: the reader is known, and is waited for.
std::pair<Instant, Instant> kept_part(Instant from, Instant until, Instant kept_from) {
  if (until <= kept_from && from < until) return {kept_from - std::chrono::seconds(1), kept_from};
  return {std::max(from, kept_from), std::max(until, kept_from)};
}

}  // namespace

std::vector<CoverageInterval> read_coverage(Database& database, std::span<const std::string> entrances,
                                            Instant from, Instant to, std::uint64_t as_of) {
  std::vector<CoverageInterval> intervals;
  const auto kept_from = first_kept_instant(read_first_month(database));
  for (Rows row(
           database.statement("SELECT entrance, reader, direction, from_ms, until_ms, open, cause, origin"
                              " FROM coverage JOIN stream USING (stream_no)"
                              " WHERE clock = ? AND from_ms < ? AND until_ms >= ? AND position <= ?"
                              " ORDER BY entrance, reader, from_ms"),
           static_cast<int>(ClockState::synchronised), ms_of(to), ms_of(from), as_of);
       row.next();) {
    const auto entrance = row->text(0);
    if (!entrances.empty() && std::ranges::find(entrances, entrance) == entrances.end()) continue;
    const auto [begun, ended] = kept_part(instant(row->integer(3)), instant(row->integer(4)), kept_from);
    intervals.push_back({std::string(entrance), row->string(1), row->as<Direction>(2), begun, ended,
                         row->integer(5) != 0, row->string(6), row->string(7)});
  }
  return intervals;
}

std::vector<StreamStatus> read_streams(Database& database) {
  std::vector<StreamStatus> streams;
  for (Rows row(database.statement(
           "SELECT stream_no, name, origin, seq, digest, backed_up_seq, backed_up_digest, last_heard,"
           " (SELECT coalesce(sum(last_seq - first_seq + 1), 0) FROM lost_rows l WHERE l.stream_no = "
           "s.stream_no),"
           " (SELECT count(*) FROM quarantine q WHERE q.stream_no = s.stream_no), clock_offset_ms, "
           "journal_seq"
           " FROM stream s WHERE imported = 0 ORDER BY origin, stream_no"));
       row.next();) {
    streams.push_back(
        {row->string(1),
         row->string(2),
         {row->as<std::uint64_t>(3), digest_of(row->blob(4))},
         {row->as<std::uint64_t>(5), digest_of(row->blob(6))},
         instant(row->integer(7)),
         row->is_null(10) ? std::nullopt : std::optional(std::chrono::milliseconds(row->integer(10))),
         waiting_rows(row->as<std::uint64_t>(11), row->as<std::uint64_t>(3)),
         read_readers(database, row->integer(0)),
         row->as<std::uint64_t>(8),
         row->as<std::uint64_t>(9)});
  }
  return streams;
}

std::vector<LostRows> read_lost_rows(Database& database) {
  std::vector<LostRows> lost;
  for (Rows row(database.statement("SELECT name, origin, first_seq, last_seq, from_ms, to_ms, recorded_at"
                                   " FROM lost_rows JOIN stream USING (stream_no) ORDER BY position"));
       row.next();) {
    lost.push_back({row->string(0), row->string(1), row->as<std::uint64_t>(2), row->as<std::uint64_t>(3),
                    instant(row->integer(4)), instant(row->integer(5)), instant(row->integer(6))});
  }
  return lost;
}

std::vector<QuarantinedRow> read_quarantine(Database& database, std::size_t count) {
  std::vector<QuarantinedRow> rows;
  for (Rows row(database.statement("SELECT name, origin, q.seq, why, raw, received_at FROM quarantine q"
                                   " JOIN stream USING (stream_no) ORDER BY position DESC LIMIT ?"),
                count);
       row.next();) {
    rows.push_back({row->string(0), row->string(1), row->as<std::uint64_t>(2), row->string(3), row->string(4),
                    instant(row->integer(5))});
  }
  return rows;
}

}  // namespace badge::store
