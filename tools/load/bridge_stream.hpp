#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "reader-config/tap/tap_wire.hpp"

namespace badge::tools {

/// Taps as an entrance would have journalled them, encoded before the clock of a measurement runs: what is
/// measured is the server, not the encoder.
struct EncodedBatch {
  std::string body;
  std::size_t taps = 0;
};

/// One stream of one bridge that goes on and on.
class BridgeStream {
 public:
  /// `number` makes its stream, its reader and its badges; below 10,000.
  BridgeStream(std::string bridge, unsigned number);

  /// The next `taps` rows, at `at` and after, one a millisecond, of badges that many people carry.
  [[nodiscard]] EncodedBatch next(std::size_t taps, Instant at);

  /// One row for each of these badges.
  [[nodiscard]] EncodedBatch next(const std::vector<Credential>& badges, Instant at);

 private:
  std::string bridge_, stream_, reader_;
  Mark mark_;
  unsigned number_;
  std::uint32_t badge_ = 0;
};

}  // namespace badge::tools
