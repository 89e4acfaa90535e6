#include "tools/badgectl/table.hpp"

#include <algorithm>
#include <cmath>

#include "server/documents/unicode.hpp"

namespace badge::tools {
namespace {

using documents::display_width;

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  for (;;) {
    const auto end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return lines;
    text.remove_prefix(end + 1);
  }
}

void strip_end(std::string& line) { line.erase(line.find_last_not_of(' ') + 1); }

}  // namespace

void Table::column(std::string heading, Align align) { columns_.push_back({lines_of(heading), align}); }

void Table::row(std::vector<std::string> cells) {
  cells.resize(columns_.size());
  rows_.push_back(std::move(cells));
}

std::string Table::str() const {
  std::vector<std::size_t> widths;
  std::size_t heading_lines = 0, total = 0;
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    std::size_t width = 0;
    for (const auto& line : columns_[c].heading) width = std::max(width, display_width(line));
    for (const auto& cells : rows_) width = std::max(width, display_width(cells[c]));
    widths.push_back(width);
    total += width + (c == 0 ? 0 : 2);
    heading_lines = std::max(heading_lines, columns_[c].heading.size());
  }
  std::string out;
  const auto put_line = [&](auto cell_of) {
    std::string line;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      const std::string& cell = cell_of(c);
      const std::string gap(widths[c] - display_width(cell), ' ');
      if (c > 0) line += "  ";
      line += columns_[c].align == Align::left ? cell + gap : gap + cell;
    }
    strip_end(line);
    out += line + '\n';
  };
  for (std::size_t i = 0; i < heading_lines; ++i) {
    static const std::string nothing;
    put_line([&](std::size_t c) -> const std::string& {
      const auto& heading = columns_[c].heading;  // short headings stand at the bottom
      const auto empty_above = heading_lines - heading.size();
      return i < empty_above ? nothing : heading[i - empty_above];
    });
  }
  for (std::size_t i = 0; i < total; ++i) out += "─";
  out += '\n';
  for (const auto& cells : rows_) put_line([&](std::size_t c) -> const std::string& { return cells[c]; });
  return out;
}

std::string percent(std::optional<double> rate) {
  if (!rate) return "–";
  const auto tenths = std::lround(*rate * 1000);
  return std::to_string(tenths / 10) + "," + std::to_string(tenths % 10) + " %";
}

std::string grouped(std::int64_t number) {
  auto text = std::to_string(number);
  const std::size_t first = number < 0 ? 1 : 0;
  for (auto i = text.size(); i > first + 3;) {
    i -= 3;
    text.insert(i, 1, '.');
  }
  return text;
}

}  // namespace badge::tools
