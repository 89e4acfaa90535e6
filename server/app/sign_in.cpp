#include "server/app/sign_in.hpp"

#include <algorithm>

#include "reader-config/tap/tap_wire.hpp"
#include "server/store/store.hpp"

namespace badge::app {
namespace {

bool is_bridge(const store::Account& account) { return account.role == Role::bridge; }

/// Names stand in paths, logs and file names.
bool is_name(std::string_view text) {
  return !text.empty() && text.size() <= name_bytes_max && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.';
  });
}

}  // namespace

std::optional<Identity> SignIn::by_token(std::string_view token) const { return by_hash(hash_token(token)); }

std::optional<Identity> SignIn::by_hash(const TokenHash& hash) const {
  auto account = store_.find_account(hash);
  if (!account) return std::nullopt;
  return Identity{
      std::move(account->name),
      {},
      {{account->role, std::move(account->unit_scope), attendance::DateSpan{attendance::Date::min()}}}};
}

tl::expected<std::string, std::string> SignIn::add(const NewToken& wanted) {
  if (!is_name(wanted.name)) {
    return tl::unexpected("name \"" + wanted.name + "\": must be 1 to " + std::to_string(name_bytes_max) +
                          " letters a–z, A–Z, digits, '-', '_' or '.'");
  }
  if (!wanted.unit_scope.empty() && wanted.role != Role::hr) {
    return tl::unexpected<std::string>("unit: only a token of role \"hr\" can be limited to a unit");
  }
  auto token = make_token();
  const store::NewAccount account{wanted.name, wanted.role, wanted.unit_scope, wanted.entrances,
                                  hash_token(token)};
  const auto added = store_.add_account(account);
  if (!added) return tl::unexpected(added.error());
  return token;
}

bool SignIn::revoke(std::string_view name, bool of_bridge) {
  const auto named = list(of_bridge);
  return std::ranges::find(named, name, &store::Account::name) != named.end() && store_.revoke_account(name);
}

std::vector<store::Account> SignIn::list(bool of_bridges) const {
  auto accounts = store_.accounts();
  std::erase_if(accounts, [&](const auto& a) { return a.revoked_at || is_bridge(a) != of_bridges; });
  return accounts;
}

}  // namespace badge::app
