#include "tests/server/store/store_fixture.hpp"

namespace badge::test {
namespace {

class Accounts : public StoreTest {
 protected:
  static store::NewAccount bridge(const std::string& name, std::uint8_t token) {
    return {name, store::Role::bridge, "", {"cong-b", "cong-a"}, {token}};
  }
};

TEST_F(Accounts, AreFoundByTheirTokenAlsoAfterARestart) {
  ASSERT_TRUE(store_->add_account(bridge("cong-a", 1)));
  ASSERT_TRUE(store_->add_account({"lan", store::Role::hr, "SNV", {}, {2}}));
  for (int i = 0; i < 2; ++i) {
    const auto found = store_->find_account({1});
    ASSERT_TRUE(found);
    EXPECT_EQ(found->name, "cong-a");
    EXPECT_EQ(found->role, store::Role::bridge);
    EXPECT_EQ(found->entrances, (std::vector<std::string>{"cong-a", "cong-b"}));
    EXPECT_EQ(found->created_at, at(july_9, 10h));
    EXPECT_EQ(store_->find_account({2})->unit_scope, "SNV");
    EXPECT_FALSE(store_->find_account({3}));
    open();
  }
}

TEST_F(Accounts, HaveASaltOfTheirOwnThatStays) {
  ASSERT_TRUE(store_->add_account(bridge("cong-a", 1)));
  ASSERT_TRUE(store_->add_account(bridge("cong-b", 2)));
  const auto salt = store_->find_account({1})->salt;
  EXPECT_NE(salt, store::RosterSalt{});
  EXPECT_NE(salt, store_->find_account({2})->salt);
  open();
  EXPECT_EQ(store_->find_account({1})->salt, salt);
}

TEST_F(Accounts, AreNobodyOnceRevokedAndTheirNameIsFreeAgain) {
  ASSERT_TRUE(store_->add_account(bridge("cong-a", 1)));
  EXPECT_FALSE(store_->add_account(bridge("cong-a", 2))) << "the name is taken";
  EXPECT_TRUE(store_->revoke_account("cong-a"));
  EXPECT_FALSE(store_->revoke_account("cong-a"));
  EXPECT_FALSE(store_->find_account({1}));
  EXPECT_TRUE(store_->add_account(bridge("cong-a", 2)));
  EXPECT_FALSE(store_->add_account(bridge("cong-c", 1))) << "a token is never used twice";
  open();
  EXPECT_FALSE(store_->find_account({1}));
  EXPECT_TRUE(store_->find_account({2}));
  ASSERT_EQ(store_->accounts().size(), 2U);
  EXPECT_TRUE(store_->accounts()[0].revoked_at);
}

}  // namespace
}  // namespace badge::test
