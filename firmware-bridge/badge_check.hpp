#pragma once
#include <chrono>
#include <optional>
#include <set>
#include <string>

#include "reader-config/tap/credential.hpp"

namespace badge::bridge {

/// A check that is open. What a bridge that is killed leaves to the next one.
struct OpenCheck {
  std::string ref;                     // the presentation that opened it
  std::chrono::milliseconds since{0};  // CLOCK_BOOTTIME
  int shown = 0;                       // badges, each once
  int without_badge = 0;               // people who were counted by hand; never below 0
  friend bool operator==(const OpenCheck&, const OpenCheck&) = default;
};

/// A badge-wearing check at one reader: an inspector holds their badge to it, and until they do it again
/// every tap also says "this badge was shown to this inspector". Pure; times are CLOCK_BOOTTIME.
class BadgeCheck {
 public:
  static constexpr std::chrono::milliseconds hold{3000};          // longer than anybody's ordinary tap
  static constexpr std::chrono::milliseconds limit{30 * 60'000};  // a check that was forgotten ends by itself

  /// An inspector's badge came to lie on the reader. `ref` names this presentation.
  void inspector_came(std::string ref, std::chrono::milliseconds now);
  /// Whatever lay there is gone, or something else came.
  void card_gone() { held_ref_.clear(); }

  /// To be called every second. Returns whether a check has just begun or ended.
  bool tick(std::chrono::milliseconds now);

  /// A badge was shown that is no inspector's.
  void badge_shown(const Credential& credential);
  /// Somebody came without a badge (1), or was counted by mistake (-1). False, and nothing: no check is open,
  /// or nobody is left to take back.
  bool count_without_badge(int people);
  /// Somebody ends it by hand. False: none is open.
  bool end();
  /// As an earlier run left it.
  void recall(OpenCheck open);

  [[nodiscard]] const std::optional<OpenCheck>& open() const { return open_; }
  /// Names the check that is open; empty where there is none.
  [[nodiscard]] std::string ref() const { return open_ ? open_->ref : std::string(); }
  /// The one that ended last.
  [[nodiscard]] const OpenCheck& ended() const { return ended_; }

 private:
  std::string held_ref_;
  std::chrono::milliseconds held_since_{0};
  std::optional<OpenCheck> open_;
  OpenCheck ended_;
  std::set<Credential> seen_;  // since the check began, or this run of the bridge did
};

}  // namespace badge::bridge
