#pragma once
/// What programs of attendance machines export as a workbook: one tap a row, with a date and a time or both
/// in one cell; or one day a row, with a time in each of several columns, or several in one cell. Pure.
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "tools/badgectl/attlog.hpp"

namespace badge::tools {

struct AttLogSheet {
  std::string rows;               // "at,staff_code,reader" each, of taps.csv
  std::vector<std::size_t> from;  // the sheet's row of each, from 1
};

/// Of the one sheet with a header that names a number of people and times. Where a cell cannot be read
/// nothing is: the faults, in order of rows, each with its cell.
[[nodiscard]] tl::expected<AttLogSheet, std::vector<AttLogFault>> attlog_sheet_rows(
    std::string_view bytes, const AttLogReading& reading);

}  // namespace badge::tools
