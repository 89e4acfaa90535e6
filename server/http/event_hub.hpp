#pragma once
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "server/app/identity.hpp"

namespace badge::http {

/// What a page hears of: who passes the door and what waits; only that the box of temporary cards changed; or
/// only that a file of inspection did.
enum class Topic : std::uint8_t { people, cards, inspections };

/// One server-sent event, ready for the wire, and who may see it.
struct Event {
  std::string frame;                   // "event: tap\ndata: {…}\n\n"
  std::vector<std::string> unit_path;  // codes from the unit to its root; empty: for an unlimited scope only
  std::string staff_code = {};         // whom it concerns, who may see it too; empty: no single person
  bool kept_for_later = true;          // shown to pages that open after it
  Topic topic = Topic::people;
  /// Who may see it, where neither units nor a person decide that. Asked from any thread; must not block.
  std::function<bool(const app::Identity&)> may_know = {};
};

/// Hands events to the pages that are open. Each page has a bounded queue: a slow one misses the oldest and
/// is told how many. All functions are safe from any thread.
class EventHub {
 public:
  class Subscription {
   public:
    /// What has come since the last call, in order, as one text; empty where there is nothing.
    [[nodiscard]] std::string take();

   private:
    friend class EventHub;
    [[nodiscard]] bool may_see(const Event& event) const;
    void push(std::shared_ptr<const Event> event);  // wakes when it was empty

    app::Identity who_;
    app::Scope scope_;
    Topic topic_ = Topic::people;
    std::function<void()> wake_;
    std::mutex mutex_;
    std::deque<std::shared_ptr<const Event>> queue_;
    std::size_t missed_ = 0;
  };

  /// `wake` is called from any thread when something comes into the empty queue; it must not block. The
  /// newest events are in the queue already. Null when subscribers_max pages are open. The subscription ends
  /// with its pointer.
  [[nodiscard]] std::shared_ptr<Subscription> subscribe(app::Scope scope, std::function<void()> wake,
                                                        Topic topic = Topic::people, app::Identity who = {});

  void publish(std::vector<Event> events);

 private:
  static constexpr std::size_t recent_max = 50;  // a screenful for a page that opens

  std::mutex mutex_;
  std::deque<std::shared_ptr<const Event>> recent_;
  std::vector<std::weak_ptr<Subscription>> subscriptions_;
};

}  // namespace badge::http
