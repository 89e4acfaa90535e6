#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/scope.hpp"
#include "server/store/logins.hpp"

namespace badge::app {

using Role = store::Role;
using store::Grant;

/// Who asks. It comes from the token or the session alone, never from anything that a request says about
/// itself.
struct Identity {
  enum class By : std::uint8_t { token, password, provider };
  std::string name;  // of the token or the login; for a bridge, the name that its streams are stored under
  std::string staff_code;  // whose records are one's own; empty: nobody's
  std::vector<Grant> grants;
  By by = By::token;           // how they signed in
  bool second_factor = false;  // the login has one
  std::uint64_t as_of = 0;     // of a login: the version of rights (Logins) that this was read at
  friend bool operator==(const Identity&, const Identity&) = default;
};

/// Whose records somebody may see by those of their grants that are of one of `roles` and hold on `today`.
/// Nothing: none does.
[[nodiscard]] std::optional<Scope> scope_of(const Identity& who, std::span<const Role> roles,
                                            attendance::Date today);

/// Whether somebody signed in with a password holds one of `roles` today and has no second factor yet.
[[nodiscard]] bool must_enrol(const Identity& who, std::span<const Role> roles, attendance::Date today);

[[nodiscard]] std::string_view to_string(Role role);  // "bridge", "administrator", "hr", …
[[nodiscard]] std::optional<Role> parse_role(std::string_view text);

}  // namespace badge::app
