#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "server/store/accounts.hpp"

namespace badge::app {

/// What a token is allowed to be used for. A token has one role; nothing is inherited between roles.
///   bridge         one entrance daemon: sends taps, reads its roster
///   administrator  runs the server: bridges, tokens, backups, imports, every report
///   hr             imports and reports, within the token's `unit_scope`
using Role = store::Role;

/// Who asks. It comes from the token alone, never from anything that a request says about itself.
struct Identity {
  std::string name;  // of the token; for a bridge, the name that its streams are stored under
  Role role = Role::hr;
  std::string unit_scope;  // code of the unit whose subtree this identity may see; empty: all
  friend bool operator==(const Identity&, const Identity&) = default;
};

[[nodiscard]] std::string_view to_string(Role role);  // "bridge", "administrator", "hr"
[[nodiscard]] std::optional<Role> parse_role(std::string_view text);

}  // namespace badge::app
