#pragma once
/// Which columns a table of each kind has, what stands in them, and how clerks head them. Pure.
#include <cstdint>
#include <span>
#include <string_view>

#include "server/app/imports/plan.hpp"

namespace badge::app {

/// What a column holds, and so what a cell may be that a spreadsheet made something else of.
enum class SheetNature : std::uint8_t {
  unit_code,
  staff_code,
  entrance_code,
  schedule_code,
  unit_codes,  // joined by '+', like the next two
  staff_codes,
  entrance_codes,
  exact,  // numbers of cards and the like: a zero that a spreadsheet dropped cannot be found again
  text,   // words; a number stands as it is shown
  date,
  moment,  // a date with its time
  clock,
  number,
};

struct SheetColumn {
  std::string_view name;
  SheetNature nature = SheetNature::text;
  bool needed = false;  // no row is complete without it
};

/// In the order of a file of this kind. Empty: its files are no tables.
[[nodiscard]] std::span<const SheetColumn> sheet_columns(ImportKind kind);

/// A column that a heading means.
struct MeantColumn {
  std::string_view name;  // empty: none of this kind
  bool is_loose = false;  // it may mean something else: another heading that is sure takes its place
};
[[nodiscard]] MeantColumn meant_column(ImportKind kind, std::string_view heading);

/// "Số thứ tự": numbers of the lines themselves.
[[nodiscard]] bool counts_lines(std::string_view heading);

/// "Mã số, Số hiệu": some headings that mean the column, for who lacks it.
[[nodiscard]] std::string_view usual_heading(ImportKind kind, std::string_view column);

}  // namespace badge::app
