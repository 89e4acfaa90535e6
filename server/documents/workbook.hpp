#pragma once
/// A workbook as a value: what stands in which cell, how it looks, and how a sheet is printed. xlsx_of makes
/// the file that spreadsheets open.
#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <variant>
#include <vector>

namespace badge::documents {

inline constexpr std::uint32_t workbook_rows_max = 50'000;  // of a sheet: an office's year, person by person
inline constexpr std::uint16_t workbook_columns_max = 256;  // a form has 40
inline constexpr std::size_t workbook_text_bytes_max =
    32'000;  // a spreadsheet takes 32,767 letters in a cell

struct CellStyle {
  enum class Align : std::uint8_t { left, center, right };
  Align align = Align::left;
  bool at_top = false;  // else in the middle of the row's height
  bool bold = false, italic = false;
  bool wrap = false;
  bool border = false;             // thin, on all four sides
  bool shaded = false;             // light grey, seen in a black and white print
  bool crossed = false;            // a thin line from corner to corner: nothing can ever stand there
  std::uint8_t size = 11;          // points
  std::string number_format = {};  // of numbers: "0.0#"; empty: as they are
  friend auto operator<=>(const CellStyle&, const CellStyle&) = default;
};

/// "SUM(A1:A9)", without the sign before it, and what it comes to: who reads the file without calculating
/// finds the same.
struct Formula {
  std::string text;
  double value = 0;
};

struct WorkbookCell {
  std::uint32_t row = 0;  // from 0
  std::uint16_t column = 0;
  std::variant<std::monostate, std::string, double, Formula> value = {};  // a text is never read as a formula
  CellStyle style = {};
  std::uint32_t rows = 1;  // more: merged
  std::uint16_t columns = 1;
};

struct WorkbookSheet {
  std::string name;                         // at most 31 letters, none of []:*?/' or a backslash
  std::vector<WorkbookCell> cells;          // each place at most once
  std::vector<double> widths;               // of the columns, in letters of the default font
  std::map<std::uint32_t, double> heights;  // of rows, in points; of others as the text needs
  bool landscape = true;
  /// Repeated on each printed page, first and last.
  std::optional<std::pair<std::uint32_t, std::uint32_t>> head_rows = {};
  /// Rows above and columns left of this cell stay while one scrolls. {0, 0}: none.
  std::pair<std::uint32_t, std::uint16_t> frozen = {0, 0};
};

/// Printed on A4, each sheet as wide as one page.
struct Workbook {
  std::string title;
  std::string font = "Times New Roman";
  std::vector<WorkbookSheet> sheets;
};

/// The bytes of an .xlsx file. The same workbook made at the same time gives the same bytes. An error names
/// the place and the rule. Any thread.
[[nodiscard]] tl::expected<std::string, std::string> xlsx_of(const Workbook& workbook,
                                                             std::chrono::sys_seconds made_at);

}  // namespace badge::documents
