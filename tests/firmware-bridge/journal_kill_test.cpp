// A writer is killed at random instants; what it had acknowledged must be there, in a whole chain.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <random>

#include "firmware-bridge/journal.hpp"
#include "reader-config/tap/tap_wire.hpp"
#include "tests/firmware-bridge/facts.hpp"
#include "tests/support/temp_dir.hpp"

namespace badge::bridge::test {
namespace {

/// Appends for ever and says each seq on `pipe` once it is durable, as a light would.
[[noreturn]] void write_until_killed(const std::string& file, int pipe) {
  Journal journal(file, {}, morning);
  while (true) {
    const Record row = tap_at(morning + std::chrono::milliseconds(journal.last().seq));
    const ReaderMemory memory{"cong-a-1", true, morning, {}, morning, journal.last().seq + 1};
    const auto mark = journal.append({&row, 1}, {{memory}, {}});
    if (!mark || ::write(pipe, &mark->seq, sizeof mark->seq) != sizeof mark->seq) ::_exit(1);
  }
}

TEST(JournalKilled, HasEveryAcknowledgedRowInAWholeChain) {
  constexpr int kills = 40;
  const badge::test::TempDir folder;
  const auto file = folder / "journal.db";
  std::mt19937 random(20'260'709);
  std::uint64_t acknowledged = 0;
  for (int round = 0; round < kills; ++round) {
    std::array<int, 2> ends{};
    ASSERT_EQ(::pipe(ends.data()), 0);
    const pid_t writer = ::fork();
    ASSERT_GE(writer, 0);
    if (writer == 0) {
      ::close(ends[0]);
      try {
        write_until_killed(file, ends[1]);
      } catch (const std::exception&) {
        ::_exit(2);
      }
    }
    ::close(ends[1]);
    // Kill in the middle of some later row, not between two of them: after a random number and a random bit
    // more.
    const auto rows = std::uniform_int_distribution<int>(0, 12)(random);
    std::uint64_t seq = 0;
    for (int row = 0; row < rows && ::read(ends[0], &seq, sizeof seq) == sizeof seq; ++row)
      acknowledged = seq;
    ::usleep(std::uniform_int_distribution<useconds_t>(0, 6000)(random));
    ::kill(writer, SIGKILL);
    int status = 0;
    ASSERT_EQ(::waitpid(writer, &status, 0), writer);
    ASSERT_TRUE(WIFSIGNALED(status)) << "the writer gave up by itself in round " << round;
    while (::read(ends[0], &seq, sizeof seq) == sizeof seq) acknowledged = seq;
    ::close(ends[0]);

    const auto opened = open_journal(file, {}, morning);
    ASSERT_TRUE(opened.set_aside.empty()) << opened.why;
    ASSERT_GE(opened.journal->last().seq, acknowledged);
    ASSERT_LE(opened.journal->last().seq, acknowledged + 1);  // durable, but killed before it could say so
    acknowledged = opened.journal->last().seq;
    if (acknowledged > 0) {
      ASSERT_EQ(opened.journal->memory().readers.at(0).card_seq, acknowledged);  // in the same commit
    }
  }
  ASSERT_GT(acknowledged, static_cast<std::uint64_t>(kills));
  const Journal journal(file, {}, morning);
  Mark mark;
  for (const auto& line : journal.lines_after(0, 100'000)) {
    mark = {mark.seq + 1, chain(mark.digest, line)};
    ASSERT_EQ(std::get<Entry>(decode_row(line)).seq, mark.seq);
  }
  EXPECT_EQ(mark, journal.last());
}

}  // namespace
}  // namespace badge::bridge::test
