#pragma once
/// Reads .xlsx workbooks as offices have them, from Excel, LibreOffice, WPS or a program that writes only the
/// parts it needs: texts of all three ways, numbers, dates by their format, yes and no, formulas by the value
/// that was saved with them. What only looks (colours, pictures, comments, macros) is not read.
///
/// Text comes out in normal form C. A workbook is read whole or not at all. Any thread.
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "server/documents/spreadsheet.hpp"

namespace badge::documents {

// Beside the bounds of the archive (zip_reader.hpp):
inline constexpr std::size_t xlsx_sheets_max = 64;       // a year of months with their summaries has 20
inline constexpr std::uint32_t xlsx_rows_max = 100'000;  // as many as one import takes
inline constexpr std::uint32_t xlsx_columns_max = 256;   // the widest form has 60
inline constexpr std::size_t xlsx_cells_max = 500'000;   // of all sheets, that hold something
inline constexpr std::size_t xlsx_text_bytes_max = 32 * 1024 * 1024;  // of all cells: one text may be in each
inline constexpr std::size_t xlsx_ranges_max = 20'000;  // merged ranges, hidden columns of a sheet

/// In both languages, with what to do. `part`: of the file, as the archive names it; empty: all of it.
struct XlsxError {
  std::string part, vi, en;
};

/// "PK" at the beginning, or what older and locked workbooks begin with.
[[nodiscard]] bool looks_like_workbook(std::string_view bytes);

[[nodiscard]] tl::expected<std::vector<Sheet>, XlsxError> read_xlsx(std::string_view bytes);

}  // namespace badge::documents
