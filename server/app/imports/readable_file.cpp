#include "server/app/imports/readable_file.hpp"

#include <memory>

#include "server/app/imports/sheet_table.hpp"
#include "server/documents/xlsx_reader.hpp"

namespace badge::app {

tl::expected<ReadableFile, ImportErrors> readable_file(const FactFile& file,
                                                       const store::RosterFacts& stored) {
  if (!documents::looks_like_workbook(file.text))
    return ReadableFile{std::string(file.text), std::nullopt, [](ImportErrors&) {}};
  auto read = read_sheet_table(file.text, file.kind, stored, file.language);
  if (!read) return tl::unexpected(std::move(read.error()));
  const auto table = std::make_shared<const SheetTable>(*std::move(read));
  return ReadableFile{table->csv, table->understood,
                      [table](ImportErrors& errors) { name_places(errors, *table); }};
}

}  // namespace badge::app
