#include "server/http/event_hub.hpp"

#include <algorithm>

#include "server/http/limits.hpp"

namespace badge::http {

std::string EventHub::Subscription::take() {
  const std::lock_guard lock(mutex_);
  std::string text;
  if (missed_ > 0) text = "event: missed\ndata: {\"count\":" + std::to_string(missed_) + "}\n\n";
  missed_ = 0;
  for (const auto& event : queue_) text += event->frame;
  queue_.clear();
  return text;
}

bool EventHub::Subscription::may_see(const Event& event) const {
  if (event.topic != topic_) return false;
  if (event.may_know) return event.may_know(who_);
  return scope_.is_everything() || scope_.is_own(event.staff_code) ||
         std::ranges::any_of(scope_.units(), [&](const std::string& unit) {
           return std::ranges::find(event.unit_path, unit) != event.unit_path.end();
         });
}

void EventHub::Subscription::push(std::shared_ptr<const Event> event) {
  bool was_empty = false;
  {
    const std::lock_guard lock(mutex_);
    was_empty = queue_.empty();
    if (queue_.size() == subscriber_events_max) {
      queue_.pop_front();
      ++missed_;
    }
    queue_.push_back(std::move(event));
  }
  if (was_empty) wake_();
}

std::shared_ptr<EventHub::Subscription> EventHub::subscribe(app::Scope scope, std::function<void()> wake,
                                                            Topic topic, app::Identity who) {
  const auto subscription = std::make_shared<Subscription>();
  subscription->who_ = std::move(who);
  subscription->scope_ = std::move(scope);
  subscription->topic_ = topic;
  subscription->wake_ = std::move(wake);
  const std::lock_guard lock(mutex_);
  std::erase_if(subscriptions_, [](const auto& other) { return other.expired(); });
  if (subscriptions_.size() >= subscribers_max) return nullptr;
  for (const auto& event : recent_) {
    if (subscription->may_see(*event)) subscription->queue_.push_back(event);
  }
  subscriptions_.push_back(subscription);
  return subscription;
}

void EventHub::publish(std::vector<Event> events) {
  const std::lock_guard lock(mutex_);
  for (auto& event : events) {
    const auto shared = std::make_shared<const Event>(std::move(event));
    for (const auto& weak : subscriptions_) {
      const auto subscription = weak.lock();
      if (subscription && subscription->may_see(*shared)) subscription->push(shared);
    }
    if (!shared->kept_for_later) continue;
    recent_.push_back(shared);
    if (recent_.size() > recent_max) recent_.pop_front();
  }
}

}  // namespace badge::http
