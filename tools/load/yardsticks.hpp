#pragma once
#include <cstddef>
#include <filesystem>

namespace badge::tools {

/// What the machine can do at best, measured in the same run and on the same disk.

struct FlushProbe {
  double p50_ms = 0, p99_ms = 0;
};
/// One page written and flushed (fdatasync), 300 times.
[[nodiscard]] FlushProbe probe_flush(const std::filesystem::path& folder);

/// Rows a second that bare SQLite appends to a table like the server's log, `commit_rows` in each durable
/// commit (WAL, synchronous=FULL), in one thread that does nothing else.
[[nodiscard]] double raw_appends_per_s(const std::filesystem::path& folder, std::size_t commit_rows,
                                       std::size_t rows);

/// Milliseconds in which bare SQLite reads one column, eight bytes a tap and each person's month together,
/// and adds it up. The best of five.
[[nodiscard]] double column_scan_ms(const std::filesystem::path& folder, std::size_t people,
                                    std::size_t taps);

}  // namespace badge::tools
