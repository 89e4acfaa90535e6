// Taps while everything is killed. Short in the suite; in full, and with another seed, by
//   CHUYEN_CAN_FULL=1 [CHUYEN_CAN_SEED=7] build/release/bin/fault_tests --gtest_filter='Kill.*'
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <memory>
#include <random>
#include <string>

#include "tests/e2e/entrance_under_test.hpp"
#include "tests/e2e/server_under_test.hpp"
#include "tests/e2e/stored_taps.hpp"

namespace badge::test {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

struct Size {
  int taps, kills;
};

Size size_of_run() { return std::getenv("CHUYEN_CAN_FULL") != nullptr ? Size{2000, 200} : Size{60, 12}; }

std::uint64_t seed_of_run() {
  const char* seed = std::getenv("CHUYEN_CAN_SEED");
  return seed != nullptr ? std::strtoull(seed, nullptr, 10) : std::random_device()();
}

/// A person after the other at one reader: each holds the badge there until a light answers.
class Queue {
 public:
  Queue(std::unique_ptr<EntranceUnderTest> entrance, int first_badge, int badges)
      : entrance_(std::move(entrance)), next_(first_badge), end_(first_badge + badges) {
    entrance_->start();
  }

  [[nodiscard]] bool done() const { return next_ == end_; }
  [[nodiscard]] EntranceUnderTest& entrance() { return *entrance_; }

  /// Looks whether the present badge got its light, and lets the next person step forward.
  void go_on() {
    if (done()) return;
    if (!badge_shown_) {
      entrance_->show_badge(invented_uid(next_));
      badge_shown_ = true;
      since_ = Clock::now();
    }
    const auto seen = entrance_->shown();
    if (seen) {
      if (*seen != Shown::red)
        ++lit_;
      else
        ++red_;
      if (*seen == Shown::red) return;  // stays until it works: everybody here insists
      badge_shown_ = false;
      ++next_;
    }
  }

  [[nodiscard]] bool stuck() const { return badge_shown_ && Clock::now() - since_ > 60s; }
  [[nodiscard]] int lit() const { return lit_; }
  [[nodiscard]] int red() const { return red_; }

  void kill_bridge() {
    entrance_->kill();
    go_on();  // what it had said before its end was said
    entrance_->start();
  }

 private:
  std::unique_ptr<EntranceUnderTest> entrance_;
  int next_, end_;
  bool badge_shown_ = false;
  Clock::time_point since_;
  int lit_ = 0, red_ = 0;
};

TEST(Kill, EveryTapThatGotALightIsStoredExactlyOnceWhateverIsKilled) {
  const Size size = size_of_run();
  const std::uint64_t seed = seed_of_run();
  RecordProperty("seed", std::to_string(seed));
  std::printf("kill test: %d taps, %d kills, seed %llu\n", size.taps, size.kills,
              static_cast<unsigned long long>(seed));
  std::mt19937_64 random(seed);

  ServerUnderTest server;
  server.start();
  std::array<std::unique_ptr<Queue>, 2> queues;
  for (int i = 0; i < 2; ++i) {
    const std::string name = i == 0 ? "cong-a" : "cong-b";
    auto entrance =
        std::make_unique<EntranceUnderTest>(EntranceUnderTest::Options{.name = name,
                                                                       .server_port = server.port(),
                                                                       .token = server.add_bridge(name),
                                                                       .environment = {},
                                                                       .more_config = ""});
    queues[static_cast<std::size_t>(i)] =
        std::make_unique<Queue>(std::move(entrance), 1 + i * size.taps / 2, size.taps / 2);
  }

  int kills = 0, server_kills = 0, bridge_kills = 0, reader_kills = 0;
  // Kills are spread over the taps, each at a random instant of the next taps' way.
  const auto lights = [&] { return queues[0]->lit() + queues[1]->lit(); };
  const auto pause = [&] { return std::chrono::microseconds(random() % 80'000); };
  const auto next_lights = [&] { return (kills + 1) * size.taps / (size.kills + 1); };
  constexpr auto not_planned = Clock::time_point::max();
  auto kill_at = not_planned;
  std::array<int, 3> turns = {0, 1, 2};  // server, bridge, reader: none is forgotten in a short run
  while (!queues[0]->done() || !queues[1]->done() || kills < size.kills) {
    for (const auto& queue : queues) {
      queue->go_on();
      ASSERT_FALSE(queue->stuck()) << "a badge got no light for a minute, seed " << seed << "\n"
                                   << queue->entrance().log() << "\nserver:\n"
                                   << server.log();
    }
    (void)::poll(nullptr, 0, 1);
    if (kills == size.kills) continue;
    if (kill_at == not_planned && lights() >= next_lights()) kill_at = Clock::now() + pause();
    if (Clock::now() < kill_at) continue;
    kill_at = not_planned;
    Queue& victim = *queues[random() % 2];
    if (kills % 3 == 0) std::shuffle(turns.begin(), turns.end(), random);
    switch (turns[static_cast<std::size_t>(kills % 3)]) {
      case 0:
        server.kill();
        server.start_without_waiting();
        ++server_kills;
        break;
      case 1:
        victim.kill_bridge();
        ++bridge_kills;
        break;
      default:
        victim.entrance().kill_reader();
        ++reader_kills;
        break;
    }
    ++kills;
  }
  std::printf("kill test: %d lights, %d red; killed %d servers, %d bridges, %d readers\n", lights(),
              queues[0]->red() + queues[1]->red(), server_kills, bridge_kills, reader_kills);

  ASSERT_TRUE(eventually([&] { return server.answers(); })) << server.log();
  for (const auto& queue : queues)
    ASSERT_TRUE(deliver_everything(server, queue->entrance(), 60s)) << queue->entrance().log();
  server.with_store([&](const store::Snapshot& stored) {
    for (int badge = 1; badge <= size.taps; ++badge)
      ASSERT_EQ(times_stored(stored, invented_uid(badge)), 1) << "badge " << badge << ", seed " << seed;
    EXPECT_TRUE(stored.lost_rows().empty());
    EXPECT_EQ(stored.quarantined_rows(), 0U);
    EXPECT_EQ(stored.streams().size(), 2U) << "a journal was made anew";
  });
  EXPECT_NE(server.post("/api/v1/verify").find("\"ok\":true"), std::string::npos);
}

}  // namespace
}  // namespace badge::test
