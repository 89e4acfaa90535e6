#include "tools/load/ingest_scenarios.hpp"

#include <atomic>
#include <exception>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "tools/load/bridge_stream.hpp"

namespace badge::tools {
namespace {

using Clock = std::chrono::steady_clock;

unsigned next_bridge_number() {
  static unsigned number = 0;
  return ++number;
}

/// One entrance with its token and everything that it is going to send.
struct Entrance {
  explicit Entrance(MeasuredServer& server, unsigned number = next_bridge_number())
      : name("tai-" + std::to_string(number)),
        stream(name, number),
        connection(server.port(), server.add_bridge(name)) {}

  /// One batch, until the server takes it. Throws where it refuses.
  void send(const EncodedBatch& batch) {
    constexpr int tries_max = 200;  // with 10 ms between them: the server says that it is full for 2 s
    for (int i = 0; i < tries_max; ++i) {
      const auto answer = connection.ask({.method = "POST",
                                          .target = "/api/v1/bridge/batches",
                                          .content_type = "application/x-ndjson",
                                          .body = batch.body});
      if (!answer) throw std::runtime_error(name + ": " + answer.error());
      if (answer->status == 200) return;
      if (answer->status != 503 && answer->status != 429)
        throw std::runtime_error(name + ": " + std::to_string(answer->status) + " " + answer->body);
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    throw std::runtime_error(name + ": the server stays full");
  }

  std::string name;
  BridgeStream stream;
  HttpConnection connection;
  std::vector<EncodedBatch> batches;
  Latencies latencies;
};

std::vector<std::unique_ptr<Entrance>> make_entrances(MeasuredServer& server, std::size_t count,
                                                      std::size_t batches_each, std::size_t batch_taps) {
  const auto now = std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
  std::vector<std::unique_ptr<Entrance>> entrances;
  for (std::size_t i = 0; i < count; ++i) {
    entrances.push_back(std::make_unique<Entrance>(server));
    for (std::size_t n = 0; n < batches_each; ++n)
      entrances.back()->batches.push_back(entrances.back()->stream.next(batch_taps, now));
  }
  return entrances;
}

/// Runs `work` for each entrance in a thread of its own; throws what the first one threw.
template <typename Work>
void all_at_once(std::vector<std::unique_ptr<Entrance>>& entrances, Work work) {
  std::vector<std::exception_ptr> failures(entrances.size());
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < entrances.size(); ++i)
      threads.emplace_back([&, i] {
        try {
          work(*entrances[i], i);
        } catch (...) {
          failures[i] = std::current_exception();
        }
      });
  }
  for (const auto& failure : failures)
    if (failure) std::rethrow_exception(failure);
}

void send_everything(Entrance& entrance) {
  for (const EncodedBatch& batch : entrance.batches) {
    const auto start = Clock::now();
    entrance.send(batch);
    entrance.latencies.add(Clock::now() - start);
  }
}

}  // namespace

FullSpeedOutcome send_at_full_speed(MeasuredServer& server, const FullSpeed& load) {
  const std::size_t batches_each = load.taps / load.connections / load.batch_taps;
  auto entrances = make_entrances(server, load.connections, batches_each, load.batch_taps);
  const auto flushes = server.flushes();
  const auto start = Clock::now();
  all_at_once(entrances, [](Entrance& entrance, std::size_t) { send_everything(entrance); });
  const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
  const auto taps = static_cast<double>(batches_each * load.connections * load.batch_taps);

  FullSpeedOutcome outcome;
  outcome.taps_per_s = taps / seconds;
  outcome.commit_taps = taps / static_cast<double>(std::max<std::int64_t>(1, server.flushes() - flushes));
  for (const auto& entrance : entrances) outcome.acknowledgement.add_all(entrance->latencies);
  return outcome;
}

Latencies send_at_rate(MeasuredServer& server, const GivenRate& load) {
  const double batches_per_s = load.taps_per_s / static_cast<double>(load.batch_taps);
  const double every_s = static_cast<double>(load.bridges) / batches_per_s;  // of one bridge
  const auto batches_each = static_cast<std::size_t>(static_cast<double>(load.duration.count()) / every_s);
  auto entrances = make_entrances(server, load.bridges, batches_each, load.batch_taps);
  const auto start = Clock::now() + std::chrono::milliseconds(50);  // all threads are ready by then
  all_at_once(entrances, [&](Entrance& entrance, std::size_t place) {
    for (std::size_t i = 0; i < entrance.batches.size(); ++i) {
      // Bridges are spread evenly over the interval, as entrances are.
      const double due_s =
          (static_cast<double>(i) + static_cast<double>(place) / static_cast<double>(load.bridges)) * every_s;
      const auto due =
          start + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(due_s));
      std::this_thread::sleep_until(due);
      entrance.send(entrance.batches[i]);
      entrance.latencies.add(Clock::now() - due);
    }
  });
  Latencies all;
  for (const auto& entrance : entrances) all.add_all(entrance->latencies);
  return all;
}

double catch_up_s(MeasuredServer& server, std::size_t taps, std::size_t bridges) {
  const std::size_t each = taps / bridges;
  const std::size_t batches_each = (each + batch_rows_max - 1) / batch_rows_max;
  auto entrances = make_entrances(server, bridges, batches_each, each / batches_each);
  const auto start = Clock::now();
  all_at_once(entrances, [](Entrance& entrance, std::size_t) { send_everything(entrance); });
  return std::chrono::duration<double>(Clock::now() - start).count();
}

}  // namespace badge::tools
