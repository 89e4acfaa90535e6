#include "server/app/identity.hpp"

namespace badge::app {

std::string_view to_string(Role role) {
  switch (role) {
    case Role::bridge:
      return "bridge";
    case Role::administrator:
      return "administrator";
    case Role::hr:
      return "hr";
  }
  return "hr";
}

std::optional<Role> parse_role(std::string_view text) {
  for (const auto role : {Role::bridge, Role::administrator, Role::hr}) {
    if (text == to_string(role)) return role;
  }
  return std::nullopt;
}

}  // namespace badge::app
