#include "server/attendance/tap.hpp"

#include <algorithm>
#include <tuple>

namespace badge::attendance {

void put_in_order(std::span<Tap> taps) {
  const auto before = [](const Tap& a, const Tap& b) {
    if (a.at != b.at) return a.at < b.at;
    return std::tie(a.clock_doubtful, a.temporary, a.direction, a.source) <
           std::tie(b.clock_doubtful, b.temporary, b.direction, b.source);
  };
  // Nearly every caller hands over what the store keeps in order already.
  if (!std::is_sorted(taps.begin(), taps.end(), before)) std::sort(taps.begin(), taps.end(), before);
}

}  // namespace badge::attendance
