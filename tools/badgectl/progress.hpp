#pragma once
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace badge::tools {

/// One line on standard error that says how far a long transfer is; nothing where standard error is no
/// terminal.
class Progress {
 public:
  Progress(std::string name, std::uint64_t bytes_total);
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// Drawn at most ten times a second.
  void show(std::uint64_t bytes_done, std::uint64_t count = 0, std::string_view counted = "");
  void clear();

 private:
  using Clock = std::chrono::steady_clock;
  std::string name_;
  std::uint64_t bytes_total_;
  bool on_terminal_;
  bool drawn_ = false;
  Clock::time_point begun_ = Clock::now(), last_ = begun_;
};

/// "taps.csv  ━━━━━─────  45 %  1.234.567 rows  12 s".
[[nodiscard]] std::string progress_line(std::string_view name, double share, std::uint64_t count,
                                        std::string_view counted, std::chrono::seconds left);

}  // namespace badge::tools
