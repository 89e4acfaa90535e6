// Workbooks of clerks: any bytes at all, and any parts inside a sound archive, are read within the bounds or
// refused.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "server/app/imports/sheet_columns.hpp"
#include "server/app/imports/sheet_table.hpp"
#include "server/documents/xlsx_reader.hpp"
#include "tests/server/documents/raw_workbook.hpp"

namespace {

using namespace badge;
using documents::test::RawSheet;

void require(bool holds) {
  if (!holds) std::abort();
}

/// The first byte says which part the rest is: 'S' a sheet, 'T' its shared texts, 'Y' its styles, 'W' the
/// workbook itself, 'R' its relations; else all of the file.
std::string workbook_of(char part, std::string text) {
  RawSheet sheet("Nghỉ phép");
  sheet.texts("A1", {"Mã số", "Loại nghỉ", "Từ ngày", "Đến ngày"}).shared("A2", 0).text("B2", "ốm");
  sheet.number("C2", "46090", documents::test::RawStyle::date).text("D2", "9/3/2026");
  const auto with = [&](const char* path) {
    return documents::test::bytes_of({{sheet}, {"<t>N1</t>"}}, {{path, std::move(text)}});
  };
  switch (part) {
    case 'S':
      return with("xl/worksheets/sheet1.xml");
    case 'T':
      return with("xl/sharedStrings.xml");
    case 'Y':
      return with("xl/styles.xml");
    case 'W':
      return with("xl/workbook.xml");
    case 'R':
      return with("xl/_rels/workbook.xml.rels");
    default:
      return text;
  }
}

void check(const documents::Sheet& sheet) {
  for (std::size_t i = 0; i < sheet.cells.size(); ++i) {
    const auto& cell = sheet.cells[i];
    require(cell.row < documents::xlsx_rows_max && cell.column < documents::xlsx_columns_max);
    if (i == 0) continue;
    const auto& before = sheet.cells[i - 1];
    require(before.row < cell.row || (before.row == cell.row && before.column < cell.column));
  }
}

const store::RosterFacts& known() {
  static const store::RosterFacts facts = [] {
    using namespace attendance;
    const DateSpan ever{Date(std::chrono::year(2020) / 1 / 1)};
    store::RosterFacts made;
    made.units = {{"A", "Sở A", "", "", ever}, {"007", "Sở B", "", "A", ever}};
    made.postings = {{"N1", "N", "A", "", "", ever, 1}, {"0012", "M", "A", "", "", ever, 2}};
    return made;
  }();
  return facts;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace badge::app;
  if (size < 2) return 0;
  const auto bytes =
      workbook_of(static_cast<char>(data[0]), std::string(reinterpret_cast<const char*>(data) + 2, size - 2));
  const auto sheets = documents::read_xlsx(bytes);
  if (!sheets) {
    require(!sheets.error().vi.empty() && !sheets.error().en.empty());
    return 0;
  }
  require(sheets->size() <= documents::xlsx_sheets_max);
  for (const auto& sheet : *sheets) check(sheet);
  const auto kind = static_cast<ImportKind>(data[1] % import_kind_count);
  const auto table = read_sheet_table(bytes, kind, known(), Language::en);
  if (!table) {
    require(table.error().total > 0);
    return 0;
  }
  // A row of the sheet is the line of the same number: whatever is wrong with the text has a place.
  auto plan = plan_import(kind, table->csv, known(), Language::vi,
                          {{}, [](std::string_view number) { return std::string(number); }});
  if (plan) return 0;
  name_places(plan.error(), *table);
  for (const auto& error : plan.error().listed) require(error.line == 0 || !error.place.empty());
  return 0;
}
