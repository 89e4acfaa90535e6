#pragma once
/// Taps whose clock could not be believed, and the times that people's rulings give them. The log is never
/// rewritten: who reads taps applies the rulings.
#include <span>
#include <vector>

#include "server/store/packed_tap.hpp"
#include "server/store/sqlite.hpp"

namespace badge::store {

/// A tap of an entrance whose clock was not confirmed, or more than a second off.
struct UnsureTap {
  std::uint64_t seq = 0;
  std::uint32_t credential_no = 0, source_no = 0;
  Instant at;  // as stamped
  ClockState clock = ClockState::unsynchronised;
  std::optional<std::int32_t> offset_ms;  // server clock minus entrance clock, as last measured
  std::int64_t monotonic_ms = 0;
  std::string boot;
};

/// A bridge's stream with all unsure taps of it, in the order of the journal.
struct UnsureStream {
  std::string stream, bridge;
  std::uint64_t stored_seq = 0;  // rows up to here have come
  Instant last_heard;
  std::vector<UnsureTap> taps;
};

/// Streams that have unsure taps.
[[nodiscard]] std::vector<UnsureStream> read_unsure_streams(Database& database);

struct RuledTap {
  std::uint32_t credential_no = 0;
  PackedTap stamped, judged;  // judged: of a clock that is believed
  std::size_t ruling = 0;     // its place in RuledTaps::rulings()
};

/// The taps that the rulings in force concern. They are few: without a ruling this costs one look at an empty
/// table.
class RuledTaps {
 public:
  RuledTaps(Database& database, std::uint64_t as_of);

  [[nodiscard]] std::span<const attendance::ClockRuling> rulings() const { return rulings_; }
  [[nodiscard]] std::span<const RuledTap> all() const { return taps_; }  // by credential, judged time
  [[nodiscard]] std::span<const RuledTap> of(std::uint32_t credential_no) const;

  /// The one that is judged as `tap`; null: there is none.
  [[nodiscard]] const RuledTap* find(std::uint32_t credential_no, PackedTap judged) const;

  /// Takes each tap of this credential that was ruled, with its stamped time, out of `taps`, which is in
  /// order.
  void take_stamped(std::uint32_t credential_no, std::vector<PackedTap>& taps) const;

 private:
  std::vector<attendance::ClockRuling> rulings_;
  std::vector<RuledTap> taps_;
};

}  // namespace badge::store
