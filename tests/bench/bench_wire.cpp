// Reading what a bridge sends: the work of the server's network side for each tap.
#include <benchmark/benchmark.h>

#include "reader-config/tap/tap_wire.hpp"
#include "server/store/batch.hpp"
#include "tools/load/bridge_stream.hpp"

namespace badge {
namespace {

const Instant monday{std::chrono::milliseconds(1'789'345'800'000)};

std::vector<std::string> rows_of(std::size_t taps) {
  const std::string body = tools::BridgeStream("cong-a", 1).next(taps, monday).body;
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < body.size();) {
    const std::size_t end = body.find('\n', at);
    lines.push_back(body.substr(at, end - at));
    at = end + 1;
  }
  lines.erase(lines.begin());  // the head
  return lines;
}

void decode_rows(benchmark::State& state) {
  const auto rows = rows_of(100);
  for (auto _ : state)
    for (const std::string& row : rows) benchmark::DoNotOptimize(decode_row(row));
  state.SetItemsProcessed(state.iterations() * 100);
}
BENCHMARK(decode_rows);

void encode_rows(benchmark::State& state) {
  std::vector<Entry> entries;
  for (const std::string& row : rows_of(100)) entries.push_back(std::get<Entry>(decode_row(row)));
  for (auto _ : state)
    for (const Entry& entry : entries) benchmark::DoNotOptimize(encode(entry));
  state.SetItemsProcessed(state.iterations() * 100);
}
BENCHMARK(encode_rows);

void chain_digests(benchmark::State& state) {
  const auto rows = rows_of(100);
  for (auto _ : state) {
    Digest digest;
    for (const std::string& row : rows) digest = chain(digest, row);
    benchmark::DoNotOptimize(digest);
  }
  state.SetItemsProcessed(state.iterations() * 100);
}
BENCHMARK(chain_digests);

/// All of it, as the server does it with the body of a request.
void read_a_batch(benchmark::State& state) {
  const auto taps = static_cast<std::size_t>(state.range(0));
  const std::string body = tools::BridgeStream("cong-a", 1).next(taps, monday).body;
  for (auto _ : state) benchmark::DoNotOptimize(store::read_batch("cong-a", body));
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(read_a_batch)->Arg(1)->Arg(100)->Arg(1000);

}  // namespace
}  // namespace badge
