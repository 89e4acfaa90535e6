#include "server/app/sign_in_throttle.hpp"

#include <algorithm>

namespace badge::app {

std::optional<SignInThrottle::Clock::duration> SignInThrottle::wait(std::string_view login,
                                                                    std::string_view address,
                                                                    Clock::time_point now) {
  const Key here{login, address};
  const std::lock_guard lock(mutex_);
  std::optional<Clock::duration> longest = wait_of(here, limits_.login_at_address, now);
  const auto also = [&](const Key& key, std::size_t free) {
    const auto wait = wait_of(key, free, now);
    if (wait && (!longest || *wait > *longest)) longest = wait;
  };
  if (!known_.contains(here)) {
    also({std::string(login), ""}, limits_.login_at_new_addresses);
    also({"", std::string(address)}, limits_.address);
  }
  return longest;
}

void SignInThrottle::failed(std::string_view login, std::string_view address, Clock::time_point now) {
  Key here{login, address};
  const std::lock_guard lock(mutex_);
  if (!known_.contains(here)) {
    count({std::string(login), ""}, now);
    count({"", std::string(address)}, now);
  }
  count(std::move(here), now);
}

void SignInThrottle::succeeded(std::string_view login, std::string_view address) {
  Key here{login, address};
  const std::lock_guard lock(mutex_);
  counters_.erase(here);
  if (known_.size() >= limits_.counters_max) known_.erase(known_.begin());
  known_.insert(std::move(here));
}

std::optional<SignInThrottle::Clock::duration> SignInThrottle::wait_of(const Key& key, std::size_t free,
                                                                       Clock::time_point now) const {
  const auto found = counters_.find(key);
  if (found == counters_.end() || found->second.wrong < free) return std::nullopt;
  if (now - found->second.last > limits_.forgotten_after) return std::nullopt;
  auto wait = limits_.first_wait;
  for (auto beyond = found->second.wrong - free; beyond > 0 && wait < limits_.wait_max; --beyond) wait *= 2;
  const auto until = found->second.last + std::min(wait, limits_.wait_max);
  return until > now ? std::optional(until - now) : std::nullopt;
}

void SignInThrottle::count(Key key, Clock::time_point now) {
  if (counters_.size() >= limits_.counters_max && !counters_.contains(key)) {
    std::erase_if(counters_,
                  [&](const auto& item) { return now - item.second.last > limits_.forgotten_after; });
    if (counters_.size() >= limits_.counters_max) {
      counters_.erase(
          std::ranges::min_element(counters_, {}, [](const auto& item) { return item.second.last; }));
    }
  }
  auto& counter = counters_[std::move(key)];
  if (now - counter.last > limits_.forgotten_after) counter.wrong = 0;
  ++counter.wrong;
  counter.last = now;
}

}  // namespace badge::app
