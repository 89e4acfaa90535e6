#pragma once
/// What a person at the reader sees. Pure. Never whether somebody is late or on time: that is seen only on
/// one's own page.
#include <string>

#include "firmware-bridge/badge_check.hpp"
#include "firmware-bridge/reader/message.hpp"
#include "firmware-bridge/roster_cache.hpp"
#include "reader-config/site/site_config.hpp"

namespace badge::bridge {

/// A light, and the words of the displays.
struct Feedback {
  Light light = Light::off;
  std::string said{};     // "Đã ghi nhận 07:37"
  std::string person{};   // "N. V. A."; empty where nobody is named
  std::string concern{};  // what somebody must do something about; empty where all is well
  std::string notice{};   // that a check is open; empty where none is

  /// All of it in one line: "Đã ghi nhận 07:37 N. V. A. – thẻ không còn hiệu lực". A notice stands behind
  /// " · ".
  [[nodiscard]] std::string line() const;
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

/// At a portable reader in a check: as `recorded`, of what is no tap.
[[nodiscard]] Feedback badge_shown(const RecordedTap& shown, const DisplayConfig& display);
/// At a portable reader outside of a check: whose badge it is, and whether it holds. Nothing is recorded.
[[nodiscard]] Feedback badge_verified(const RecordedTap& shown, const DisplayConfig& display);

/// Red: not recorded; sign on paper.
[[nodiscard]] Feedback not_recorded();

/// A badge-wearing check began at this reader, or has ended.
[[nodiscard]] Feedback check_begins();
[[nodiscard]] Feedback check_ended(const OpenCheck& check);
/// "Đang kiểm tra việc đeo thẻ: 3 thẻ, 1 người không đeo thẻ"
[[nodiscard]] std::string check_notice(const OpenCheck& check);

/// An instant as the office's clock shows it: "2026-07-14T07:37", seconds cut off.
[[nodiscard]] std::string local_minute(Instant at, std::chrono::minutes utc_offset);

/// How long a light stays.
[[nodiscard]] std::chrono::milliseconds light_time(Light light);

}  // namespace badge::bridge
