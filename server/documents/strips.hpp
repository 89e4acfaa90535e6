#pragma once
/// Where pages end. What is to be printed comes as strips from top to bottom: a line, a row of a table, a
/// block of signatures, each never cut. Pure.
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace badge::documents {

/// Lengths are in points.
struct Strip {
  double height = 0;
  double gap_before = 0;  // not at the top of a page
  bool keep_with_next = false;
  std::optional<std::size_t> head{};  // an earlier strip that stands again where a page begins with this one
};

struct PlacedStrip {
  std::size_t strip = 0;
  double top = 0;  // from the top of the page's text
  friend bool operator==(const PlacedStrip&, const PlacedStrip&) = default;
};

/// Every strip once and in order, heads again where pages begin; at least one page. Strips that keep together
/// stand on one page if they fit on one at all. A strip higher than a page gets one of its own.
[[nodiscard]] std::vector<std::vector<PlacedStrip>> pages_of(std::span<const Strip> strips, double height);

}  // namespace badge::documents
