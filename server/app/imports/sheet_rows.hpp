#pragma once
/// Which rows below a header are data, and which only look like it. Pure.
#include <cstdint>
#include <vector>

#include "server/app/imports/sheet_header.hpp"

namespace badge::app {

enum class SheetRowKind : std::uint8_t {
  data,
  blank,         // in every column that is read
  hidden,        // by a filter, or by hand
  header_again,  // as printed on every page
  total,         // "Cộng", "Tổng cộng"
  group,         // "I. Văn phòng": one text over a part of the list
  below,         // who made and who signed the list, notes, and all behind them
};

/// Of the rows from `header.data_row` on, in order. A row with all needed columns filled is always data
/// unless it is hidden.
[[nodiscard]] std::vector<SheetRowKind> sort_rows(const SheetGrid& grid, const SheetHeader& header,
                                                  ImportKind kind);

}  // namespace badge::app
