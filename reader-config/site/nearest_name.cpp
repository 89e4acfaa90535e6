#include "reader-config/site/nearest_name.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

namespace badge {
namespace {

constexpr std::size_t letters_max = 64;  // longer than any key; a longer text is no slip of the fingers

/// Levenshtein's distance: letters to change, add or leave out.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({changed, row[j] + 1, diagonal + 1});
    }
  }
  return row.back();
}

}  // namespace

std::string_view nearest_name(std::string_view written, std::span<const std::string_view> names) {
  if (written.size() > letters_max) return {};
  std::string_view best;
  std::size_t best_distance = 0;
  for (const auto name : names) {
    const auto steps = distance(written, name);
    if (steps > std::max<std::size_t>(1, name.size() / 3)) continue;
    if (best.empty() || steps < best_distance) {
      best = name;
      best_distance = steps;
    }
  }
  return best;
}

}  // namespace badge
