#include "tools/badgectl/progress.hpp"

#include <unistd.h>

#include <algorithm>
#include <iostream>

#include "tools/badgectl/table.hpp"

namespace badge::tools {
namespace {

constexpr std::chrono::milliseconds redraw_every{100};
constexpr int bar_columns = 30;

}  // namespace

Progress::Progress(std::string name, std::uint64_t bytes_total)
    : name_(std::move(name)),
      bytes_total_(std::max<std::uint64_t>(bytes_total, 1)),
      on_terminal_(isatty(2) == 1) {}

void Progress::show(std::uint64_t bytes_done, std::uint64_t count, std::string_view counted) {
  const auto now = Clock::now();
  if (!on_terminal_ || (drawn_ && now - last_ < redraw_every)) return;
  last_ = now;
  drawn_ = true;
  const double share = std::min(1.0, static_cast<double>(bytes_done) / static_cast<double>(bytes_total_));
  const auto spent = std::chrono::duration<double>(now - begun_).count();
  const auto left = share > 0 ? std::chrono::seconds(static_cast<std::int64_t>(spent / share * (1 - share)))
                              : std::chrono::seconds(0);
  std::cerr << "\r\033[K" << progress_line(name_, share, count, counted, left) << std::flush;
}

void Progress::clear() {
  if (drawn_) std::cerr << "\r\033[K" << std::flush;
  drawn_ = false;
}

std::string progress_line(std::string_view name, double share, std::uint64_t count, std::string_view counted,
                          std::chrono::seconds left) {
  std::string line(name);
  line += "  ";
  const int full = static_cast<int>(share * bar_columns);
  for (int i = 0; i < bar_columns; ++i) line += i < full ? "━" : "─";
  line += "  " + std::to_string(static_cast<int>(share * 100)) + " %";
  if (!counted.empty())
    line.append("  ").append(grouped(static_cast<std::int64_t>(count))).append(" ").append(counted);
  return line + "  " + std::to_string(left.count()) + " s";
}

}  // namespace badge::tools
