#include "server/store/unsure_taps.hpp"

#include <algorithm>
#include <iterator>

#include "server/store/fact_rows.hpp"

namespace badge::store {
namespace {

/// In the words of the index tap_log_unsure, or SQLite does not use it.
constexpr std::string_view unsure_rows =
    "SELECT stream_no, seq, credential_no, source_no, at, clock, offset_ms, monotonic_ms, boot"
    " FROM tap_log INDEXED BY tap_log_unsure JOIN source USING (source_no)"
    " WHERE (clock <> 0 OR abs(offset_ms) > 1000)";
static_assert(static_cast<int>(ClockState::synchronised) == 0);

UnsureTap unsure_tap(const Statement& row) {
  return {row.as<std::uint64_t>(1), row.as<std::uint32_t>(2),
          row.as<std::uint32_t>(3), Instant(std::chrono::milliseconds(row.integer(4))),
          row.as<ClockState>(5),    row.is_null(6) ? std::nullopt : std::optional(row.as<std::int32_t>(6)),
          row.integer(7),           row.string(8)};
}

}  // namespace

std::vector<UnsureStream> read_unsure_streams(Database& database) {
  std::vector<UnsureStream> streams;
  std::vector<std::size_t> place_of(1);  // of a stream's number in `streams`, counted from 1
  for (Rows row(database.statement("SELECT stream_no, name, origin, seq, last_heard FROM stream"
                                   " WHERE imported = 0 ORDER BY origin, stream_no"));
       row.next();) {
    const auto no = row->as<std::size_t>(0);
    streams.push_back({row->string(1),
                       row->string(2),
                       row->as<std::uint64_t>(3),
                       Instant(std::chrono::milliseconds(row->integer(4))),
                       {}});
    place_of.resize(std::max(place_of.size(), no + 1));
    place_of[no] = streams.size();
  }
  for (Rows row(database.statement(unsure_rows)); row.next();) {
    streams[place_of.at(row->as<std::size_t>(0)) - 1].taps.push_back(unsure_tap(*row));
  }
  std::erase_if(streams, [](const UnsureStream& stream) { return stream.taps.empty(); });
  for (auto& stream : streams) std::ranges::sort(stream.taps, {}, &UnsureTap::seq);
  return streams;
}

RuledTaps::RuledTaps(Database& database, std::uint64_t as_of)
    : rulings_(clock_rulings_in_force(database, as_of)) {
  static const std::string of_a_ruling =
      std::string(unsure_rows) +
      " AND source_no IN (SELECT source_no FROM source JOIN stream USING (stream_no) WHERE name = ?)"
      " AND seq BETWEEN ? AND ?";
  for (std::size_t i = 0; i < rulings_.size(); ++i) {
    const auto& ruling = rulings_[i];
    for (Rows row(database.statement(of_a_ruling), ruling.stream, ruling.first_seq, ruling.last_seq);
         row.next();) {
      const auto tap = unsure_tap(*row);
      taps_.push_back(
          {tap.credential_no, PackedTap::pack(tap.at, tap.source_no, tap.clock, tap.offset_ms),
           PackedTap::pack(tap.at + ruling.offset, tap.source_no, ClockState::synchronised, std::nullopt),
           i});
    }
  }
  std::ranges::sort(taps_, {}, [](const RuledTap& tap) {
    return std::tuple(tap.credential_no, tap.judged.word, tap.stamped.word);
  });
}

std::span<const RuledTap> RuledTaps::of(std::uint32_t credential_no) const {
  return std::ranges::equal_range(taps_, credential_no, {}, &RuledTap::credential_no);
}

const RuledTap* RuledTaps::find(std::uint32_t credential_no, PackedTap judged) const {
  const auto own = of(credential_no);
  const auto found = std::ranges::lower_bound(own, judged, {}, &RuledTap::judged);
  return found == own.end() || found->judged != judged ? nullptr : &*found;
}

void RuledTaps::take_stamped(std::uint32_t credential_no, std::vector<PackedTap>& taps) const {
  std::vector<PackedTap> stamped;
  for (const auto& tap : of(credential_no)) stamped.push_back(tap.stamped);
  if (stamped.empty()) return;
  std::ranges::sort(stamped);
  // Of equal taps as many go as were ruled.
  std::vector<PackedTap> left;
  std::ranges::set_difference(taps, stamped, std::back_inserter(left));
  taps = std::move(left);
}

}  // namespace badge::store
