#pragma once
#include <boost/asio/io_context.hpp>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "firmware-bridge/feedback.hpp"
#include "reader-config/site/site_config.hpp"

namespace badge::bridge {

/// How the entrance stands, for a display that shows it between two taps.
struct EntranceState {
  struct Reader {
    std::string id, entrance;  // of a portable reader its id again
    bool hears = false;
    std::optional<OpenCheck> check{};
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

/// What somebody presses on the page while a check is open.
struct CheckPress {
  enum class Key : std::uint8_t { end, without_badge, undo };
  Key key = Key::end;
  std::string reader, check;  // the check that the page showed
  friend bool operator==(const CheckPress&, const CheckPress&) = default;
};
enum class Pressed : std::uint8_t { done, no_such_check, nothing_to_undo, not_recorded };
using OnPress = std::function<Pressed(const CheckPress&)>;  // on the io thread

/// As the configuration says: lines on standard output or for everybody who connects to a UNIX socket (UTF-8,
/// one line of text for each tap), and the page for a screen. None, one or both. Throws std::runtime_error
/// where the UNIX socket cannot be made. The io_context must outlive them.
[[nodiscard]] std::vector<std::unique_ptr<Display>> make_displays(boost::asio::io_context& io,
                                                                  const SiteConfig& site, OnPress on_press);

}  // namespace badge::bridge
