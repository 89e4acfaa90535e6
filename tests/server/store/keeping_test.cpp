#include <algorithm>
#include <fstream>

#include "server/store/sqlite.hpp"
#include "tests/server/store/store_fixture.hpp"

namespace badge::test {
namespace {

class Keeping : public StoreTest {
 protected:
  void send_taps(std::uint64_t count) {
    const auto first = journal_.last().seq + 1;
    for (std::uint64_t i = 0; i < count; ++i)
      journal_.add(tap(card(static_cast<std::uint32_t>(i)), at(july_9, 8h)));
    acknowledged(journal_.batch(first, journal_.last().seq));
  }
  Ack hello() { return std::get<Ack>(send(journal_.batch(journal_.last().seq + 1, journal_.last().seq))); }
  [[nodiscard]] std::filesystem::path file() const { return folder_.path() / "backup.db"; }
  void change_behind_its_back(const std::string& sql) {
    store_.reset();
    store::Database(data() / "store.db", store::Database::Mode::read_write).execute(sql);
    open();
  }
  Journal journal_;
};

TEST_F(Keeping, LetsBridgesForgetOnlyWhatLiesInACompletedBackup) {
  send_taps(5);
  const auto marked = journal_.last();
  const auto backup = store_->backup_to(file());
  EXPECT_GT(backup.bytes, 0U);
  send_taps(3);
  EXPECT_EQ(hello().backed_up, Mark{}) << "the copy may not have reached a safe place yet";
  ASSERT_TRUE(store_->complete_backup(backup.id));
  EXPECT_EQ(hello().backed_up, marked);
  EXPECT_EQ(hello().stored, journal_.last());
  open();
  EXPECT_EQ(hello().backed_up, marked);
  ASSERT_EQ(store_->backups().size(), 1U);
  EXPECT_TRUE(store_->backups()[0].completed);
  EXPECT_FALSE(store_->complete_backup(backup.id + 1));
}

TEST_F(Keeping, MovesNothingBackWhenAnOlderBackupIsCompletedLate) {
  send_taps(2);
  const auto older = store_->backup_to(file());
  send_taps(2);
  const auto newer = store_->backup_to(folder_.path() / "newer.db");
  ASSERT_TRUE(store_->complete_backup(newer.id));
  ASSERT_TRUE(store_->complete_backup(older.id));
  EXPECT_EQ(hello().backed_up, journal_.last());
}

TEST_F(Keeping, RestoresABackupAndAsksTheBridgesForTheRest) {
  send_taps(5);
  static_cast<void>(store_->backup_to(file()));
  const auto marked = journal_.last();
  send_taps(4);
  store_.reset();
  EXPECT_FALSE(store::restore(file(), data(), false)) << "a store is not replaced unasked";
  ASSERT_TRUE(store::restore(file(), data(), true));
  open();
  EXPECT_EQ(taps_in(), 5U);
  EXPECT_EQ(acknowledged(journal_.batch(10, 9)), marked) << "the mark moved back";
  EXPECT_EQ(acknowledged(journal_.batch(6, 9)), journal_.last());
  EXPECT_EQ(taps_in(), 9U);
  EXPECT_TRUE(std::filesystem::exists(data() / "before-restore-1" / "store.db"));
  expect_verified();
}

TEST_F(Keeping, RestoresIntoANewFolder) {
  send_taps(5);
  static_cast<void>(store_->backup_to(file()));
  ASSERT_TRUE(store::restore(file(), folder_.path() / "elsewhere", false));
  const store::Store other({.data_folder = folder_.path() / "elsewhere", .now = {}, .on_committed = {}});
  EXPECT_EQ(other.snapshot().streams().at(0).stored, journal_.last());
}

TEST_F(Keeping, RefusesToRestoreWhatIsNoBackup) {
  std::ofstream(file()) << "these are not the bytes of a database, however many of them there may be";
  EXPECT_FALSE(store::restore(file(), folder_.path() / "elsewhere", false));
  EXPECT_FALSE(store::restore(folder_.path() / "missing.db", folder_.path() / "elsewhere", false));
  store::Database(folder_.path() / "other.db", store::Database::Mode::create).execute("CREATE TABLE t (a)");
  EXPECT_FALSE(store::restore(folder_.path() / "other.db", folder_.path() / "elsewhere", false));
  EXPECT_FALSE(std::filesystem::exists(folder_.path() / "elsewhere" / "store.db"));
}

TEST_F(Keeping, RefusesToRestoreADamagedBackup) {
  for (int i = 0; i < 20; ++i) send_taps(500);
  static_cast<void>(store_->backup_to(file()));
  std::fstream damaged(file(), std::ios::in | std::ios::out | std::ios::binary);
  damaged.seekp(static_cast<std::streamoff>(std::filesystem::file_size(file()) / 2));
  damaged << std::string(8192, '\xA5');
  damaged.close();
  EXPECT_FALSE(store::restore(file(), folder_.path() / "elsewhere", false));
}

TEST_F(Keeping, RefusesToRestoreUnderARunningServer) {
  static_cast<void>(store_->backup_to(file()));
  const auto refused = store::restore(file(), data(), true);
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().find("in use"), std::string::npos);
}

TEST_F(Keeping, CopiesWhileTapsArrive) {
  send_taps(1000);
  std::atomic<bool> stop = false;
  std::thread bridge([&] {
    while (!stop) send_taps(10);
  });
  for (int i = 0; i < 5; ++i) {
    static_cast<void>(store_->backup_to(folder_.path() / ("copy" + std::to_string(i))));
  }
  stop = true;
  bridge.join();
  for (int i = 0; i < 5; ++i) {
    const auto folder = folder_.path() / ("restored" + std::to_string(i));
    ASSERT_TRUE(store::restore(folder_.path() / ("copy" + std::to_string(i)), folder, false));
    const store::Store copy({.data_folder = folder, .now = {}, .on_committed = {}});
    EXPECT_TRUE(copy.verify().ok());
  }
}

TEST_F(Keeping, DoesNotWriteABackupOverAFile) {
  std::ofstream(file()) << "precious";
  EXPECT_THROW(static_cast<void>(store_->backup_to(file())), store::SqliteError);
  EXPECT_EQ(std::filesystem::file_size(file()), 8U);
}

TEST_F(Keeping, FindsAMonthThatDiffersFromTheLog) {
  send_taps(20);
  store_->fold();
  expect_verified();
  change_behind_its_back(
      "UPDATE credential_month SET taps = substr(taps, 1, 0) WHERE id = (SELECT min(id) FROM"
      " credential_month)");
  EXPECT_EQ(store_->verify().differences.size(), 1U);
  store_->fold(true);
  expect_verified();
}

TEST_F(Keeping, FindsAMonthWhoseNumberOfTapsIsNotTheLogs) {
  send_taps(20);
  expect_verified();
  change_behind_its_back("UPDATE month_touched SET taps = taps + 1 WHERE taps > 0");
  ASSERT_EQ(store_->verify().differences.size(), 1U);
  EXPECT_EQ(store_->verify().differences[0], "month 2026-7: the log has 20 taps, month_touched says 21");
}

TEST_F(Keeping, FindsALogThatDiffersFromItsMarks) {
  send_taps(20);
  change_behind_its_back("DELETE FROM tap_log WHERE seq = 7");
  const auto differences = store_->verify().differences;
  EXPECT_EQ(std::ranges::count_if(
                differences,
                [&](const auto& sentence) { return sentence.find(journal_.stream()) != std::string::npos; }),
            1);
}

TEST_F(Keeping, FindsTapsOfASourceThatIsNotThere) {
  send_taps(3);
  change_behind_its_back("UPDATE tap_log SET source_no = 99 WHERE seq = 2");
  EXPECT_FALSE(store_->verify().ok());
}

TEST_F(Keeping, TheLogBeginsAnewBetweenTwoReports) {
  const auto write_more_than_is_moved_at_once = [this](int round) {
    const attendance::DateSpan always{attendance::Date(july_9.time_since_epoch())};
    std::vector<store::Fact> facts;
    for (int i = 0; i < 4000; ++i) {
      const auto code = std::to_string(round) + "-" + std::to_string(i);
      facts.push_back(attendance::Posting{code, std::string(800, 'x'), "snv", "", "", always, i});
    }
    store_->apply({"hr", "staff.csv", std::move(facts)});
  };
  std::uintmax_t after_one = 0;
  for (int round = 1; round <= 4; ++round) {
    {
      const auto report = store_->snapshot();
      write_more_than_is_moved_at_once(round);
    }
    send_taps(1);  // nobody reads: the rest is moved
    send_taps(1);  // the log begins anew
    if (round == 1) after_one = std::filesystem::file_size(data() / "store.db-wal");
  }
  EXPECT_GT(after_one, 4'000'000U);
  EXPECT_LT(std::filesystem::file_size(data() / "store.db-wal"), 2 * after_one);
}

TEST_F(Keeping, IsOpenedByOneProgramAtATime) {
  EXPECT_THROW(store::Store({.data_folder = data(), .now = {}, .on_committed = {}}), store::CannotOpen);
}

TEST_F(Keeping, IsNotMadeUnasked) {
  EXPECT_THROW(store::Store({.data_folder = folder_.path(), .now = {}, .on_committed = {}}),
               store::CannotOpen);
  EXPECT_THROW(store::Store({.data_folder = folder_.path() / "none", .now = {}, .on_committed = {}}),
               store::CannotOpen);
}

TEST_F(Keeping, LeavesAStoreOfANewerProgramAlone) {
  store_.reset();
  store::Database(data() / "store.db", store::Database::Mode::read_write)
      .execute("PRAGMA user_version = 9999");
  EXPECT_THROW(open(), store::CannotOpen);
}

}  // namespace
}  // namespace badge::test
