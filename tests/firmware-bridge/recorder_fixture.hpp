#pragma once
/// A recorder with two readers of cong-a and a real journal, by a clock that the test moves.
#include <gtest/gtest.h>

#include "firmware-bridge/recorder.hpp"
#include "tests/firmware-bridge/facts.hpp"
#include "tests/firmware-bridge/rosters.hpp"
#include "tests/support/temp_dir.hpp"

namespace badge::bridge::test {

inline const auto an = card("04A1B2C3D4E5F6");
inline const auto inspector = card("04A1B2C3D4E5F7");

class RecorderTest : public testing::Test {
 protected:
  RecorderTest() {
    for (const auto* id : {"cong-a-1", "cong-a-2"}) {
      site.readers.emplace_back();
      site.readers.back().id = id;
      site.readers.back().entrance = "cong-a";
    }
    EXPECT_TRUE(roster.take(
        roster_text({{an.hex(), "N. V. An", "active"}, {inspector.hex(), "T. T. Bé", "inspector"}}), "1"));
    start();
  }

  /// A bridge that is killed and started again; `pages_max` makes a full disk.
  void start(std::int64_t pages_max = 0) {
    recorder.reset();
    journal.reset();
    journal =
        std::make_unique<Journal>(folder / "journal.db", Journal::Options{0, pages_max}, clock.now.wall);
    recorder = std::make_unique<Recorder>(site, *journal, clock, roster);
    recorder->start();
  }

  std::vector<Record> rows() const {
    std::vector<Record> records;
    for (const auto& line : journal->lines_after(0, 1000))
      records.push_back(std::get<Entry>(decode_row(line)).record);
    return records;
  }
  template <typename Fact>
  std::vector<Fact> all() const {
    std::vector<Fact> facts;
    for (const auto& record : rows()) {
      if (const auto* fact = std::get_if<Fact>(&record)) facts.push_back(*fact);
    }
    return facts;
  }
  std::optional<Light> show(const Credential& uid, bool first_after_open = false, std::size_t reader = 0) {
    const auto feedback = recorder->card(reader, {uid, first_after_open});
    return feedback ? std::optional(feedback->light) : std::nullopt;
  }
  /// The reader says alive and time passes, a second at a time.
  void seconds_pass(int count) {
    for (int i = 0; i < count; ++i) {
      clock.pass(std::chrono::seconds(1));
      recorder->alive(0);
      recorder->tick();
    }
  }
  /// No tap can be written any more.
  void fill_disk() {
    const std::vector<Record> filling(20, tap_at(clock.now.wall));
    while (journal->append(filling)) {
    }
    const Record one = filling.front();
    while (journal->append({&one, 1})) {
    }
  }

  badge::test::TempDir folder;
  SiteConfig site;
  FakeClock clock;
  RosterCache roster{folder / "roster"};
  std::unique_ptr<Journal> journal;
  std::unique_ptr<Recorder> recorder;
};

}  // namespace badge::bridge::test
