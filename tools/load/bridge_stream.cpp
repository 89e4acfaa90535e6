#include "tools/load/bridge_stream.hpp"

#include <cstdio>

namespace badge::tools {
namespace {

constexpr std::uint32_t badges_of_a_bridge = 2000;  // as many people as go through one busy entrance

Credential badge_of(unsigned bridge, std::uint32_t person) {
  const std::uint8_t bytes[] = {0x04,
                                static_cast<std::uint8_t>(bridge >> 8),
                                static_cast<std::uint8_t>(bridge),
                                static_cast<std::uint8_t>(person >> 16),
                                static_cast<std::uint8_t>(person >> 8),
                                static_cast<std::uint8_t>(person),
                                0x80};
  return Credential::from_bytes(bytes).value();
}

}  // namespace

BridgeStream::BridgeStream(std::string bridge, unsigned number)
    : bridge_(std::move(bridge)), reader_(bridge_ + "-1"), number_(number) {
  char id[33];
  std::snprintf(id, sizeof id, "%032x", number + 1);
  stream_ = id;
}

EncodedBatch BridgeStream::next(std::size_t taps, Instant at) {
  std::vector<Credential> badges;
  badges.reserve(taps);
  for (std::size_t i = 0; i < taps; ++i) badges.push_back(badge_of(number_, badge_++ % badges_of_a_bridge));
  return next(badges, at);
}

EncodedBatch BridgeStream::next(const std::vector<Credential>& badges, Instant at) {
  EncodedBatch batch{
      .body = encode(BatchHead{
                  .bridge = bridge_, .stream = stream_, .after = mark_, .sent_at = at, .alive = {}}) +
              "\n",
      .taps = badges.size()};
  for (const Credential& badge : badges) {
    ++mark_.seq;
    const std::string line = encode(Entry{mark_.seq, Tap{.reader = reader_,
                                                         .entrance = bridge_,
                                                         .direction = Direction::both,
                                                         .credential = badge,
                                                         .at = at,
                                                         .monotonic_ms = static_cast<std::int64_t>(mark_.seq),
                                                         .boot = "10adbeef",
                                                         .clock = ClockState::synchronised,
                                                         .offset_ms = 3,
                                                         .check_ref = ""}});
    mark_.digest = chain(mark_.digest, line);
    batch.body += line;
    batch.body += '\n';
    at += std::chrono::milliseconds(1);
  }
  return batch;
}

}  // namespace badge::tools
