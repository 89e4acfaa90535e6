// The store alone: appending, folding, and reading a month, without any network.
#include <benchmark/benchmark.h>

#include <condition_variable>
#include <mutex>

#include "server/store/store.hpp"
#include "tests/support/temp_dir.hpp"
#include "tools/load/bridge_stream.hpp"

namespace badge::store {
namespace {

const Instant monday{std::chrono::milliseconds(1'789'345'800'000)};

/// A store in a folder of its own that bridges deliver to.
class Filled {
 public:
  explicit Filled(std::size_t taps)
      : store_(
            {.data_folder = folder_ / "var", .create = true, .now = {}, .on_committed = {}, .pages_max = 0}) {
    deliver(taps);
  }
  void deliver(std::size_t taps) {
    std::mutex mutex;
    std::condition_variable changed;
    std::size_t open = 0;
    for (std::size_t sent = 0; sent < taps; sent += batch_rows_max) {
      auto batch = read_batch("cong-a", stream_.next(batch_rows_max, monday).body).value();
      std::unique_lock lock(mutex);
      ++open;
      const bool queued = store_.ingest(std::move(batch), [&](const BatchAnswer&) {
        const std::lock_guard guard(mutex);
        --open;
        changed.notify_one();
      });
      if (!queued) std::abort();
      changed.wait(lock, [&] { return open < 8; });
    }
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return open == 0; });
  }
  [[nodiscard]] Store& store() { return store_; }

 private:
  test::TempDir folder_;
  Store store_;
  tools::BridgeStream stream_{"cong-a", 1};
};

void append_durably(benchmark::State& state) {
  Filled filled(0);
  for (auto _ : state) filled.deliver(10'000);
  state.SetItemsProcessed(state.iterations() * 10'000);
}
BENCHMARK(append_durably)->Unit(benchmark::kMillisecond)->UseRealTime();

void fold_from_nothing(benchmark::State& state) {
  Filled filled(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) filled.store().fold(true);
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(fold_from_nothing)->Arg(100'000)->Unit(benchmark::kMillisecond)->UseRealTime();

void read_a_month(benchmark::State& state) {
  Filled filled(static_cast<std::size_t>(state.range(0)));
  filled.store().fold();
  for (auto _ : state) {
    std::uint64_t sum = 0;
    filled.store().snapshot().for_each_credential_month(std::chrono::year(2026) / 9,
                                                        [&](const CredentialMonth& found) {
                                                          for (const PackedTap& tap : found.taps)
                                                            sum += tap.word;
                                                        });
    benchmark::DoNotOptimize(sum);
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(read_a_month)->Arg(100'000)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace badge::store
