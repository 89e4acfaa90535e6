#include "server/app/imports/readable_file.hpp"

#include <memory>

#include "server/app/imports/calendar_file.hpp"
#include "server/app/imports/sheet_table.hpp"
#include "server/documents/ical_reader.hpp"
#include "server/documents/xlsx_reader.hpp"

namespace badge::app {
namespace {

using Read = tl::expected<ReadableFile, ImportErrors>;

Read read_workbook(const FactFile& file, const store::RosterFacts& stored) {
  auto read = read_sheet_table(file.text, file.kind, stored, file.language);
  if (!read) return tl::unexpected(std::move(read.error()));
  const auto table = std::make_shared<const SheetTable>(*std::move(read));
  return ReadableFile{table->csv, table->understood,
                      [table](ImportErrors& errors) { name_places(errors, *table); }};
}

Read read_calendar(const FactFile& file) {
  if (file.kind != ImportKind::calendar) {
    ImportReport report(file.language);
    report.add(0, "", "",
               report.say("tệp lịch (.ics) chỉ nhập được vào lịch làm việc (calendar)",
                          "a calendar file (.ics) is for the kind calendar only"));
    return tl::unexpected(report.take());
  }
  auto read = read_calendar_file(file.text, file.language);
  if (!read) return tl::unexpected(std::move(read.error()));
  const auto name_events = [places = std::move(read->places)](ImportErrors& errors) {
    constexpr std::size_t first_line = 2;  // behind the header
    for (auto& error : errors.listed) {
      const auto row = error.line - first_line;  // of the file as a whole: beyond all rows
      if (row < places.size()) error.place = places[row];
    }
  };
  return ReadableFile{std::move(read->csv), std::move(read->understood), name_events};
}

}  // namespace

tl::expected<ReadableFile, ImportErrors> readable_file(const FactFile& file,
                                                       const store::RosterFacts& stored) {
  if (documents::looks_like_workbook(file.text)) return read_workbook(file, stored);
  if (documents::looks_like_calendar(file.text)) return read_calendar(file);
  return ReadableFile{std::string(file.text), std::nullopt, [](ImportErrors&) {}};
}

}  // namespace badge::app
