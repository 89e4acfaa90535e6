#pragma once
#include <functional>
#include <map>
#include <optional>
#include <shared_mutex>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "server/store/accounts.hpp"
#include "server/store/writer.hpp"

namespace badge::store {

/// Who may speak to the server, in memory and on the disk. Any thread.
class AccountBook {
 public:
  /// `database` is read now and not kept.
  AccountBook(Database& database, std::function<Instant()> now);

  [[nodiscard]] tl::expected<Account, std::string> add(Writer& writer, const NewAccount& account);
  [[nodiscard]] bool revoke(Writer& writer, std::string_view name);
  [[nodiscard]] std::optional<Account> find(const TokenHash& token) const;
  [[nodiscard]] std::vector<Account> all() const;

 private:
  struct Numbered {
    std::int64_t no = 0;
    Account account;
  };
  [[nodiscard]] std::vector<Numbered>::iterator in_force(std::string_view name);

  std::function<Instant()> now_;
  std::mutex one_change_at_a_time_;
  mutable std::shared_mutex mutex_;
  std::vector<Numbered> accounts_;  // in order of creation
  std::map<TokenHash, std::size_t> by_token_;
};

}  // namespace badge::store
