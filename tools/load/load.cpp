// load: what badge-server can take on this machine, as ratios to what the machine can do at best in the same
// run.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <atomic>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <string>
#include <thread>

#include "tools/load/ingest_scenarios.hpp"
#include "tools/load/live_watchers.hpp"
#include "tools/load/measured_server.hpp"
#include "tools/load/month_scenarios.hpp"
#include "tools/load/result_table.hpp"
#include "tools/load/yardsticks.hpp"

namespace badge::tools {
namespace {

struct Options {
  std::filesystem::path server, folder;
  std::size_t people = 43'000, units = 1200, taps = 400'000;
  int seconds = 10;
  bool strict = false;
};

void say(const std::string& text) { std::fprintf(stderr, "load: %s\n", text.c_str()); }

class Measurement {
 public:
  explicit Measurement(const Options& options) : options_(options), server_(options.server, options.folder) {}

  void run() {
    flush_ = probe_flush(options_.folder);
    table_.add({"flush probe (fdatasync of a page), p50 / p99",
                in_ms(flush_.p50_ms) + " / " + in_ms(flush_.p99_ms),
                "",
                "",
                "",
                {}});
    table_.add({"memory, idle", in_mb(server_.memory_mb()), "", "", "", {}});
    at_rate("alone");
    full_speed();
    at_rate("while folding what came before");
    live_pages();
    catch_up();
    month();
  }
  [[nodiscard]] const ResultTable& table() const { return table_; }

 private:
  void full_speed() {
    say("sending " + std::to_string(options_.taps) + " taps at full speed, in batches of 100");
    server_.forget_peak();
    FullSpeedOutcome outcome = send_at_full_speed(server_, {.taps = options_.taps});
    const double memory = server_.peak_memory_mb();
    const auto commit = static_cast<std::size_t>(outcome.commit_taps + 0.5);
    const double raw = raw_appends_per_s(options_.folder, commit == 0 ? 1 : commit, options_.taps);
    const double ratio = outcome.taps_per_s / raw;
    table_.add({"durable ingest over HTTP, batches of 100 (" + std::to_string(commit) + " taps a commit)",
                per_s(outcome.taps_per_s), per_s(raw), times(ratio), ">= 0.5, hope 0.9", ratio >= 0.5});
    table_.add({"  its acknowledgements, p50 / p99",
                in_ms(outcome.acknowledgement.percentile_ms(50)) + " / " +
                    in_ms(outcome.acknowledgement.percentile_ms(99)),
                "",
                "",
                "",
                {}});
    table_.add({"  memory, peak", in_mb(memory), "", "", "<= 100 MB", memory <= 100});
  }

  void at_rate(const std::string& beside_what) {
    say("1,400 taps/s for " + std::to_string(options_.seconds) + " s, " + beside_what);
    server_.forget_peak();
    Latencies latencies = send_at_rate(server_, {.duration = std::chrono::seconds(options_.seconds)});
    const double p50 = latencies.percentile_ms(50), p99 = latencies.percentile_ms(99),
                 memory = server_.peak_memory_mb();
    table_.add({"acknowledgement at 1,400 taps/s, " + beside_what + ", p50", in_ms(p50), in_ms(flush_.p50_ms),
                times(p50 / flush_.p50_ms), "<= 1 ms", p50 <= 1});
    table_.add(
        {"  p99", in_ms(p99), in_ms(flush_.p99_ms), times(p99 / flush_.p99_ms), "<= 10 ms", p99 <= 10});
    table_.add({"  memory, peak", in_mb(memory), "", "", "<= 32 MB", memory <= 32});
  }

  void live_pages() {
    constexpr std::size_t pages = 50;
    const GivenRate rate{.duration = std::chrono::seconds(options_.seconds)};
    say("1,400 taps/s while " + std::to_string(pages) + " live pages are open");
    LiveWatchers watchers(server_, pages);
    server_.forget_peak();
    Latencies latencies = send_at_rate(server_, rate);
    const auto taps = latencies.count() * rate.batch_taps;
    const auto told = watchers.finish(taps);
    const double p99 = latencies.percentile_ms(99), memory = server_.peak_memory_mb();
    table_.add({"taps told to each of " + std::to_string(pages) + " live pages, fewest / said to be missed",
                std::to_string(told.fewest) + " / " + std::to_string(told.missed), std::to_string(taps), "",
                "all", told.fewest >= taps && told.missed == 0});
    table_.add({"  acknowledgement meanwhile, p99", in_ms(p99), "", "", "<= 10 ms", p99 <= 10});
    table_.add({"  memory, peak", in_mb(memory), "", "", "<= 32 MB", memory <= 32});
  }

  void catch_up() {
    say("catching up 150,000 taps of 30 entrances that were offline for a day");
    server_.forget_peak();
    const double seconds = catch_up_s(server_, 150'000, 30);
    table_.add({"catching up 150,000 taps", in_ms(seconds * 1000), "", "", "<= 2,000 ms", seconds <= 2});
    table_.add({"  memory, peak", in_mb(server_.peak_memory_mb()), "", "", "<= 100 MB",
                server_.peak_memory_mb() <= 100});
  }

  void month() {
    say("making a province of " + std::to_string(options_.people) + " people");
    const MeasuredProvince province =
        make_measured_province(server_.folder() / "province", options_.people, options_.units, say);
    say("importing it, " + std::to_string(province.taps) + " taps");
    server_.forget_peak();
    const double import_s = import_province(server_, province);
    table_.add({"import of " + std::to_string(province.taps) + " taps",
                per_s(static_cast<double>(province.taps) / import_s),
                "",
                "",
                "",
                {}});
    table_.add({"  memory, peak", in_mb(server_.peak_memory_mb()), "", "", "", {}});

    say("the month's report, recomputed and unchanged");
    server_.forget_peak();
    MonthOutcome outcome = measure_month_report(server_, province, 11);
    const double memory = server_.peak_memory_mb();
    const double scan = column_scan_ms(options_.folder, province.people, province.taps);
    const double recomputed = outcome.recomputed.percentile_ms(50),
                 unchanged = outcome.unchanged.percentile_ms(50);
    table_.add({"month report of " + std::to_string(province.people) + " people, recomputed, a day unfolded",
                in_ms(recomputed), in_ms(scan), times(recomputed / scan), "<= 5, hope 50 ms",
                recomputed <= 5 * scan});
    table_.add({"  the slowest of the 11",
                in_ms(outcome.recomputed.percentile_ms(100)),
                in_ms(scan),
                times(outcome.recomputed.percentile_ms(100) / scan),
                "",
                {}});
    const double folded = outcome.recomputed_folded.percentile_ms(50);
    table_.add(
        {"  without a day that is not folded", in_ms(folded), in_ms(scan), times(folded / scan), "", {}});
    table_.add({"  nothing changed, median of 11", in_ms(unchanged), "", "", "<= 3 ms", unchanged <= 3});
    table_.add({"  memory, peak", in_mb(memory), "", "", "<= 32 MB", memory <= 32});

    beside("while reports are recomputed",
           [&](const std::function<bool()>& enough) { recompute_until(server_, province, enough); });
    beside("while a file of taps is imported", [&](const std::function<bool()>& enough) {
      while (!enough()) stage_and_discard(server_, province, enough);
    });
  }

  /// Measures the acknowledgements while `work` keeps the server busy.
  void beside(const std::string& name, const std::function<void(const std::function<bool()>&)>& work) {
    std::atomic<bool> enough = false;
    std::exception_ptr failure;
    std::jthread busy([&] {
      try {
        work([&] { return enough.load(); });
      } catch (...) {
        failure = std::current_exception();
      }
    });
    at_rate(name);
    enough = true;
    busy.join();
    if (failure) std::rethrow_exception(failure);
  }

  Options options_;
  MeasuredServer server_;
  FlushProbe flush_;
  ResultTable table_;
};

std::filesystem::path beside_this_program(const char* name) {
  return std::filesystem::read_symlink("/proc/self/exe").parent_path() / name;
}

}  // namespace
}  // namespace badge::tools

int main(int argc, char** argv) {
  badge::tools::Options options{.server = badge::tools::beside_this_program("badge-server"),
                                .folder = std::filesystem::current_path()};
  CLI::App app(
      "Measures a badge-server that it starts itself: ingest, acknowledgements, catching up, month reports, "
      "memory.\n"
      "Build with the release preset; keep the machine quiet meanwhile. A run takes some minutes.",
      "load");
  app.add_option("--server", options.server, "The badge-server to measure")->capture_default_str();
  app.add_option("--folder", options.folder,
                 "On the disk to measure; needs 3 GB for 43,000 people, all given back")
      ->capture_default_str()
      ->check(CLI::ExistingDirectory);
  app.add_option("--people", options.people, "Staff of the province of the month report")
      ->capture_default_str();
  app.add_option("--units", options.units, "Its units")->capture_default_str();
  app.add_option("--taps", options.taps, "Taps to send at full speed")->capture_default_str();
  app.add_option("--seconds", options.seconds, "Of each measurement at a given rate")
      ->capture_default_str()
      ->check(CLI::Range(1, 3600));
  app.add_flag("--strict", options.strict, "Exit 1 where a target is missed");
  CLI11_PARSE(app, argc, argv);
  try {
    badge::tools::Measurement measurement(options);
    measurement.run();
    std::fputs(measurement.table().text().c_str(), stdout);
    return options.strict && !measurement.table().all_met() ? 1 : 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "load: %s\n", error.what());
    return 2;
  }
}
