#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "server/app/identity.hpp"
#include "server/app/token.hpp"

namespace badge::store {
class Store;
}

namespace badge::app {

/// Who may speak to the server, and as whom. Reading is in memory and safe from any thread; adding and
/// revoking block on the store.
class SignIn {
 public:
  explicit SignIn(store::Store& store) : store_(store) {}

  /// Nothing for an unknown or revoked token.
  [[nodiscard]] std::optional<Identity> by_token(std::string_view token) const;
  [[nodiscard]] std::optional<Identity> by_hash(const TokenHash& hash) const;

  struct NewToken {
    std::string name;  // 1 to 64 bytes, unique among the tokens that are not revoked
    Role role = Role::hr;
    std::string unit_scope;              // of an hr token; empty: all units
    std::vector<std::string> entrances;  // of a bridge: those its roster is made for; empty: those it reports
  };
  /// Returns the token: the only time that it can be read. The error is a sentence.
  [[nodiscard]] tl::expected<std::string, std::string> add(const NewToken& wanted);

  /// False where no token in force has this name and is (or is not) a bridge's.
  [[nodiscard]] bool revoke(std::string_view name, bool of_bridge);

  /// Those in force, in order of creation, bridges or all others.
  [[nodiscard]] std::vector<store::Account> list(bool of_bridges) const;

 private:
  store::Store& store_;
};

}  // namespace badge::app
