#include "server/app/imports/sheet_header.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include "server/app/header_words.hpp"
#include "server/app/imports/sheet_columns.hpp"
#include "server/documents/unicode.hpp"

namespace badge::app {
namespace {

using documents::SheetCell;

/// What stands over a column in one row of the header: a heading merged over several stands over each of
/// them.
std::string heading_at(const SheetGrid& grid, std::uint32_t row, std::uint32_t column) {
  const auto* range = grid.merged(row, column);
  const auto* cell = range == nullptr ? grid.at(row, column) : grid.at(range->first_row, range->first_column);
  if (cell == nullptr || !std::holds_alternative<std::string>(cell->value)) return {};
  return std::string(documents::trimmed(std::get<std::string>(cell->value)));
}

/// The headings over one column, each once, from above to below.
std::vector<std::string> headings_over(const SheetGrid& grid, std::uint32_t first_row, std::uint32_t last_row,
                                       std::uint32_t column) {
  std::vector<std::string> texts;
  for (auto row = first_row; row <= last_row; ++row) {
    auto text = heading_at(grid, row, column);
    if (!text.empty() && (texts.empty() || texts.back() != text)) texts.push_back(std::move(text));
  }
  return texts;
}

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const auto& text : texts) all.append(all.empty() ? "" : " ").append(text);
  return all;
}

/// All headings over a column together say more than the lowest alone, where that is known.
HeadedColumn headed(ImportKind kind, const SheetGrid& grid, std::uint32_t column,
                    const std::vector<std::string>& texts) {
  HeadedColumn headed{column, joined(texts), {}, grid.sheet().hides_column(column)};
  auto meant = meant_column(kind, headed.heading);
  if (meant.name.empty()) meant = meant_column(kind, texts.back());
  headed.means = meant.name;
  headed.is_loose = meant.is_loose;
  return headed;
}

/// A heading that may mean a column gives way to one that does.
void drop_loose(std::vector<HeadedColumn>& columns) {
  for (auto& one : columns) {
    const bool is_sure_elsewhere = std::ranges::any_of(columns, [&](const HeadedColumn& other) {
      return &other != &one && other.means == one.means && !other.is_loose && !other.is_hidden;
    });
    if (one.is_loose && is_sure_elsewhere) one.means = {};
  }
}

/// "(1)", "2", "A": what forms write below their headings.
bool numbers_a_column(const SheetCell& cell) {
  constexpr unsigned columns_numbered_max = 60;
  auto text = shown(cell);
  std::erase_if(text, [](char c) { return c == '(' || c == ')' || c == ' '; });
  if (text.size() == 1 && std::string_view("ABCDEabcde").find(text.front()) != std::string_view::npos)
    return true;
  unsigned number = 0;
  const auto* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  return read.ec == std::errc() && read.ptr == end && number <= columns_numbered_max;
}

bool is_row_of_numbers(const SheetGrid& grid, std::uint32_t row) {
  const auto cells = grid.row(row);
  std::set<std::string> texts;
  for (const auto* cell : cells) texts.insert(shown(*cell));
  constexpr std::size_t cells_min = 3;
  return cells.size() >= cells_min && texts.size() == cells.size() &&
         std::ranges::all_of(cells, [](const SheetCell* cell) { return numbers_a_column(*cell); });
}

/// The header as it is if its headings stand in these rows.
SheetHeader header_in(const SheetGrid& grid, ImportKind kind, std::uint32_t first_row,
                      std::uint32_t last_row) {
  SheetHeader header{first_row, last_row, last_row + 1, {}, 0, {}};
  for (std::uint32_t column = 0; column < grid.columns(); ++column) {
    const auto texts = headings_over(grid, first_row, last_row, column);
    if (!texts.empty()) header.columns.push_back(headed(kind, grid, column, texts));
    const auto* range = grid.merged(first_row, column);
    if (range == nullptr || texts.empty()) continue;
    header.data_row = std::max(header.data_row, std::min(range->last_row + 1, first_row + header_height_max));
    header.first_row = std::min(header.first_row, range->first_row);
  }
  drop_loose(header.columns);
  std::set<std::string_view> found;
  for (const auto& column : header.columns) {
    if (!column.is_hidden && !column.means.empty()) found.insert(column.means);
  }
  header.found = found.size();
  for (const auto& column : sheet_columns(kind)) {
    if (column.needed && !found.contains(column.name)) header.lacking.push_back(column.name);
  }
  header.last_row = header.data_row - 1;
  if (is_row_of_numbers(grid, header.data_row)) ++header.data_row;
  return header;
}

}  // namespace

std::optional<SheetHeader> find_header(const SheetGrid& grid, ImportKind kind) {
  constexpr std::size_t found_min = 2;
  std::optional<SheetHeader> best;
  std::uint32_t best_height = 0;
  const auto rows = std::min(grid.rows(), header_rows_searched);
  for (std::uint32_t first = 0; first < rows; ++first) {
    if (grid.row(first).empty()) continue;
    for (std::uint32_t height = 1; height <= header_height_max && first + height <= grid.rows(); ++height) {
      auto header = header_in(grid, kind, first, first + height - 1);
      // Of as many found, the fewest rows: a title above adds nothing.
      const bool is_better =
          !best || header.found > best->found || (header.found == best->found && height < best_height);
      if (header.found < found_min || !is_better) continue;
      best = std::move(header);
      best_height = height;
    }
  }
  return best;
}

}  // namespace badge::app
