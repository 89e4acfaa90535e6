#include "firmware-bridge/journal.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

#include "reader-config/tap/tap_wire.hpp"
#include "tests/firmware-bridge/facts.hpp"
#include "tests/support/temp_dir.hpp"

namespace badge::bridge::test {
namespace {

using badge::test::TempDir;
using std::chrono::hours;
using std::chrono::seconds;

Mark append_tap(Journal& journal, Instant at = morning) {
  const Record row = tap_at(at);
  return journal.append({&row, 1}).value();
}

std::uint64_t seq_of(const std::string& line) {
  const auto row = decode_row(line);
  return std::holds_alternative<Entry>(row) ? std::get<Entry>(row).seq : 0;
}

class JournalTest : public testing::Test {
 protected:
  TempDir folder;
  std::string file = folder / "journal.db";
  std::unique_ptr<Journal> open(Journal::Options options = {}) {
    return std::make_unique<Journal>(file, options, morning);
  }
};

TEST_F(JournalTest, NumbersRowsFromOneAndChainsTheirDigests) {
  const auto journal = open();
  const auto first = append_tap(*journal);
  const auto second = append_tap(*journal, morning + seconds(1));
  const auto lines = journal->lines_after(0, 10);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(seq_of(lines[0]), 1U);
  EXPECT_EQ(seq_of(lines[1]), 2U);
  EXPECT_EQ(first.digest, chain(Digest{}, lines[0]));
  EXPECT_EQ(second.digest, chain(first.digest, lines[1]));
}

TEST_F(JournalTest, HoldsWhatItHeldWhenItIsOpenedAgain) {
  std::string stream;
  Mark last;
  {
    const auto journal = open();
    stream = journal->stream();
    append_tap(*journal);
    last = append_tap(*journal);
    journal->set_delivered({1, *journal->digest_at(1)}, 0);
  }
  const auto journal = open();
  EXPECT_EQ(journal->stream(), stream);
  EXPECT_EQ(journal->last(), last);
  EXPECT_EQ(journal->delivered().seq, 1U);
  EXPECT_EQ(journal->backlog(), 1U);
}

TEST_F(JournalTest, GivesEveryNewFileAStreamOfItsOwn) {
  const auto one = open();
  const Journal other(folder / "other.db", {}, morning);
  EXPECT_EQ(one->stream().size(), 32U);
  EXPECT_NE(one->stream(), other.stream());
}

TEST_F(JournalTest, IsReadableByItsOwnerOnly) {
  const auto journal = open({.reserve_bytes = 4096, .pages_max = 0});
  append_tap(*journal);
  for (const auto* name : {"journal.db", "journal.db-wal", "journal.db.reserve"}) {
    struct stat info{};
    ASSERT_EQ(::stat((folder / name).c_str(), &info), 0) << name;
    EXPECT_EQ(info.st_mode & 0777, 0600U) << name;
  }
}

TEST_F(JournalTest, RefusesASecondBridge) {
  const auto journal = open();
  append_tap(*journal);
  try {
    open_journal(file, {}, morning);
    FAIL() << "it was opened twice";
  } catch (const std::runtime_error& error) {
    EXPECT_EQ(std::string(error.what()),
              "the journal " + file + " cannot be opened: another badge-bridge is using it");
  }
}

TEST_F(JournalTest, RemembersReadersAndTheClock) {
  const ReaderMemory memory{"cong-a-1", true, morning, card("04A1B2C3D4E5F6"), morning - seconds(9), 7};
  const ClockMemory clock{"1f0c9a3e", morning, seconds(5), seconds(1), seconds(4), true, false};
  open()->append({}, {{memory}, clock}).value();
  EXPECT_EQ(open()->memory().readers, std::vector{memory});
  EXPECT_EQ(open()->memory().clock, clock);
}

TEST_F(JournalTest, SetsADamagedFileAsideAndBeginsANewStream) {
  std::ofstream(file)
      << "this is no database, and long enough to be seen as none, for a header has 100 bytes "
         "............................................................................";
  const auto opened = open_journal(file, {}, morning);
  EXPECT_EQ(opened.set_aside, file + ".damaged-20260709T003712Z");
  EXPECT_TRUE(std::filesystem::exists(opened.set_aside));
  EXPECT_EQ(opened.journal->last().seq, 0U);
}

TEST_F(JournalTest, FindsARowThatWasChangedOnDisk) {
  {
    const auto journal = open();
    append_tap(*journal);
    append_tap(*journal);
  }
  JournalDatabase(file).run("UPDATE row SET line = replace(line, '04A1', '04A2') WHERE seq = 1");
  const auto opened = open_journal(file, {}, morning);
  EXPECT_FALSE(opened.set_aside.empty());
  EXPECT_EQ(opened.why, "row 1 does not continue the row before");
}

TEST_F(JournalTest, FindsThatItsLastRowIsMissing) {
  {
    const auto journal = open();
    append_tap(*journal);
    append_tap(*journal);
  }
  JournalDatabase(file).run("DELETE FROM row WHERE seq = 2");
  EXPECT_EQ(open_journal(file, {}, morning).why, "its last rows are missing");
}

// ---- pruning ----

TEST_F(JournalTest, PrunesOnlyWhatIsInTheServersBackupOrOlderThanAQuarter) {
  const auto journal = open();
  for (int day = 0; day < 4; ++day) append_tap(*journal, morning + hours(24 * day));
  journal->set_delivered({3, *journal->digest_at(3)}, 1);
  EXPECT_EQ(journal->maintain(morning + hours(24 * 4)), 1U);
  EXPECT_EQ(journal->pruned_to(), 1U);
  EXPECT_EQ(journal->maintain(morning + hours(24 * 91) + seconds(1)),
            1U);                                                // row 2 is a quarter old, row 3 is not
  EXPECT_EQ(journal->maintain(morning + hours(24 * 400)), 1U);  // row 4 was never delivered: it stays
  EXPECT_EQ(journal->pruned_to(), 3U);
  EXPECT_EQ(journal->last().seq, 4U);
}

TEST_F(JournalTest, SaysThatPrunedRowsAreLostWhenTheyAreAskedForAgain) {
  auto journal = open();
  for (int row = 0; row < 5; ++row) append_tap(*journal, morning + seconds(row));
  const auto third = *journal->digest_at(3);
  journal->set_delivered({3, third}, 3);
  journal->maintain(morning);
  journal = nullptr;
  journal = open();

  const auto lines = journal->lines_after(1, 10);
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(std::get<Lost>(decode_row(lines[0])), (Lost{2, 3, morning, morning + seconds(2), third}));
  EXPECT_EQ(seq_of(lines[1]), 4U);
  EXPECT_EQ(chain(third, lines[1]), *journal->digest_at(4));
  EXPECT_EQ(journal->digest_at(3), third);
  EXPECT_FALSE(journal->digest_at(2));
}

TEST_F(JournalTest, NamesTheDayOfLostRowsAndNotItsWholeLife) {
  const auto journal = open();
  for (int day = 0; day < 3; ++day) {
    append_tap(*journal, morning + hours(24 * day));
    append_tap(*journal, morning + hours(24 * day + 1));
    const auto seq = journal->last().seq;
    journal->set_delivered(journal->last(), seq - 1);
    journal->maintain(morning);
    journal->set_delivered(journal->last(), seq);
    journal->maintain(morning);
  }
  const auto lost = std::get<Lost>(decode_row(journal->lines_after(4, 10).at(0)));
  EXPECT_EQ(lost.first, 5U);
  EXPECT_EQ(lost.last, 6U);
  EXPECT_EQ(lost.from, morning + hours(48));
  EXPECT_EQ(lost.to, morning + hours(49));
}

TEST_F(JournalTest, NotesPrunedRowsOnceADay) {
  auto journal = open();
  for (int hour = 0; hour < 5; ++hour) {
    append_tap(*journal, morning + hours(hour));
    journal->set_delivered(journal->last(), journal->last().seq);
    journal->maintain(morning);
  }
  journal = nullptr;
  EXPECT_EQ(JournalDatabase(file).ask("SELECT count(*) || ' to ' || max(last) FROM gap"), "1 to 5");
}

// ---- a full disk ----

TEST_F(JournalTest, GivesUpDeliveredRowsWhenTheDiskIsFullAndNeverOthers) {
  const auto journal = open({.reserve_bytes = 0, .pages_max = 60});
  const std::vector<Record> rows(20, tap_at(morning));
  while (journal->append(rows)) {
  }
  const auto written = journal->last().seq;
  ASSERT_GT(written, 50U);
  EXPECT_FALSE(journal->append(rows));  // none was delivered: none may go
  EXPECT_EQ(journal->last().seq, written);

  const auto half = written / 2;
  journal->set_delivered({half, *journal->digest_at(half)}, 0);  // though not in any backup
  EXPECT_TRUE(journal->append(rows));
  EXPECT_EQ(journal->pruned_to(), half);
  EXPECT_EQ(journal->lines_after(half, 10'000).size(), written - half + rows.size());
}

TEST_F(JournalTest, GoesOnWithoutAGapAfterTheDiskWasFull) {
  const auto journal = open({.reserve_bytes = 0, .pages_max = 40});
  const std::vector<Record> rows(20, tap_at(morning));
  while (journal->append(rows)) {
  }
  journal->set_delivered(journal->last(), 0);
  append_tap(*journal);
  auto digest = *journal->digest_at(journal->pruned_to());
  auto seq = journal->pruned_to();
  for (const auto& line : journal->lines_after(seq, 1000)) {
    EXPECT_EQ(seq_of(line), ++seq);
    digest = chain(digest, line);
  }
  EXPECT_EQ(journal->last(), (Mark{seq, digest}));
}

TEST_F(JournalTest, KeepsAReserveAndGivesItUp) {
  const JournalReserve reserve(folder / "reserve", 1 << 20);
  EXPECT_TRUE(reserve.hold());
  EXPECT_EQ(std::filesystem::file_size(folder / "reserve"), 1U << 20);
  EXPECT_TRUE(reserve.release());
  EXPECT_FALSE(std::filesystem::exists(folder / "reserve"));
  EXPECT_FALSE(reserve.release());
  EXPECT_FALSE(JournalReserve(folder / "vast", 1ULL << 60).hold());  // never takes the last block
}

// ---- forks ----

TEST_F(JournalTest, MovesUndeliveredRowsToANewStreamWhenForked) {
  auto journal = open();
  const auto old_stream = journal->stream();
  for (int row = 0; row < 5; ++row) append_tap(*journal, morning + seconds(row));
  journal->set_delivered({2, *journal->digest_at(2)}, 0);
  journal->fork(2, morning);
  EXPECT_NE(journal->stream(), old_stream);
  EXPECT_EQ(journal->delivered(), Mark{});
  const auto lines = journal->lines_after(0, 10);
  ASSERT_EQ(lines.size(), 3U);
  Mark mark;
  for (int row = 0; row < 3; ++row) {
    const auto entry = std::get<Entry>(decode_row(lines[static_cast<std::size_t>(row)]));
    EXPECT_EQ(std::get<Tap>(entry.record), tap_at(morning + seconds(2 + row)));
    mark = {mark.seq + 1, chain(mark.digest, lines[static_cast<std::size_t>(row)])};
    EXPECT_EQ(entry.seq, mark.seq);
  }
  EXPECT_EQ(journal->last(), mark);
  append_tap(*journal);
  journal = nullptr;
  EXPECT_EQ(open()->last().seq, 4U);  // and it is whole when opened again
}

TEST_F(JournalTest, BeginsAnEmptyStreamWhenForkedWithEverythingDelivered) {
  const auto journal = open();
  append_tap(*journal);
  journal->set_delivered(journal->last(), 0);
  journal->fork(1, morning);
  EXPECT_EQ(journal->last(), Mark{});
  EXPECT_EQ(append_tap(*journal).seq, 1U);
}

TEST_F(JournalTest, PrunesStreamsOfThePastAsWell) {
  const auto journal = open();
  append_tap(*journal);
  append_tap(*journal);
  journal->set_delivered({1, *journal->digest_at(1)}, 0);
  journal->fork(1, morning);
  EXPECT_EQ(journal->maintain(morning + hours(24 * 91)), 1U);
}

}  // namespace
}  // namespace badge::bridge::test
