#pragma once
/// People who sign in with a name and a password. (Tokens of machines: accounts.hpp.) Kept on the disk only:
/// a login is read when its person signs in.
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "server/attendance/facts.hpp"
#include "server/store/accounts.hpp"

namespace badge::store {

/// A role that was given to somebody, for a part of the units and a span of days.
struct Grant {
  Role role = Role::hr;
  std::string unit_scope;  // this unit and all below it; empty: all
  attendance::DateSpan valid;
  friend bool operator==(const Grant&, const Grant&) = default;
};

inline constexpr std::size_t grants_max = 50;        // of one login
inline constexpr std::size_t logins_max = 200'000;   // everybody in a province's offices, four times over
inline constexpr std::size_t logins_page_max = 200;  // of one answer

struct Login {
  std::int64_t no = 0;
  std::string name;        // lower case; never used again for somebody else
  std::string staff_code;  // empty: nobody of the roster
  std::string password;    // as hash_password() made it; empty: the invitation was not answered yet
  std::vector<Grant> grants;
  Instant created_at;
  std::optional<Instant> disabled_at;
  std::string second_factor;       // its secret, sealed; empty: none
  std::int64_t last_step = 0;      // of the last code that was taken
  std::size_t recovery_codes = 0;  // that are left
};

using RecoveryMark = std::array<std::uint8_t, 32>;  // a keyed hash of a recovery code

struct NewSecondFactor {
  std::string secret;  // sealed
  std::int64_t last_step = 0;
  std::vector<RecoveryMark> recovery_codes;
};

struct NewLogin {
  std::string name, staff_code;
  std::vector<Grant> grants;
};

/// Why a login cannot be added.
enum class LoginRefused : std::uint8_t { name_taken, person_has_one, too_many };

/// Somebody whose badge opens a badge-wearing check on these days: an inspector, or a guard.
struct CheckOpener {
  std::string staff_code;
  Grant grant;
  friend bool operator==(const CheckOpener&, const CheckOpener&) = default;
};

/// A link by which a person sets a password, once. Its token is kept as its hash only.
struct Invitation {
  TokenHash token{};
  Instant expires_at;
};

}  // namespace badge::store
