#pragma once
/// What a person at the reader sees. Pure. Never whether somebody is late or on time: that is seen only on
/// one's own page.
#include <string>

#include "firmware-bridge/reader/message.hpp"
#include "firmware-bridge/roster_cache.hpp"
#include "reader-config/site/site_config.hpp"

namespace badge::bridge {

/// A light, and one line for the display.
struct Feedback {
  Light light = Light::off;
  std::string text;
  friend bool operator==(const Feedback&, const Feedback&) = default;
};

struct RecordedTap {
  Credential credential;
  KnownBadge badge;
  Instant at;
  ClockState clock = ClockState::synchronised;
};

/// Green: recorded and known. Amber: recorded, and somebody must do something: the badge is unknown, must not
/// be used, changes its number, or the clock is unsure.
[[nodiscard]] Feedback recorded(const RecordedTap& tap, const DisplayConfig& display);

/// Red: not recorded; sign on paper.
[[nodiscard]] Feedback not_recorded();

/// A badge-wearing check began or ended at this reader.
[[nodiscard]] std::string check_text(bool begins);

/// How long a light stays.
[[nodiscard]] std::chrono::milliseconds light_time(Light light);

}  // namespace badge::bridge
