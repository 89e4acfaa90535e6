#include "server/app/imports/sheet_rows.hpp"

#include <algorithm>
#include <array>

#include "server/app/header_words.hpp"
#include "server/app/imports/sheet_columns.hpp"

namespace badge::app {
namespace {

using documents::SheetCell;

bool is_total(std::string_view words) {
  constexpr std::array ways = {"cong", "tong", "tong cong", "tong so"};
  return std::ranges::any_of(ways, [&](std::string_view way) {
    return words == way || (words.starts_with(way) && words.substr(way.size()).starts_with(' '));
  });
}

/// Words that stand below a list and in none.
bool ends_a_list(std::string_view words) {
  constexpr std::array begins = {"nguoi lap",    "thu truong",       "nguoi duyet", "ke toan",  "giam doc",
                                 "chu tich",     "noi nhan",         "ghi chu",     "xac nhan", "ky ten",
                                 "ky ghi ro",    "truong phong",     "truong ban",  "tm",       "kt",
                                 "danh sach co", "an dinh danh sach"};
  const auto has = [&](std::string_view part) { return words.find(part) != std::string_view::npos; };
  return std::ranges::any_of(begins, [&](std::string_view begin) { return words.starts_with(begin); }) ||
         (has("ngay") && has("thang") && has("nam")) || has("ky ghi ro ho ten");
}

/// "I", "IV.", "A": how parts of a list are numbered.
bool numbers_a_part(const SheetCell& cell) {
  auto text = shown(cell);
  std::erase_if(text, [](char c) { return c == '.' || c == ')' || c == ' '; });
  if (text.empty()) return false;
  return text.find_first_not_of("IVX") == std::string::npos ||
         (text.size() == 1 && text.front() >= 'A' && text.front() <= 'H');
}

class Sorter {
 public:
  Sorter(const SheetGrid& grid, const SheetHeader& header, ImportKind kind) : grid_(grid), kind_(kind) {
    for (const auto& column : header.columns) {
      if (column.is_hidden || column.means.empty()) continue;
      read_.push_back(&column);
      const auto columns = sheet_columns(kind);
      if (std::ranges::find(columns, column.means, &SheetColumn::name)->needed)
        needed_.push_back(column.column);
    }
  }

  [[nodiscard]] bool is_full(std::uint32_t row) const {
    return std::ranges::all_of(needed_,
                               [&](std::uint32_t column) { return grid_.filled(row, column) != nullptr; });
  }

  [[nodiscard]] SheetRowKind sort(std::uint32_t row, bool is_behind_all) const {
    using enum SheetRowKind;
    const auto own = std::ranges::count_if(
        read_, [&](const auto* column) { return grid_.at(row, column->column) != nullptr; });
    if (grid_.sheet().hides_row(row)) return own == 0 ? blank : hidden;
    const auto cells = grid_.row(row);
    if (is_header(row)) return header_again;
    if (is_full(row) && own > 0) return data;
    const auto first_words = cells.empty() ? std::string() : plain_words(shown(*first_text(cells)));
    if (is_total(first_words)) return total;
    constexpr std::int64_t signing_at_once = 2;  // beside each other; who has more columns is a person
    if (is_behind_all && own <= signing_at_once && std::ranges::any_of(cells, [](const SheetCell* cell) {
          return ends_a_list(plain_words(shown(*cell)));
        }))
      return below;
    if (own == 0) return blank;
    return heads_a_part(row, cells) ? group : data;
  }

 private:
  /// The first that is no number; the first of all where all are.
  static const SheetCell* first_text(const std::vector<const SheetCell*>& cells) {
    const auto found = std::ranges::find_if(
        cells, [](const SheetCell* cell) { return std::holds_alternative<std::string>(cell->value); });
    return found == cells.end() ? cells.front() : *found;
  }

  [[nodiscard]] bool is_header(std::uint32_t row) const {
    const auto again = std::ranges::count_if(read_, [&](const HeadedColumn* column) {
      const auto* cell = grid_.at(row, column->column);
      const auto* text = cell == nullptr ? nullptr : std::get_if<std::string>(&cell->value);
      return text != nullptr && may_head(*text) && meant_column(kind_, *text).name == column->means;
    });
    return again >= 2;
  }

  /// No heading has digits: most data is told from one without looking for its words.
  static bool may_head(std::string_view text) {
    return text.find_first_of("0123456789") == std::string_view::npos;
  }

  /// One text over several columns, or behind the number of a part.
  [[nodiscard]] bool heads_a_part(std::uint32_t row, const std::vector<const SheetCell*>& cells) const {
    if (cells.size() == 1) {
      const auto* range = grid_.merged(row, cells.front()->column);
      return range != nullptr && range->last_column > range->first_column;
    }
    return cells.size() == 2 && numbers_a_part(*cells[0]) &&
           std::holds_alternative<std::string>(cells[1]->value);
  }

  const SheetGrid& grid_;
  ImportKind kind_;
  std::vector<const HeadedColumn*> read_;
  std::vector<std::uint32_t> needed_;
};

}  // namespace

std::vector<SheetRowKind> sort_rows(const SheetGrid& grid, const SheetHeader& header, ImportKind kind) {
  const Sorter sorter(grid, header, kind);
  auto end_of_full = header.data_row;
  for (auto row = header.data_row; row < grid.rows(); ++row) {
    if (sorter.is_full(row)) end_of_full = row + 1;
  }
  std::vector<SheetRowKind> kinds;
  for (auto row = header.data_row; row < grid.rows(); ++row) {
    const bool is_behind_end = !kinds.empty() && kinds.back() == SheetRowKind::below;
    kinds.push_back(is_behind_end ? SheetRowKind::below : sorter.sort(row, row >= end_of_full));
  }
  return kinds;
}

}  // namespace badge::app
