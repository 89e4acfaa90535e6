#pragma once
#include <boost/asio/io_context.hpp>
#include <memory>
#include <string>
#include <vector>

#include "firmware-bridge/feedback.hpp"
#include "reader-config/site/site_config.hpp"

namespace badge::bridge {

/// How the entrance stands, for a display that shows it between two taps.
struct EntranceState {
  struct Reader {
    std::string id, entrance;
    bool hears = false;
    friend bool operator==(const Reader&, const Reader&) = default;
  };
  Instant now;
  bool recording = true;  // false: the journal cannot be written, every tap is red
  std::vector<Reader> readers;
};

/// Where the words for people at the door go. On the io thread, and nothing here ever waits: taps, journal
/// and lights come first, and a display that cannot follow is let go.
class Display {
 public:
  virtual ~Display() = default;
  /// Something was shown at a reader of `entrance`. A display shows the newest for a few seconds.
  virtual void show(const std::string& entrance, const Feedback& feedback) = 0;
  /// Every second, and when it changes.
  virtual void state(const EntranceState& /*state*/) {}
};

/// As the configuration says: lines on standard output or for everybody who connects to a UNIX socket (UTF-8,
/// one line of text for each tap), and the page for a screen. None, one or both. Throws std::runtime_error
/// where the UNIX socket cannot be made. The io_context must outlive them.
[[nodiscard]] std::vector<std::unique_ptr<Display>> make_displays(boost::asio::io_context& io,
                                                                  const SiteConfig& site);

}  // namespace badge::bridge
