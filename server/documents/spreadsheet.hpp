#pragma once
/// What stands in a workbook that somebody else made. Plain values; xlsx_reader.hpp reads them.
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace badge::documents {

struct SheetNumber {
  double value = 0;
  std::uint8_t digits_min = 0;  // of a format like "0000": 7 is shown as 0007
  friend bool operator==(const SheetNumber&, const SheetNumber&) = default;
};

/// A number that is shown as a date, a time, or both. Without a date `at` is since 01/01/1970 00:00.
struct SheetMoment {
  std::chrono::local_seconds at;
  bool has_date = true;
  friend bool operator==(const SheetMoment&, const SheetMoment&) = default;
};

/// Why a cell has no value.
enum class SheetFault : std::uint8_t {
  error_value,     // "#REF!", "#N/A"
  not_calculated,  // a formula that was saved without what it comes to
  not_a_date,      // shown as a date, but before 1900, or behind 9999
};

struct SheetCell {
  std::uint32_t row = 0, column = 0;  // from 0
  std::variant<std::string, SheetNumber, SheetMoment, bool, SheetFault> value;
  friend bool operator==(const SheetCell&, const SheetCell&) = default;
};

/// First and last, both of them in it.
struct SheetRange {
  std::uint32_t first_row = 0, first_column = 0, last_row = 0, last_column = 0;
  friend bool operator==(const SheetRange&, const SheetRange&) = default;
};

struct Sheet {
  std::string name;
  bool is_hidden = false;
  std::vector<SheetCell> cells;  // by row, then by column; those that hold something
  std::vector<SheetRange> merged;
  std::vector<std::uint32_t> hidden_rows;                               // ascending
  std::vector<std::pair<std::uint32_t, std::uint32_t>> hidden_columns;  // first and last
  [[nodiscard]] bool hides_column(std::uint32_t column) const;
  [[nodiscard]] bool hides_row(std::uint32_t row) const;
};

/// "AB12": as a spreadsheet names a cell. Rows and columns from 0.
[[nodiscard]] std::string column_letters(std::uint32_t column);
[[nodiscard]] std::string cell_name(std::uint32_t row, std::uint32_t column);

}  // namespace badge::documents
