#pragma once
#include <chrono>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>

#include "tools/load/latencies.hpp"
#include "tools/load/measured_server.hpp"

namespace badge::tools {

/// The province that month reports are measured on. It lies in `folder` as files (province_files.hpp) and is
/// imported as badgectl imports it.
struct MeasuredProvince {
  std::filesystem::path folder;
  std::string month;  // "2026-01"
  std::size_t people = 0, taps = 0;
};

/// Makes the files. `progress` gets a sentence now and then.
[[nodiscard]] MeasuredProvince make_measured_province(
    const std::filesystem::path& folder, std::size_t people, std::size_t units,
    const std::function<void(const std::string&)>& progress);

/// Imports everything. Returns the seconds that the taps took.
double import_province(MeasuredServer& server, const MeasuredProvince& province);

/// Stages the first `slices_max` slices of taps.csv once more and throws them away: the load of an import
/// without its effect. Stops early when `enough` says so.
void stage_and_discard(MeasuredServer& server, const MeasuredProvince& province,
                       const std::function<bool()>& enough);

/// How long the units' report of the whole province takes through the API.
struct MonthOutcome {
  Latencies recomputed;         // after a day of taps of all people, which the log's tail still holds
  Latencies recomputed_folded;  // after one tap
  Latencies unchanged;
};
[[nodiscard]] MonthOutcome measure_month_report(MeasuredServer& server, const MeasuredProvince& province,
                                                int rounds);

/// Asks for the report again and again, changing the month each time, until `enough`.
void recompute_until(MeasuredServer& server, const MeasuredProvince& province,
                     const std::function<bool()>& enough);

}  // namespace badge::tools
