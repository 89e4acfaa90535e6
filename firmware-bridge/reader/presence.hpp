#pragma once
#include <optional>
#include <vector>

#include "firmware-bridge/reader/message.hpp"

namespace badge::bridge {

/// Makes taps of looks: a card that stays is said once, and gone only after several looks did not see it.
/// Pure. A card with a random UID that shows another random UID is taken for the same one: it may draw anew
/// whenever the field blinks, and identifies nobody anyway.
class Presence {
 public:
  /// `misses`: so many looks in a row without the card mean that it is gone.
  explicit Presence(int misses) : misses_max_(misses) {}

  /// The device was opened (again). What lay there before is not said to be removed: nobody looked.
  void opened();

  // The result of a look, and what the bridge has to be told.
  [[nodiscard]] std::vector<FromReader> seen(const Credential& credential);
  [[nodiscard]] std::vector<FromReader> missed();
  /// Something answered and could not be read: a card at the edge of the field, coming or going.
  [[nodiscard]] std::vector<FromReader> unclear();

  [[nodiscard]] bool card_is_there() const { return card_.has_value(); }

 private:
  [[nodiscard]] std::vector<FromReader> count_miss();

  int misses_max_;
  int misses_ = 0;
  bool first_look_ = true;
  std::optional<Credential> card_;
};

}  // namespace badge::bridge
