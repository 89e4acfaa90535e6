#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "reader-config/tap/tap.hpp"

namespace badge::bridge {

/// What delivery needs to see of a journal: its current stream, to be read only.
class StreamView {
 public:
  virtual ~StreamView() = default;
  [[nodiscard]] virtual const std::string& stream() const = 0;
  /// The newest row.
  [[nodiscard]] virtual Mark last() const = 0;
  /// Up to where the server has confirmed our own digest.
  [[nodiscard]] virtual Mark delivered() const = 0;
  /// Rows up to this one are held no longer; 0 where all are.
  [[nodiscard]] virtual std::uint64_t pruned_to() const = 0;
  /// The digest of a row; nothing where it was pruned (but for row `pruned_to`) or does not exist yet.
  [[nodiscard]] virtual std::optional<Digest> digest_at(std::uint64_t seq) const = 0;
  /// The wire lines behind row `seq`, at most `lines_max`; rows that were pruned appear as one `lost` line.
  [[nodiscard]] virtual std::vector<std::string> lines_after(std::uint64_t seq,
                                                             std::size_t lines_max) const = 0;
};

}  // namespace badge::bridge
