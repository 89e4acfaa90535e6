#pragma once
#include <compare>
#include <cstdint>

namespace badge::attendance {

/// An amount of leave, exact: a session is half a day where the day has two, and a third where it has three.
/// Counted in parts so small that the session of any day with up to eight is a whole number of them.
class LeaveAmount {
 public:
  constexpr LeaveAmount() = default;
  [[nodiscard]] static constexpr LeaveAmount days(std::int32_t count) {
    return LeaveAmount(count * parts_a_day);
  }
  [[nodiscard]] static constexpr LeaveAmount half_days(std::int32_t count) {
    return LeaveAmount(count * parts_a_day / 2);
  }
  /// `count` sessions of a day that has `of_day`, 1 to 8.
  [[nodiscard]] static constexpr LeaveAmount sessions(std::int32_t count, std::int32_t of_day) {
    return LeaveAmount(count * (parts_a_day / of_day));
  }

  [[nodiscard]] constexpr double in_days() const { return static_cast<double>(parts_) / parts_a_day; }
  [[nodiscard]] constexpr double in_half_days() const { return 2 * in_days(); }

  constexpr LeaveAmount& operator+=(LeaveAmount other) {
    parts_ += other.parts_;
    return *this;
  }
  constexpr LeaveAmount& operator-=(LeaveAmount other) {
    parts_ -= other.parts_;
    return *this;
  }
  friend constexpr LeaveAmount operator+(LeaveAmount a, LeaveAmount b) { return a += b; }
  friend constexpr LeaveAmount operator-(LeaveAmount a, LeaveAmount b) { return a -= b; }
  friend constexpr auto operator<=>(const LeaveAmount&, const LeaveAmount&) = default;

 private:
  static constexpr std::int32_t parts_a_day = 840;  // the least that 1 to 8 divide
  constexpr explicit LeaveAmount(std::int32_t parts) : parts_(parts) {}

  std::int32_t parts_ = 0;
};

}  // namespace badge::attendance
