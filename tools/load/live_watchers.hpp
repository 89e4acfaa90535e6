#pragma once
#include <poll.h>

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "tools/load/measured_server.hpp"

namespace badge::tools {

/// Pages that are open on the live list, as the server sees them: connections that read its events.
class LiveWatchers {
 public:
  /// Opens `count` of them and begins to read. Throws std::runtime_error where one is refused.
  LiveWatchers(const MeasuredServer& server, std::size_t count);
  ~LiveWatchers();
  LiveWatchers(const LiveWatchers&) = delete;
  LiveWatchers& operator=(const LiveWatchers&) = delete;

  struct Outcome {
    std::size_t fewest = 0, most = 0;  // taps that one of them was told
    std::size_t missed = 0;            // of which the server said that they came too fast, of all together
  };
  /// Waits until each was told of `taps`, or for some seconds, and ends.
  [[nodiscard]] Outcome finish(std::size_t taps);

 private:
  struct Watcher {
    int socket = -1;
    std::string rest;  // of a line that has not ended
    std::size_t taps = 0, missed = 0;
  };
  [[nodiscard]] std::vector<pollfd> waits() const;
  /// False: nothing came.
  bool read_once(std::vector<pollfd>& waits, int wait_ms);
  void pass_over_the_past();
  void read_until_told();
  static void count(Watcher& watcher, std::string_view text);

  std::vector<Watcher> watchers_;
  std::atomic<std::size_t> wanted_ = SIZE_MAX;
  std::jthread reading_;  // last: it uses the others
};

}  // namespace badge::tools
