#include "server/app/imports/sheet_grid.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "server/app/imports/dates.hpp"

namespace badge::app {
namespace {

using documents::SheetCell;
using documents::SheetMoment;
using documents::SheetNumber;
using documents::SheetRange;

std::string clock_of(const SheetMoment& moment) {
  const auto day = std::chrono::floor<std::chrono::days>(moment.at);
  const std::chrono::hh_mm_ss time(moment.at - day);
  return fmt::format("{:02}:{:02}", time.hours().count(), time.minutes().count());
}

struct Shown {
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(const SheetNumber& number) const {
    constexpr double exact_max = 1e15;  // above it not every whole number is one
    const bool is_whole = number.value == std::floor(number.value) && std::abs(number.value) < exact_max;
    // Ten digits of others: a sum of halves reads as it was meant.
    return fmt::format("{:0>{}}",
                       is_whole ? fmt::format("{:.0f}", number.value) : fmt::format("{:.10g}", number.value),
                       number.digits_min);
  }
  std::string operator()(const SheetMoment& moment) const {
    if (!moment.has_date) return clock_of(moment);
    const auto day = std::chrono::floor<std::chrono::days>(moment.at);
    return show_date(day) + (moment.at == day ? "" : ' ' + clock_of(moment));
  }
  std::string operator()(bool yes) const { return yes ? "yes" : "no"; }
  std::string operator()(documents::SheetFault) const { return {}; }
};

}  // namespace

SheetGrid::SheetGrid(const documents::Sheet& sheet) : sheet_(sheet) {
  for (std::size_t i = 0; i < sheet.cells.size(); ++i) {
    const auto& cell = sheet.cells[i];
    first_cells_.resize(std::max<std::size_t>(first_cells_.size(), cell.row + 1), i);
    columns_ = std::max(columns_, cell.column + 1);
  }
  rows_ = static_cast<std::uint32_t>(first_cells_.size());
  first_cells_.push_back(sheet.cells.size());
  std::size_t kept = 0;
  const std::size_t kept_max =
      2 * static_cast<std::size_t>(rows_) * columns_;  // honest ranges do not overlap
  for (const auto& range : sheet.merged) {
    for (auto row = range.first_row; row <= range.last_row && row < rows_ && kept < kept_max; ++row, ++kept) {
      merged_[row].push_back(range);
    }
  }
}

const SheetCell* SheetGrid::at(std::uint32_t row, std::uint32_t column) const {
  if (row >= rows_) return nullptr;
  for (auto i = first_cells_[row]; i < first_cells_[row + 1]; ++i) {
    if (sheet_.cells[i].column == column) return &sheet_.cells[i];
  }
  return nullptr;
}

const SheetRange* SheetGrid::merged(std::uint32_t row, std::uint32_t column) const {
  const auto of_row = merged_.find(row);
  if (of_row == merged_.end()) return nullptr;
  const auto found = std::ranges::find_if(of_row->second, [&](const SheetRange& range) {
    return range.first_column <= column && column <= range.last_column;
  });
  return found == of_row->second.end() ? nullptr : &*found;
}

const SheetCell* SheetGrid::filled(std::uint32_t row, std::uint32_t column) const {
  if (const auto* own = at(row, column)) return own;
  const auto* range = merged(row, column);
  return range != nullptr && range->first_column == column ? at(range->first_row, column) : nullptr;
}

std::vector<const SheetCell*> SheetGrid::row(std::uint32_t row) const {
  std::vector<const SheetCell*> cells;
  if (row >= rows_) return cells;
  for (auto i = first_cells_[row]; i < first_cells_[row + 1]; ++i) cells.push_back(&sheet_.cells[i]);
  return cells;
}

std::string shown(const SheetCell& cell) { return std::visit(Shown{}, cell.value); }

}  // namespace badge::app
