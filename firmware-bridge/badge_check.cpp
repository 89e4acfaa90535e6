#include "firmware-bridge/badge_check.hpp"

#include <utility>

namespace badge::bridge {

void BadgeCheck::inspector_came(std::string ref, std::chrono::milliseconds now) {
  held_ref_ = std::move(ref);
  held_since_ = now;
}

bool BadgeCheck::tick(std::chrono::milliseconds now) {
  if (!held_ref_.empty() && now - held_since_ >= hold) {
    // Once for each time that the badge is held: it must be taken away before it can count again.
    auto held = std::exchange(held_ref_, {});
    ref_ = ref_.empty() ? std::move(held) : std::string();
    open_since_ = now;
    return true;
  }
  if (!ref_.empty() && now - open_since_ >= limit) {
    ref_.clear();
    return true;
  }
  return false;
}

}  // namespace badge::bridge
