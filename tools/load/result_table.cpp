#include "tools/load/result_table.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace badge::tools {
namespace {

std::string number(double value, int digits) {
  char text[64];
  std::snprintf(text, sizeof text, "%.*f", digits, value);
  return text;
}

std::array<std::string, 6> cells(const ResultTable::Row& row) {
  return {row.what,  row.measured, row.yardstick,
          row.ratio, row.target,   !row.met ? "" : *row.met ? "met" : "MISSED"};
}

}  // namespace

std::string ResultTable::text() const {
  std::vector<std::array<std::string, 6>> lines = {{"what", "measured", "yardstick", "ratio", "target", ""}};
  for (const Row& row : rows_) lines.push_back(cells(row));
  std::array<std::size_t, 6> widths{};
  for (const auto& line : lines)
    for (std::size_t i = 0; i < line.size(); ++i) widths[i] = std::max(widths[i], line[i].size());
  std::string text;
  for (const auto& line : lines) {
    for (std::size_t i = 0; i < line.size(); ++i) {
      const std::size_t space = widths[i] - line[i].size();
      const bool is_number = i >= 1 && i <= 3;
      if (i > 0) text.append(2, ' ');
      if (is_number) text.append(space, ' ');
      text.append(line[i]);
      if (!is_number) text.append(space, ' ');
    }
    while (text.ends_with(' ')) text.pop_back();
    text += '\n';
  }
  return text;
}

bool ResultTable::all_met() const {
  return std::all_of(rows_.begin(), rows_.end(), [](const Row& row) { return row.met.value_or(true); });
}

std::string in_ms(double ms) { return number(ms, ms < 10 ? 2 : ms < 100 ? 1 : 0) + " ms"; }
std::string in_mb(double mb) { return number(mb, 0) + " MB"; }
std::string times(double ratio) { return number(ratio, ratio < 10 ? 2 : 1); }

std::string per_s(double rate) {
  std::string digits = number(rate, 0);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, 1, ',');
  return digits + " /s";
}

}  // namespace badge::tools
