#include "firmware-bridge/reader/presence.hpp"

namespace badge::bridge {

void Presence::opened() {
  card_.reset();
  misses_ = 0;
  first_look_ = true;
}

std::vector<FromReader> Presence::seen(const Credential& credential) {
  const bool first_after_open = first_look_;
  first_look_ = false;
  misses_ = 0;
  if (card_ && (*card_ == credential || (card_->is_random() && credential.is_random()))) return {};
  std::vector<FromReader> said;
  if (card_) said.emplace_back(CardRemoved{});
  card_ = credential;
  said.emplace_back(CardSeen{credential, first_after_open});
  return said;
}

std::vector<FromReader> Presence::missed() {
  first_look_ = false;
  return count_miss();
}

std::vector<FromReader> Presence::unclear() { return count_miss(); }

std::vector<FromReader> Presence::count_miss() {
  if (!card_ || ++misses_ < misses_max_) return {};
  card_.reset();
  misses_ = 0;
  return {CardRemoved{}};
}

}  // namespace badge::bridge
