#pragma once
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "server/app/evidence.hpp"

namespace badge::app {

/// A tap as the list at the entrance shows it.
struct LiveEvent {
  enum class State : std::uint8_t {
    known,     // an active badge of somebody in service that day
    unknown,   // no badge fact names this card
    not_lent,  // a temporary card that nobody has
    revoked,   // a badge, but not active that day, or its holder not in service
  };
  std::string at;  // iso_time()
  std::string entrance, reader;
  State state = State::unknown;
  std::string staff_code, full_name, unit_name;  // empty unless known
  std::string uid_masked;
  std::vector<std::string> unit_path;  // codes from the person's unit to its root; empty unless known
  std::vector<std::string> box_path;   // the same of the box of a temporary card; empty: it is none
};
[[nodiscard]] std::string_view to_string(LiveEvent::State state);  // the enumerator's name

/// Turns taps that have just become durable into a list for people. Works on a thread of its own, at most
/// `rounds_per_second_max` times a second, so that it costs ingest nothing; where taps come faster than
/// anybody can read, it shows the newest.
class Live {
 public:
  using Sink = std::function<void(std::vector<LiveEvent>)>;  // on the live thread; must not throw

  explicit Live(Sink sink);
  ~Live();
  Live(const Live&) = delete;
  Live& operator=(const Live&) = delete;

  /// From any thread; quick. Before start() and after stop() the newest taps wait.
  void on_committed(std::span<const store::LiveTap> taps);

  /// Between these two calls the thread runs and reads the store.
  void start(const Evidence& evidence);
  void stop();

 private:
  static constexpr int rounds_per_second_max = 10;  // faster is not seen, only paid for
  static constexpr std::size_t waiting_max = 256;   // of one round: more than a screen shows

  void work(const Evidence& evidence);
  void publish(const Evidence& evidence, const std::deque<store::LiveTap>& taps) const;

  const Sink sink_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<store::LiveTap> waiting_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace badge::app
