#include "server/store/account_book.hpp"

#include <openssl/rand.h>

#include <algorithm>

namespace badge::store {
namespace {

template <std::size_t size>
Blob blob_of(const std::array<std::uint8_t, size>& bytes) {
  return {{reinterpret_cast<const char*>(bytes.data()), bytes.size()}};
}

template <std::size_t size>
void copy_blob(std::string_view from, std::array<std::uint8_t, size>& to) {
  std::copy_n(from.begin(), std::min(from.size(), to.size()), to.begin());
}

RosterSalt fresh_salt() {
  RosterSalt salt{};
  if (RAND_bytes(salt.data(), static_cast<int>(salt.size())) != 1) {
    throw std::runtime_error("OpenSSL has no random numbers");
  }
  return salt;
}

Instant instant(std::int64_t ms) { return Instant(std::chrono::milliseconds(ms)); }

}  // namespace

AccountBook::AccountBook(Database& database, std::function<Instant()> now) : now_(std::move(now)) {
  for (Rows row(
           database.statement("SELECT account_no, name, role, unit_scope, token, salt, created_at, revoked_at"
                              " FROM account ORDER BY account_no"));
       row.next();) {
    Account account{
        row->string(1), row->as<Role>(2), row->string(3), {}, {}, {}, instant(row->integer(6)), {}};
    copy_blob(row->blob(4), account.token);
    copy_blob(row->blob(5), account.salt);
    if (!row->is_null(7)) account.revoked_at = instant(row->integer(7));
    by_token_[account.token] = accounts_.size();
    accounts_.push_back({row->integer(0), std::move(account)});
  }
  auto& entrances =
      database.statement("SELECT entrance FROM account_entrance WHERE account_no = ? ORDER BY entrance");
  for (auto& [no, account] : accounts_) {
    for (Rows row(entrances, no); row.next();) account.entrances.push_back(row->string(0));
  }
}

std::vector<AccountBook::Numbered>::iterator AccountBook::in_force(std::string_view name) {
  return std::ranges::find_if(accounts_, [name](const Numbered& entry) {
    return entry.account.name == name && !entry.account.revoked_at;
  });
}

tl::expected<Account, std::string> AccountBook::add(Writer& writer, const NewAccount& account) {
  const std::lock_guard change(one_change_at_a_time_);
  {
    const std::shared_lock lock(mutex_);
    if (accounts_.size() >= accounts_max) return tl::unexpected(std::string("there are too many accounts"));
    if (in_force(account.name) != accounts_.end()) {
      return tl::unexpected("\"" + account.name +
                            "\" exists already; revoke it first, or choose another name");
    }
    if (by_token_.contains(account.token)) return tl::unexpected(std::string("this token is in use"));
  }
  Account made{account.name,
               account.role,
               account.unit_scope,
               account.entrances,
               account.token,
               fresh_salt(),
               now_(),
               {}};
  std::ranges::sort(made.entrances);
  made.entrances.erase(std::ranges::unique(made.entrances).begin(), made.entrances.end());
  std::int64_t no = 0;
  writer.run([&](Database& database, LogState&, const SliceClock&) {
    database
        .statement(
            "INSERT INTO account (name, role, unit_scope, token, salt, created_at) VALUES (?, ?, ?, ?, ?, ?)")
        .run(made.name, static_cast<int>(made.role), made.unit_scope, blob_of(made.token), blob_of(made.salt),
             made.created_at.time_since_epoch().count());
    no = sqlite3_last_insert_rowid(database.handle());
    for (const auto& entrance : made.entrances) {
      database.statement("INSERT INTO account_entrance VALUES (?, ?)").run(no, entrance);
    }
    return true;
  });
  const std::unique_lock lock(mutex_);
  by_token_[made.token] = accounts_.size();
  accounts_.push_back({no, made});
  return made;
}

bool AccountBook::revoke(Writer& writer, std::string_view name) {
  const std::lock_guard change(one_change_at_a_time_);
  const auto found = in_force(name);  // only a change changes it, and this is the only one
  if (found == accounts_.end()) return false;
  const auto at = now_();
  writer.run([&](Database& database, LogState&, const SliceClock&) {
    database.statement("UPDATE account SET revoked_at = ? WHERE account_no = ?")
        .run(at.time_since_epoch().count(), found->no);
    return true;
  });
  const std::unique_lock lock(mutex_);
  found->account.revoked_at = at;
  return true;
}

std::optional<Account> AccountBook::find(const TokenHash& token) const {
  const std::shared_lock lock(mutex_);
  const auto found = by_token_.find(token);
  if (found == by_token_.end() || accounts_[found->second].account.revoked_at) return std::nullopt;
  return accounts_[found->second].account;
}

std::vector<Account> AccountBook::all() const {
  const std::shared_lock lock(mutex_);
  std::vector<Account> accounts;
  for (const auto& entry : accounts_) accounts.push_back(entry.account);
  return accounts;
}

}  // namespace badge::store
