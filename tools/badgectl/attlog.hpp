#pragma once
/// attlog.dat, as attendance machines with a USB port give it: a line for each record, of which we read the
/// first three fields, apart by tabs or spaces: number of the person on the machine, date, time of the
/// machine's clock ("      147  2026-07-09 07:31:02  1  0  1  0"). Pure.
#include <chrono>
#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace badge::tools {

inline constexpr std::size_t attlog_bytes_max = 64 * 1024 * 1024;  // a million records; a machine holds fewer
inline constexpr std::size_t attlog_faults_max = 1000;             // listed; as of any file that is imported

struct AttLogReading {
  std::chrono::seconds clock_ahead{0};  // by so much the machine's clock was ahead; negative: behind
  std::string reader;                   // stands as the reader of each tap
  std::map<std::string, std::string, std::less<>> codes;  // staff code by number; empty: a number is the code
};

struct AttLogFault {
  std::size_t line = 0;  // from 1; 0: the file as a whole
  std::string vi, en;
};

/// A row `at,staff_code,reader` of taps.csv for each line of the log, so that both count lines alike; an
/// empty line stays one. Where a line cannot be read nothing is: the faults, in order.
[[nodiscard]] tl::expected<std::string, std::vector<AttLogFault>> attlog_rows(std::string_view log,
                                                                              const AttLogReading& reading);

/// "2026-07-09 07:31:02", as taps.csv has it.
[[nodiscard]] std::string tap_time(std::chrono::local_seconds at);

/// A file `number,staff_code`. The error is a fault of it.
[[nodiscard]] tl::expected<std::map<std::string, std::string, std::less<>>, AttLogFault> read_codes(
    std::string_view csv);

}  // namespace badge::tools
