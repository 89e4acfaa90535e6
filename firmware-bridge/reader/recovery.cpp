#include "firmware-bridge/reader/recovery.hpp"

#include <algorithm>

namespace badge::bridge {

void Recovery::answered(TimePoint now) {
  errors_ = 0;
  said_ = 0;
  if (!listening_) listening_since_ = now;
  listening_ = true;
  // A device that answers a little and fails again keeps its back-off.
  if (now - listening_since_ >= stable_after) delay_ = reopen_delay_min;
}

std::chrono::milliseconds Recovery::next_delay() {
  errors_ = 0;
  listening_ = false;
  const auto delay = delay_;
  delay_ = std::min(delay_ * 2, reopen_delay_max);
  return delay;
}

bool Recovery::is_news(FaultCode code) {
  const auto bit = std::uint32_t{1} << static_cast<unsigned>(code);
  const bool news = (said_ & bit) == 0;
  said_ |= bit;
  return news;
}

}  // namespace badge::bridge
