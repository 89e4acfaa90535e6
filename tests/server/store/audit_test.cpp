// The log of who did what: in order, searched, and found out where somebody changed it.
#include "server/store/sqlite.hpp"
#include "tests/server/store/store_fixture.hpp"

namespace badge::test {
namespace {

using store::AuditEntry;
using store::AuditFilter;

class AuditLog : public StoreTest {
 protected:
  void note(std::string actor, std::string staff = {}, std::string unit = {}) {
    store_->note({0,
                  {},
                  std::move(actor),
                  "10.0.0.1",
                  "GET /api/v1/why",
                  "date=2026-07-09",
                  std::move(staff),
                  std::move(unit),
                  200},
                 true);
  }
  [[nodiscard]] std::vector<std::uint64_t> numbers(const AuditFilter& filter) const {
    std::vector<std::uint64_t> found;
    for (const auto& entry : store_->audit(filter)) found.push_back(entry.no);
    return found;
  }
  /// Changes the file behind the store's back.
  void tamper(const std::string& sql) {
    store_.reset();
    store::Database(data() / "store.db", store::Database::Mode::create).execute(sql);
    open();
  }
};

TEST_F(AuditLog, KeepsWhatWasNotedNewestFirst) {
  note("ltha", "CB1", "SNV");
  note("nvan");
  const auto entries = store_->audit({});
  ASSERT_EQ(entries.size(), 2U);
  EXPECT_EQ(entries[1], (AuditEntry{1, now_.load(), "ltha", "10.0.0.1", "GET /api/v1/why", "date=2026-07-09",
                                    "CB1", "SNV", 200}));
  EXPECT_EQ(entries[0].actor, "nvan");
}

TEST_F(AuditLog, IsSearchedByActorPersonUnitAndPlace) {
  note("ltha", "CB1", "");
  note("nvan", "CB1", "");
  note("ltha", "", "SNV");
  EXPECT_EQ(numbers({"ltha", "", "", "", {}}), (std::vector<std::uint64_t>{3, 1}));
  EXPECT_EQ(numbers({"", "CB1", "", "", {}}), (std::vector<std::uint64_t>{2, 1}));
  EXPECT_EQ(numbers({"", "CB1", "", "nvan", {}}), (std::vector<std::uint64_t>{1}));
  EXPECT_EQ(numbers({"", "", "SNV", "", {}}), (std::vector<std::uint64_t>{3}));
  EXPECT_EQ(numbers({"", "", "", "", 3}), (std::vector<std::uint64_t>{2, 1}));
}

TEST_F(AuditLog, IsWholeAlsoAfterARestart) {
  for (int i = 0; i < 5; ++i) note("ltha");
  const auto before = store_->check_audit();
  open();
  const auto after = store_->check_audit();
  EXPECT_EQ(after.first_wrong, std::nullopt);
  EXPECT_EQ(after.entries, 5U);
  EXPECT_EQ(after.last, before.last);
  note("nvan");
  EXPECT_NE(store_->check_audit().last, before.last);
}

TEST_F(AuditLog, HasOneRowOfAChangeThatWasBegunAndEnded) {
  AuditEntry entry{0, {}, "ltha", "10.0.0.1", "POST /api/v1/closes", "", "", "", 0};
  const auto begun = store_->begin_audited(entry);
  entry.status = 201;
  store_->end_audited(begun, entry);
  open();
  ASSERT_EQ(store_->audit({}).size(), 1U);
  EXPECT_EQ(store_->audit({}).front().status, 201);
}

TEST_F(AuditLog, TellsOfAChangeDuringWhichTheProgramEnded) {
  note("nvan");
  const AuditEntry entry{0, {}, "ltha", "10.0.0.1", "POST /api/v1/closes", "of=SNV", "", "", 0};
  static_cast<void>(store_->begin_audited(entry));
  const auto begun_at = now_.load();
  now_ = begun_at + std::chrono::hours(1);
  open();
  open();
  const auto entries = store_->audit({});
  ASSERT_EQ(entries.size(), 2U) << "told once";
  EXPECT_EQ(entries[0], (AuditEntry{2, begun_at, "ltha", "10.0.0.1", "POST /api/v1/closes", "of=SNV", "", "",
                                    store::audit_outcome_unknown}));
  EXPECT_EQ(store_->check_audit().first_wrong, std::nullopt);
}

TEST_F(AuditLog, TellsWhichRowWasChanged) {
  for (int i = 0; i < 5; ++i) note("ltha");
  tamper("UPDATE audit SET actor = 'nvan' WHERE no = 3");
  EXPECT_EQ(store_->check_audit().first_wrong, 3U);
}

TEST_F(AuditLog, TellsWhichRowWasTakenAway) {
  for (int i = 0; i < 5; ++i) note("ltha");
  tamper("DELETE FROM audit WHERE no = 2");
  EXPECT_EQ(store_->check_audit().first_wrong, 2U);
}

TEST_F(AuditLog, TellsThatARowWasPutInAnothersPlace) {
  for (int i = 0; i < 5; ++i) note("ltha" + std::to_string(i));
  tamper("DELETE FROM audit WHERE no = 2; UPDATE audit SET no = no - 1 WHERE no > 2");
  EXPECT_EQ(store_->check_audit().first_wrong, 2U);
}

TEST_F(AuditLog, CutsWhatIsLongBetweenLettersAndHoldsOneLine) {
  note(std::string(store::audit_text_bytes_max - 1, 'a') + "đ", "a\tb\nc");
  const auto entry = store_->audit({}).at(0);
  EXPECT_EQ(entry.actor, std::string(store::audit_text_bytes_max - 1, 'a'));
  EXPECT_EQ(entry.staff_code, "a b c");
  EXPECT_EQ(store_->check_audit().first_wrong, std::nullopt);
}

}  // namespace
}  // namespace badge::test
