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
    if (end()) return true;
    open_ = OpenCheck{std::move(held), now, 0, 0};
    seen_.clear();
    return true;
  }
  return open_ && now - open_->since >= limit && end();
}

void BadgeCheck::badge_shown(const Credential& credential) {
  if (open_ && seen_.insert(credential).second) ++open_->shown;
}

bool BadgeCheck::count_without_badge(int people) {
  if (!open_ || open_->without_badge + people < 0) return false;
  open_->without_badge += people;
  return true;
}

bool BadgeCheck::end() {
  if (!open_) return false;
  ended_ = *std::exchange(open_, std::nullopt);
  return true;
}

void BadgeCheck::recall(OpenCheck open) {
  open_ = std::move(open);
  held_ref_.clear();
}

}  // namespace badge::bridge
