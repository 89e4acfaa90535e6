#pragma once
/// A CSV file as a table with named columns, row by row, every error noted with its line and column.
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/imports/row.hpp"

namespace badge::app {

struct ImportColumns {
  std::vector<std::string_view> required, optional;
  /// What files that other programs wrote call our columns; "" of what we do not know. Null: our names only.
  std::string_view (*meant_by)(std::string_view header) = nullptr;
};

struct TableRead {
  std::size_t rows = 0;                      // good and bad
  std::vector<std::string> columns;          // ours, that the file has
  std::vector<std::string> ignored_columns;  // the file has them, we do not know them
};

/// Hands each readable row to `take`. Without its required columns nothing of the file is read.
TableRead read_table(std::string_view csv, const ImportColumns& columns, ImportReport& report,
                     const std::function<void(ImportRow&)>& take);

}  // namespace badge::app
