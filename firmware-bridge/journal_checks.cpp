#include "firmware-bridge/journal_checks.hpp"

#include <algorithm>
#include <charconv>

#include "firmware-bridge/journal.hpp"

namespace badge::bridge {
namespace {

constexpr std::size_t stream_digits = 8;  // of the 32: enough to tell the streams of one bridge apart

}  // namespace

std::string check_ref(std::string_view stream, std::uint64_t seq) {
  return std::string(stream.substr(0, stream_digits)) + '-' + std::to_string(seq);
}

std::string moved_ref(std::string_view ref, const CheckMove& move) {
  const auto stays = std::string(ref);
  const auto prefix = move.old_stream.substr(0, stream_digits) + '-';
  if (!ref.starts_with(prefix)) return stays;
  std::uint64_t seq = 0;
  const auto digits = ref.substr(prefix.size());
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), seq);
  if (error != std::errc() || end != digits.data() + digits.size() || seq <= move.common_seq) return stays;
  return check_ref(move.new_stream, seq - move.common_seq);
}

std::string with_check_moved(std::string line, const CheckMove& move) {
  // No text in a row holds this: inside a text a quote has a backslash before it.
  constexpr std::string_view key = R"("check":")";
  const auto found = line.find(key);
  if (found == std::string::npos) return line;
  const auto begin = found + key.size();
  const auto size = line.find('"', begin) - begin;
  const auto moved = moved_ref(std::string_view(line).substr(begin, size), move);
  return line.replace(begin, size, moved);
}

// ---- checks that are open ----

/// Journals of before have no such table, and older programs do not look at it.
void Journal::make_check_table() {
  constexpr auto table =
      "CREATE TABLE IF NOT EXISTS badge_check (reader TEXT PRIMARY KEY, ref TEXT NOT NULL, boot TEXT NOT "
      "NULL,"
      " since_ms INTEGER NOT NULL, shown INTEGER NOT NULL, without_badge INTEGER NOT NULL) STRICT, WITHOUT "
      "ROWID";
  try {
    database_.run(table);
  } catch (const DatabaseError& error) {
    if (!error.is_out_of_space() || !make_room()) throw;
    database_.run(table);
  }
}

void Journal::remember_check(const ReaderMemory& memory) {
  if (!memory.check) {
    auto forget = database_.prepare("DELETE FROM badge_check WHERE reader = ?");
    forget.bind(1, memory.reader).run();
    return;
  }
  auto keep = database_.prepare("INSERT OR REPLACE INTO badge_check VALUES (?, ?, ?, ?, ?, ?)");
  keep.bind(1, memory.reader).bind(2, memory.check->ref).bind(3, memory.check_boot);
  keep.bind(4, std::int64_t{memory.check->since.count()}).bind(5, std::int64_t{memory.check->shown});
  keep.bind(6, std::int64_t{memory.check->without_badge}).run();
}

void Journal::recall_checks(std::vector<ReaderMemory>& readers) const {
  auto rows = database_.prepare("SELECT reader, ref, boot, since_ms, shown, without_badge FROM badge_check");
  while (rows.step()) {
    const auto reader = std::ranges::find(readers, rows.text(0), &ReaderMemory::reader);
    if (reader == readers.end()) continue;
    reader->check = OpenCheck{rows.text(1), std::chrono::milliseconds(rows.integer(3)),
                              static_cast<int>(rows.integer(4)), static_cast<int>(rows.integer(5))};
    reader->check_boot = rows.text(2);
  }
}

void Journal::move_checks(const CheckMove& move) {
  std::vector<ReaderMemory> readers = memory().readers;
  for (auto& reader : readers) {
    if (!reader.check) continue;
    reader.check->ref = moved_ref(reader.check->ref, move);
    remember_check(reader);
  }
}

}  // namespace badge::bridge
