#pragma once
/// Logins in a real store, by a clock that the test moves.
#include <gtest/gtest.h>

#include <atomic>

#include "server/app/logins.hpp"
#include "server/store/store.hpp"
#include "tests/support/temp_dir.hpp"

namespace badge::app::test {

class LoginOffice : public testing::Test {
 protected:
  /// An HR officer of all units; the token of the invitation.
  std::string invite(const std::string& name) {
    const Grant hr{Role::hr, {}, attendance::DateSpan{attendance::Date::min()}};
    return logins.add({name, {}, {hr}}, Language::en).value().token;
  }
  void add(const std::string& name, std::string_view password) {
    ASSERT_TRUE(logins.answer_invitation(invite(name), password, Language::en));
  }

 private:
  [[nodiscard]] std::function<Instant()> clock() {
    return [this] { return now.load(); };
  }
  [[nodiscard]] store::StoreOptions new_store() {
    store::StoreOptions options;
    options.data_folder = folder.path();
    options.create = true;
    options.now = clock();
    return options;
  }

 protected:
  badge::test::TempDir folder;
  std::atomic<Instant> now = Instant(std::chrono::sys_days(std::chrono::year(2026) / 7 / 9));
  store::Store store{new_store()};
  Evidence evidence{store, OfficeTime::load("Asia/Ho_Chi_Minh").value(), 30, clock()};
  SecretKey key = SecretKey::load_or_make(folder.path() / "key");
  SecondFactors second_factors{store, key, clock()};
  Logins logins{store, evidence, second_factors, clock()};
};

}  // namespace badge::app::test
