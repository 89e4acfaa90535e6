#pragma once
#include <chrono>
#include <string>

namespace badge::bridge {

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

  /// Names the check that is open; empty where there is none.
  [[nodiscard]] const std::string& ref() const { return ref_; }

 private:
  std::string held_ref_;
  std::chrono::milliseconds held_since_{0};
  std::string ref_;
  std::chrono::milliseconds open_since_{0};
};

}  // namespace badge::bridge
