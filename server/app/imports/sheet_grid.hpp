#pragma once
/// A sheet as people see it: what is merged stands in every row that it covers. Pure.
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "server/documents/spreadsheet.hpp"

namespace badge::app {

/// Keep the sheet as long as this. Rows and columns from 0.
class SheetGrid {
 public:
  explicit SheetGrid(const documents::Sheet& sheet);

  [[nodiscard]] const documents::Sheet& sheet() const { return sheet_; }
  [[nodiscard]] std::uint32_t rows() const { return rows_; }        // behind the last that holds something
  [[nodiscard]] std::uint32_t columns() const { return columns_; }  // likewise

  /// Null: it holds nothing.
  [[nodiscard]] const documents::SheetCell* at(std::uint32_t row, std::uint32_t column) const;
  /// The same, and in the lower rows of a cell that is merged downwards what stands in its first.
  [[nodiscard]] const documents::SheetCell* filled(std::uint32_t row, std::uint32_t column) const;
  /// The merged range that covers it; null: none.
  [[nodiscard]] const documents::SheetRange* merged(std::uint32_t row, std::uint32_t column) const;

  /// What stands in a row itself, in order of columns.
  [[nodiscard]] std::vector<const documents::SheetCell*> row(std::uint32_t row) const;

 private:
  const documents::Sheet& sheet_;
  std::vector<std::size_t> first_cells_;  // of each row, and one behind the last
  std::map<std::uint32_t, std::vector<documents::SheetRange>> merged_;  // by row that they cover, in bounds
  std::uint32_t rows_ = 0, columns_ = 0;
};

/// As a text: "7", "0007" where it is shown so, "09/03/2026". Faults are "".
[[nodiscard]] std::string shown(const documents::SheetCell& cell);

}  // namespace badge::app
