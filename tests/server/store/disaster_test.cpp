#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <random>

#include "tests/server/store/store_fixture.hpp"

namespace badge::test {
namespace {

class Disaster : public StoreTest {};

/// A process that stores taps from where the store is, and writes each acknowledged seq to `pipe`, until it
/// is killed. Two bridges, so that commits hold batches of several streams.
[[noreturn]] void store_taps_until_killed(const std::filesystem::path& data,
                                          const std::vector<Journal>& journals, int pipe) {
  store::Store store({.data_folder = data, .now = {}, .on_committed = {}});
  std::vector<std::uint64_t> next(journals.size(), 1);
  for (const auto& stream : store.snapshot().streams()) {
    for (std::size_t i = 0; i < journals.size(); ++i) {
      if (journals[i].stream() == stream.stream) next[i] = stream.stored.seq + 1;
    }
  }
  for (;;) {
    for (std::uint32_t i = 0; i < journals.size(); ++i) {
      const auto last = std::min(next[i] + 6, journals[i].last().seq);
      const auto report = [i, pipe](const store::BatchAnswer& answer) {
        const std::uint64_t acknowledged[2]{i, std::get<Ack>(answer).stored.seq};
        if (::write(pipe, acknowledged, sizeof(acknowledged)) < 0) ::_exit(1);
      };
      if (store.ingest(journals[i].batch(next[i], last), report))
        next[i] = std::min(last + 1, journals[i].last().seq);
    }
  }
}

TEST_F(Disaster, OfBeingKilledAnywhereLosesNothingAcknowledgedAndDoublesNothing) {
  std::vector<Journal> journals{Journal(std::string(32, 'a')), Journal(std::string(32, 'b'))};
  for (auto& journal : journals) {
    for (std::uint32_t i = 0; i < 6000; ++i) journal.add(tap(card(i % 97), at(july_9, i * 1s)));
  }
  store_.reset();
  std::vector<std::uint64_t> acknowledged(journals.size());
  std::mt19937 random(20260709);
  for (int kill_no = 0; kill_no < 15; ++kill_no) {
    std::array<int, 2> ends{};
    ASSERT_EQ(::pipe(ends.data()), 0);
    const auto child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) store_taps_until_killed(data(), journals, ends[1]);
    ::close(ends[1]);
    // The moment is drawn in acknowledgements, so a slow machine is killed in as many places as a fast one.
    auto to_come = std::uniform_int_distribution(1, 60)(random);
    std::uint64_t report[2];
    while (::read(ends[0], report, sizeof(report)) == sizeof(report)) {
      acknowledged.at(report[0]) = std::max(acknowledged.at(report[0]), report[1]);
      if (--to_come == 0) ::kill(child, SIGKILL);
    }
    ::close(ends[0]);
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status)) << "the child ended by itself";

    open();
    expect_verified();
    std::size_t rows = 0;
    for (const auto& stream : store_->snapshot().streams()) {
      const auto i = stream.stream == journals[0].stream() ? 0U : 1U;
      EXPECT_GE(stream.stored.seq, acknowledged[i]);
      EXPECT_EQ(stream.stored, journals[i].mark(stream.stored.seq));
      rows += stream.stored.seq;
    }
    EXPECT_EQ(taps_in(), rows);
    store_.reset();
  }
}

TEST_F(Disaster, OfAFullDiskStoresNothingHalfAndGoesOnWhenThereIsRoom) {
  open(160);
  Journal journal;
  std::uint64_t stored = 0;
  for (bool full = false; !full;) {
    const auto first = journal.last().seq + 1;
    for (std::uint32_t i = 0; i < 200; ++i) journal.add(tap(card(i), at(july_9, 8h)));
    const auto answer = send(journal.batch(first, journal.last().seq));
    full = std::holds_alternative<store::StoreFault>(answer);
    if (!full) stored = std::get<Ack>(answer).stored.seq;
    ASSERT_LT(stored, 100'000U) << "the disk never became full";
  }
  EXPECT_GT(stored, 0U);
  EXPECT_EQ(taps_in(), stored) << "reading goes on";
  std::vector<store::Fact> units;
  for (int i = 0; i < 5000; ++i)
    units.emplace_back(attendance::Unit{std::to_string(i), "Phòng", "phòng", "", {}});
  EXPECT_THROW(store_->apply({"admin", "units.csv", units}), store::SqliteError);
  EXPECT_TRUE(std::holds_alternative<store::StoreFault>(send(journal.batch(stored + 1, stored + 200))));
  expect_verified();

  open(2000);  // somebody made room
  EXPECT_EQ(acknowledged(journal.batch(stored + 1, stored + 200)), journal.mark(stored + 200));
  EXPECT_TRUE(store_->snapshot().roster_facts().units.empty());
  expect_verified();
}

TEST_F(Disaster, OfADiskThatFillsUpDuringAnImportLeavesRoomForTaps) {
  open(150);
  Journal journal;
  journal.add(tap(card(1), at(july_9, 8h)));
  acknowledged(journal.all());
  std::vector<store::ImportedTap> taps;
  for (std::uint32_t i = 0; i < store::import_slice_rows_max; ++i) {
    taps.push_back({store::TapKey::card(card(i)), at(july_9, 7h), ""});
  }
  const auto id = store_->begin_import("admin", "taps.csv");
  EXPECT_THROW(static_cast<void>(store_->stage_taps(id, 0, taps)), store::SqliteError);
  store_->discard_import(id);
  journal.add(tap(card(2), at(july_9, 9h)));
  EXPECT_TRUE(eventually([&] { return std::holds_alternative<Ack>(send(journal.batch(2, 2))); }))
      << "what was staged is cleaned away by the server itself";
  EXPECT_EQ(taps_in(), 2U);
  expect_verified();
}

}  // namespace
}  // namespace badge::test
