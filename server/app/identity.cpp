#include "server/app/identity.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace badge::app {

namespace {

constexpr std::array<std::pair<Role, std::string_view>, store::roles> role_names = {{
    {Role::bridge, "bridge"},
    {Role::administrator, "administrator"},
    {Role::hr, "hr"},
    {Role::staff, "staff"},
    {Role::timekeeper, "timekeeper"},
    {Role::head, "head"},
    {Role::inspector, "inspector"},
    {Role::guard, "guard"},
    {Role::auditor, "auditor"},
}};

}  // namespace

std::optional<Scope> scope_of(const Identity& who, std::span<const Role> roles, attendance::Date today) {
  bool may = false;
  std::vector<std::string> units;
  std::string own;
  for (const auto& grant : who.grants) {
    if (std::ranges::find(roles, grant.role) == roles.end() || !grant.valid.contains(today)) continue;
    may = true;
    if (grant.role == Role::staff) {
      own = who.staff_code;
    } else if (grant.unit_scope.empty()) {
      return Scope::everything();
    } else {
      units.push_back(grant.unit_scope);
    }
  }
  return may ? std::optional(Scope(std::move(units), std::move(own))) : std::nullopt;
}

bool must_enrol(const Identity& who, std::span<const Role> roles, attendance::Date today) {
  return who.by == Identity::By::password && !who.second_factor &&
         std::ranges::any_of(who.grants, [&](const Grant& grant) {
           return grant.valid.contains(today) && std::ranges::find(roles, grant.role) != roles.end();
         });
}

std::string_view to_string(Role role) {
  return std::ranges::find(role_names, role, [](const auto& row) { return row.first; })->second;
}

std::optional<Role> parse_role(std::string_view text) {
  const auto found = std::ranges::find(role_names, text, [](const auto& row) { return row.second; });
  return found == role_names.end() ? std::nullopt : std::optional(found->first);
}

}  // namespace badge::app
