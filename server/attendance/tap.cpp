#include "server/attendance/tap.hpp"

#include <algorithm>
#include <tuple>

namespace badge::attendance {

void put_in_order(std::span<Tap> taps) {
  const auto before = [](const Tap& a, const Tap& b) {
    return std::tie(a.at, a.clock_doubtful, a.direction, a.source) <
           std::tie(b.at, b.clock_doubtful, b.direction, b.source);
  };
  // Nearly every caller hands over what the store keeps in order already.
  if (!std::is_sorted(taps.begin(), taps.end(), before)) std::sort(taps.begin(), taps.end(), before);
}

void mark_repeats(std::span<Tap> taps, const std::function<seconds(Date)>& quiet_on) {
  const Tap* kept = nullptr;
  LocalTime next_midnight = LocalTime::min();
  seconds quiet{0};
  for (auto& tap : taps) {
    if (tap.at >= next_midnight) {
      const auto date = std::chrono::floor<std::chrono::days>(tap.at);
      next_midnight = date + std::chrono::days(1);
      quiet = quiet_on(date);
    }
    tap.repeat = kept != nullptr && tap.at - kept->at < quiet;
    if (!tap.repeat) kept = &tap;
  }
}

}  // namespace badge::attendance
