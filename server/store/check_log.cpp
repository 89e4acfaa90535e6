#include "server/store/check_log.hpp"

#include <charconv>

#include "server/store/tap_key.hpp"

namespace badge::store {
namespace {

// A check is open for half an hour; between its opening and its first row lie at most the taps that everybody
// else delivered meanwhile. Looking through so many costs some 20 ms, once a check.
constexpr std::uint64_t opening_reach = 200'000;
constexpr std::size_t ref_stream_digits = 8;

std::int64_t ms_of(Instant at) { return at.time_since_epoch().count(); }
Instant instant(std::int64_t ms) { return Instant(std::chrono::milliseconds(ms)); }

/// "7f0c11aa-40". Nothing: no reference of ours.
struct Reference {
  std::string_view stream;
  std::uint64_t seq = 0;
};
std::optional<Reference> parse_reference(std::string_view text) {
  if (text.size() < ref_stream_digits + 2 || text[ref_stream_digits] != '-') return std::nullopt;
  Reference reference{text.substr(0, ref_stream_digits), 0};
  const auto digits = text.substr(ref_stream_digits + 1);
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), reference.seq);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return reference;
}

std::optional<Credential> card_of(const Statement& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  const auto key = TapKey::from_bytes(row.blob(column));
  return key ? key->credential() : std::nullopt;
}

}  // namespace

struct CheckLog::Seen {
  enum class Kind { tap, shown, without_badge };
  Kind kind = Kind::tap;
  std::uint64_t position = 0;
  std::string_view check_ref, reader, entrance;
  std::uint32_t credential_no = 0;
  int people = 0;
  Instant at;
};

void CheckLog::store(const StreamState& stream, std::uint64_t seq, const Tap& tap, std::uint64_t position,
                     std::uint32_t credential_no) {
  insert(stream, seq,
         {Seen::Kind::tap, position, tap.check_ref, tap.reader, tap.entrance, credential_no, 0, tap.at},
         nullptr);
}

void CheckLog::store(const StreamState& stream, std::uint64_t seq, const BadgeShown& shown) {
  const auto credential_no = state_.credential(database_, TapKey::card(shown.credential));
  insert(stream, seq,
         {Seen::Kind::shown,
          state_.take_position(),
          shown.check_ref,
          shown.reader,
          {},
          credential_no,
          0,
          shown.at},
         &shown);
}

void CheckLog::store(const StreamState& stream, std::uint64_t seq, const WithoutBadge& one) {
  insert(stream, seq,
         {Seen::Kind::without_badge, state_.take_position(), one.check_ref, one.reader, one.entrance, 0,
          one.count, one.at},
         nullptr);
}

void CheckLog::insert(const StreamState& stream, std::uint64_t seq, const Seen& seen,
                      const BadgeShown* shown) {
  auto opening = opening_of(stream, seen);
  const auto reference = parse_reference(seen.check_ref);
  const bool opens =
      shown != nullptr && reference && reference->seq == seq && stream.name.starts_with(reference->stream);
  if (opens) opening = {seen.credential_no, ms_of(seen.at)};
  std::optional<int> clock;
  std::optional<std::int32_t> offset_ms;
  std::optional<std::int64_t> monotonic_ms;
  std::optional<std::string_view> boot;
  if (shown != nullptr) {
    clock = static_cast<int>(shown->clock);
    offset_ms = shown->offset_ms;
    monotonic_ms = shown->monotonic_ms;
    boot = shown->boot;
  }
  database_.statement("INSERT INTO badge_check VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .run(seen.position, stream.no, seq, seen.check_ref, opening.credential_no, opening.at_ms,
           static_cast<int>(seen.kind), seen.reader, seen.entrance, seen.credential_no, seen.people,
           ms_of(seen.at), clock, offset_ms, monotonic_ms, boot);
}

/// An earlier row of the check knows it; its first row looks for the inspector's tap.
CheckLog::Opening CheckLog::opening_of(const StreamState& stream, const Seen& seen) {
  if (Rows row(database_.statement("SELECT inspector_no, opened_at FROM badge_check"
                                   " WHERE check_ref = ? AND reader = ? LIMIT 1"),
               seen.check_ref, seen.reader);
      row.next()) {
    return {row->as<std::uint32_t>(0), row->integer(1)};
  }
  return find_tap(stream, seen.check_ref).value_or(Opening{0, ms_of(seen.at)});
}

/// In a stream of the same bridge: its rows may have moved to a new one since.
std::optional<CheckLog::Opening> CheckLog::find_tap(const StreamState& stream, std::string_view check_ref) {
  const auto reference = parse_reference(check_ref);
  if (!reference) return std::nullopt;
  const auto last = state_.last_position();
  Rows row(database_.statement("SELECT credential_no, at FROM tap_log WHERE position > ?1 AND seq = ?2"
                               " AND source_no IN (SELECT source_no FROM source JOIN stream USING (stream_no)"
                               " WHERE imported = 0 AND origin = ?3 AND name >= ?4 AND name < ?4 || 'g')"
                               " ORDER BY position DESC LIMIT 1"),
           last - std::min(last, opening_reach), reference->seq, stream.origin, reference->stream);
  if (!row.next()) return std::nullopt;
  return Opening{row->as<std::uint32_t>(0), row->integer(1)};
}

std::vector<CheckedRow> read_checked_rows(Database& database, Instant from, Instant to) {
  std::vector<CheckedRow> rows;
  for (Rows row(
           database.statement(
               "SELECT position, check_ref, reader, entrance, inspector.key, opened_at, card.key, people, at"
               " FROM (SELECT * FROM badge_check WHERE at >= ? AND at < ? ORDER BY at DESC LIMIT ?) found"
               " LEFT JOIN credential inspector ON inspector.credential_no = inspector_no"
               " LEFT JOIN credential card ON card.credential_no = found.credential_no"
               " ORDER BY opened_at, check_ref, reader, at, position"),
           ms_of(from), ms_of(to), checked_rows_max);
       row.next();) {
    rows.push_back({.position = row->as<std::uint64_t>(0),
                    .check_ref = row->string(1),
                    .reader = row->string(2),
                    .entrance = row->string(3),
                    .inspector = card_of(*row, 4),
                    .opened_at = instant(row->integer(5)),
                    .card = card_of(*row, 6),
                    .without_badge = row->as<int>(7),
                    .at = instant(row->integer(8))});
  }
  return rows;
}

}  // namespace badge::store
