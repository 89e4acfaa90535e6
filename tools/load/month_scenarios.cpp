#include "tools/load/month_scenarios.hpp"

#include <boost/json.hpp>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <thread>
#include <vector>

#include "tools/load/bridge_stream.hpp"
#include "tools/load/province_files.hpp"

namespace badge::tools {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::size_t slice_rows = 20'000;  // as many as the server takes at once

std::string text_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// taps.csv in pieces that each begin with its first line.
class Slices {
 public:
  explicit Slices(const std::filesystem::path& file) : stream_(file, std::ios::binary) {
    std::getline(stream_, header_);
  }
  /// Empty at the end.
  std::string next() {
    std::string slice = header_ + "\n";
    std::size_t rows = 0;
    for (std::string line; rows < slice_rows && std::getline(stream_, line); ++rows)
      slice.append(line).append("\n");
    return rows == 0 ? "" : slice;
  }

 private:
  std::ifstream stream_;
  std::string header_;
};

std::string begin_tap_import(MeasuredServer& server) {
  return boost::json::serialize(
      boost::json::parse(server.ask("POST", "/api/v1/imports/taps?file=taps.csv")).at("id"));
}

std::string last_day_of(const MeasuredProvince& province) { return province.month + "-31"; }

Instant noon_of_day(const MeasuredProvince& province, unsigned day) {
  const int year = std::stoi(province.month.substr(0, 4));
  const auto month = static_cast<unsigned>(std::stoi(province.month.substr(5)));
  return std::chrono::sys_days(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day)) +
         std::chrono::hours(5);
}

/// Changes the month by one tap of nobody each time.
class MonthChanger {
 public:
  MonthChanger(MeasuredServer& server, const MeasuredProvince& province)
      : province_(province),
        name_("doi-" + std::to_string(++count_)),
        stream_(name_, 9000 + count_),
        connection_(server.port(), server.add_bridge(name_)) {}

  void send(const EncodedBatch& batch) {
    const auto answer = connection_.ask({.method = "POST",
                                         .target = "/api/v1/bridge/batches",
                                         .content_type = "application/x-ndjson",
                                         .body = batch.body});
    if (!answer || answer->status != 200) throw std::runtime_error(answer ? answer->body : answer.error());
  }
  void change() { send(stream_.next(1, noon_of_day(province_, 21))); }
  /// Every badge of the province shown once, on this day of the month.
  void a_day_of_everybody(unsigned day) {
    std::ifstream badges(province_.folder / "badges.csv");
    std::string line;
    std::getline(badges, line);
    std::vector<Credential> batch;
    const auto send_batch = [&] {
      if (!batch.empty()) send(stream_.next(batch, noon_of_day(province_, day)));
      batch.clear();
    };
    while (std::getline(badges, line)) {
      const std::size_t comma = line.find(',') + 1;
      batch.push_back(Credential::parse(line.substr(comma, line.find(',', comma) - comma)).value());
      if (batch.size() == batch_rows_max) send_batch();
    }
    send_batch();
  }

 private:
  static inline unsigned count_ = 0;
  const MeasuredProvince& province_;
  std::string name_;
  BridgeStream stream_;
  HttpConnection connection_;
};

/// After an import reports sort what is not folded yet, each time anew.
void wait_until_folded(MeasuredServer& server) {
  constexpr std::int64_t tail_taps_max = 4096;  // so many the store leaves where they are
  constexpr std::chrono::minutes wait_max{2};   // a province takes some seconds; longer means that it hangs
  const auto end = Clock::now() + wait_max;
  while (Clock::now() < end) {
    const auto status = boost::json::parse(server.ask("GET", "/api/v1/status"));
    if (status.at("position").to_number<std::int64_t>() - status.at("folded_to").to_number<std::int64_t>() <=
        tail_taps_max) {
      return;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  throw std::runtime_error("the taps were not folded within two minutes");
}

std::string report_target(const MeasuredProvince& province) {
  return "/api/v1/reports/units?month=" + province.month + "&format=csv";
}

}  // namespace

MeasuredProvince make_measured_province(const std::filesystem::path& folder, std::size_t people,
                                        std::size_t units,
                                        const std::function<void(const std::string&)>& progress) {
  // January 2026 has 21 working days, a holiday and a make-up Saturday.
  const ProvinceOptions options{
      .units = static_cast<int>(units), .people = static_cast<int>(people), .four_taps_everywhere = true};
  const auto counts =
      write_province(make_province(options), office_month(options.month), folder, [&](std::size_t done) {
        progress(std::to_string(done) + " of " + std::to_string(people) +
                 " people have lived through the month");
      });
  return {.folder = folder, .month = "2026-01", .people = counts.people, .taps = counts.taps};
}

double import_province(MeasuredServer& server, const MeasuredProvince& province) {
  for (const char* kind : {"units", "staff", "badges", "entrances", "assignments", "calendar", "absences"}) {
    const std::string name(kind);
    if (name == "assignments")
      server.ask("POST", "/api/v1/imports/schedules", text_of(province.folder / "schedules.toml"),
                 "application/toml");
    server.ask("POST", "/api/v1/imports/" + name, text_of(province.folder / (name + ".csv")), "text/csv");
  }
  const auto start = Clock::now();
  const std::string id = begin_tap_import(server);
  Slices slices(province.folder / "taps.csv");
  std::size_t number = 0;
  for (std::string slice = slices.next(); !slice.empty(); slice = slices.next())
    server.ask("PUT", "/api/v1/imports/taps/" + id + "/slices/" + std::to_string(number++), slice,
               "text/csv");
  const boost::json::object complete{
      {"complete_for", "MH"}, {"from", province.month + "-01"}, {"to", last_day_of(province)}};
  server.ask("POST", "/api/v1/imports/taps/" + id + "/finish", boost::json::serialize(complete));
  return std::chrono::duration<double>(Clock::now() - start).count();
}

void stage_and_discard(MeasuredServer& server, const MeasuredProvince& province,
                       const std::function<bool()>& enough) {
  const std::string id = begin_tap_import(server);
  Slices slices(province.folder / "taps.csv");
  std::size_t number = 0;
  for (std::string slice = slices.next(); !slice.empty() && !enough(); slice = slices.next())
    server.ask("PUT", "/api/v1/imports/taps/" + id + "/slices/" + std::to_string(number++), slice,
               "text/csv");
  server.ask("DELETE", "/api/v1/imports/taps/" + id);
}

MonthOutcome measure_month_report(MeasuredServer& server, const MeasuredProvince& province, int rounds) {
  MonthChanger changer(server, province);
  HttpConnection connection(server.port(), server.administrator_token());
  const std::string target = report_target(province);
  const auto timed_report = [&](Latencies& latencies) {
    const auto start = Clock::now();
    const auto answer = connection.ask({.method = "GET", .target = target, .content_type = "", .body = ""});
    latencies.add(Clock::now() - start);
    if (!answer || answer->status != 200) throw std::runtime_error(answer ? answer->body : answer.error());
  };
  MonthOutcome outcome;
  for (int round = 0; round < rounds; ++round) {
    wait_until_folded(server);
    changer.a_day_of_everybody(2 + static_cast<unsigned>(round));
    timed_report(outcome.recomputed);
  }
  wait_until_folded(server);
  for (int round = 0; round < rounds; ++round) {
    changer.change();
    timed_report(outcome.recomputed_folded);
  }
  for (int round = 0; round < rounds; ++round) timed_report(outcome.unchanged);
  return outcome;
}

void recompute_until(MeasuredServer& server, const MeasuredProvince& province,
                     const std::function<bool()>& enough) {
  MonthChanger changer(server, province);
  while (!enough()) {
    changer.change();
    server.ask("GET", report_target(province));
  }
}

}  // namespace badge::tools
