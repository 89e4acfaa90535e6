#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "reader-config/tap/tap.hpp"

namespace badge::store {

/// What somebody may do, as the routes of the API say it role by role. Nothing is inherited between roles.
enum class Role : std::uint8_t {
  bridge,         // an entrance daemon: sends taps, reads its roster
  administrator,  // runs the server: entrances, accounts, backups, imports, every report
  hr,             // imports and reports
  staff,          // reads what is known of themselves
  timekeeper,     // người chấm công: prepares a unit's sheet
  head,           // answers for a unit
  inspector,
  guard,    // lends temporary cards
  auditor,  // reads who did and read what
};
inline constexpr std::size_t roles = 9;

using TokenHash = std::array<std::uint8_t, 32>;  // SHA-256 of the token; 256 random bits need no slow hash
using RosterSalt = std::array<std::uint8_t, 16>;

inline constexpr std::size_t accounts_max = 10'000;  // they are held in memory; a province has a few hundred

/// Who may speak to the server: a bridge or a person. Names are unique among those not revoked.
struct Account {
  std::string name;
  Role role = Role::hr;
  std::string unit_scope;              // empty: all
  std::vector<std::string> entrances;  // of a bridge, as it was announced; may be empty
  TokenHash token{};
  RosterSalt salt{};  // of a bridge's roster; made by the store
  Instant created_at;
  std::optional<Instant> revoked_at;
};

struct NewAccount {
  std::string name;
  Role role = Role::hr;
  std::string unit_scope;
  std::vector<std::string> entrances;
  TokenHash token{};
};

}  // namespace badge::store
