// Lists of praise that were released: what is kept of them, and of their withdrawal.
#include "server/store/praise_releases.hpp"

#include "tests/server/store/store_fixture.hpp"

namespace badge::test {
namespace {

class PraiseReleases : public StoreTest {
 protected:
  std::int64_t release() {
    store::NewPraiseRelease release;
    release.unit_code = "SNV";
    release.released_by = "chi";
    release.rows = {{"NV1", "Trần Thị Bình", "", "Sở Nội vụ", "46/46"}};
    return store_->release(release).value_or(0);
  }
};

TEST_F(PraiseReleases, AreKeptWithTheirWithdrawal) {
  const auto first = release(), second = release();
  now_ = at(july_9, 9h);
  EXPECT_TRUE(store_->withdraw(first, {"Nhầm kỳ", "nhan-su", {}}));

  const auto kept = store_->praise_release(first);
  ASSERT_TRUE(kept && kept->withdrawn);
  EXPECT_EQ(kept->withdrawn->reason, "Nhầm kỳ");
  EXPECT_EQ(kept->withdrawn->withdrawn_by, "nhan-su");
  EXPECT_EQ(kept->withdrawn->at, now_.load());
  EXPECT_EQ(kept->released_by, "chi");
  EXPECT_EQ(kept->rows.size(), 1U) << "nothing of the release is deleted";
  const auto all = store_->praise_releases();
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].no, second);
  EXPECT_FALSE(all[0].withdrawn);
  EXPECT_TRUE(all[1].withdrawn);
}

TEST_F(PraiseReleases, AreWithdrawnOnceAndTheFirstReasonStays) {
  const auto no = release();
  EXPECT_FALSE(store_->withdraw(no + 1, {"Không có danh sách này", "chi", {}}));
  EXPECT_TRUE(store_->withdraw(no, {"Nhầm kỳ", "chi", {}}));
  EXPECT_FALSE(store_->withdraw(no, {"Lý do khác", "nhan-su", {}}));
  EXPECT_EQ(store_->praise_release(no)->withdrawn->reason, "Nhầm kỳ");
}

}  // namespace
}  // namespace badge::test
