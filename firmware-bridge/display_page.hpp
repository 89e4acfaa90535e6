#pragma once
#include <memory>
#include <string>
#include <tl/expected.hpp>

#include "firmware-bridge/display.hpp"

namespace badge::bridge {

struct PageAudience;

/// The page for a screen at the door, over HTTP, so that it works while the server is away. What it says is
/// in page_answers.hpp. Where it cannot listen it says so in the log and tries again: taps do not wait for
/// it.
class PageDisplay final : public Display {
 public:
  static constexpr std::size_t screens_max = 8;             // that follow the events of one entrance
  static constexpr std::size_t visits_max = 16;             // connections that have not got their answer yet
  static constexpr std::chrono::seconds visit_time_max{5};  // a page on this machine takes milliseconds
  static constexpr std::size_t request_bytes_max = 8 * 1024;
  static constexpr int screen_buffer_bytes = 16 * 1024;  // a minute of states; who is behind shows the past
  static constexpr std::chrono::seconds try_again_after{5};

  /// `site` must outlive it and has a `display.listen`.
  PageDisplay(boost::asio::io_context& io, const SiteConfig& site, OnPress on_press);
  ~PageDisplay() override;
  PageDisplay(const PageDisplay&) = delete;
  PageDisplay& operator=(const PageDisplay&) = delete;

  void show(const std::string& entrance, const Feedback& feedback) override;
  void state(const EntranceState& state) override;

 private:
  std::shared_ptr<PageAudience> audience_;  // shared with the conversations that are under way
};

/// Whether this process could listen there now; the error is the system's sentence. An address in use is
/// success with `true`: perhaps it is the badge-bridge that already runs.
[[nodiscard]] tl::expected<bool, std::string> is_taken(const ListenAddress& listen);

}  // namespace badge::bridge
