#pragma once
/// Where the table of a sheet begins, and which column means what. Pure.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/imports/plan.hpp"
#include "server/app/imports/sheet_grid.hpp"

namespace badge::app {

inline constexpr std::uint32_t header_rows_searched = 40;  // a head of a form has ten
inline constexpr std::uint32_t header_height_max = 3;      // a heading over headings over headings

struct HeadedColumn {
  std::uint32_t column = 0;
  std::string heading;     // as it stands there, of several rows from above to below
  std::string_view means;  // our name; empty: nothing that we know
  bool is_hidden = false;
  bool is_loose = false;
};

struct SheetHeader {
  std::uint32_t first_row = 0, last_row = 0;
  std::uint32_t data_row = 0;  // the first that may hold data: a row of column numbers is passed over
  std::vector<HeadedColumn> columns;
  std::size_t found = 0;                  // how many of our columns
  std::vector<std::string_view> lacking;  // those needed that no heading means
};

/// The rows that head most of our columns, two of them at least. Nothing: there are none.
[[nodiscard]] std::optional<SheetHeader> find_header(const SheetGrid& grid, ImportKind kind);

}  // namespace badge::app
