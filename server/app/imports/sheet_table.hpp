#pragma once
/// The table in a clerk's workbook as the CSV text of a file of its kind. Pure.
#include <map>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "server/app/imports/plan.hpp"
#include "server/app/imports/understood.hpp"

namespace badge::app {

/// A table that was found, and where each of its cells stood.
struct SheetTable {
  std::string csv;  // a row of the sheet is the line of the same number
  Understood understood;
  std::map<std::string, std::string, std::less<>> letters;  // of the sheet's columns, by our names
};

/// `bytes`: an .xlsx file. Exactly one sheet that is shown must hold the columns that a file of this kind
/// needs. Errors name their cells.
[[nodiscard]] tl::expected<SheetTable, ImportErrors> read_sheet_table(std::string_view bytes, ImportKind kind,
                                                                      const store::RosterFacts& stored,
                                                                      Language language);

/// Errors that the text of the table has, with the cells that they speak of.
void name_places(ImportErrors& errors, const SheetTable& table);

}  // namespace badge::app
