#pragma once
#include <boost/asio/io_context.hpp>
#include <memory>
#include <string_view>

#include "reader-config/site/site_config.hpp"

namespace badge::bridge {

/// Where the one-line texts go. A line is UTF-8 and ends with '\n'; a display shows the newest for a few
/// seconds.
class Display {
 public:
  virtual ~Display() = default;
  /// Never waits.
  virtual void show(std::string_view line) = 0;
};

/// As the configuration says: nowhere, on standard output, or to everybody who connects to a UNIX socket.
/// Throws std::runtime_error where the socket cannot be made. Everything on the io thread.
[[nodiscard]] std::unique_ptr<Display> make_display(boost::asio::io_context& io, const DisplayConfig& config);

}  // namespace badge::bridge
