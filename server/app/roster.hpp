#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/attendance/facts.hpp"

namespace badge::store {
class Store;
}

namespace badge::app {

/// What an entrance must know to light green for the right people while it is offline, and no more: no names,
/// no card numbers, and only people of the units that the entrance serves.
struct Roster {
  struct Credential {
    std::string hash;        // SHA-256 of salt and UID, 64 lower-case digits
    std::string display;     // "N. V. An"
    std::string_view state;  // "active", "lost", "damaged", "returned", "revoked"
  };
  std::uint64_t version = 0;  // grows with every change of people, badges, units, entrances
  std::string salt;           // 32 lower-case digits, the bridge's own
  std::vector<Credential> credentials;
};

/// The roster for a bridge on a day; nothing where no bridge of this name is known.
[[nodiscard]] std::optional<Roster> roster_of(const store::Store& store, std::string_view bridge,
                                              attendance::Date today);

/// Changes whenever the roster might, without making one. Empty where no bridge of this name is known.
[[nodiscard]] std::string roster_tag(const store::Store& store, std::string_view bridge,
                                     attendance::Date today);

/// "Nguyễn Văn An" -> "N. V. An": the given name stands last.
[[nodiscard]] std::string display_initials(std::string_view full_name);

}  // namespace badge::app
