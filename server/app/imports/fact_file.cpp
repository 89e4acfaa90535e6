#include "server/app/imports/fact_file.hpp"

#include <algorithm>
#include <iterator>

#include "server/app/imports/sheet_columns.hpp"
#include "server/documents/csv_writer.hpp"
#include "server/documents/workbook.hpp"

namespace badge::app {
namespace {

template <class Fact>
std::vector<FormRow> rows_of(const std::vector<Fact>& facts) {
  std::vector<FormRow> rows;
  for (const auto& fact : facts) rows.push_back(row_of(fact));
  return rows;
}

std::vector<FormRow> rows_of(const std::vector<attendance::Schedule>& schedules) {
  std::vector<FormRow> rows;
  for (const auto& schedule : schedules) std::ranges::move(app::rows_of(schedule), std::back_inserter(rows));
  return rows;
}

}  // namespace

bool has_fact_file(ImportKind kind) {
  switch (kind) {
    case ImportKind::badges:
    case ImportKind::card_numbers:
    case ImportKind::temporary_cards:
    case ImportKind::reader_ends:
    case ImportKind::clock_rulings:
      return false;
    default:
      return true;
  }
}

std::vector<FormRow> rows_in_force(ImportKind kind, const store::RosterFacts& facts, const ImportAids& aids) {
  switch (kind) {
    case ImportKind::units:
      return rows_of(facts.units);
    case ImportKind::staff:
      return rows_of(facts.postings);
    case ImportKind::entrances:
      return rows_of(facts.entrances);
    case ImportKind::schedules:
      return rows_of(facts.schedules);
    case ImportKind::assignments:
      return rows_of(facts.assignments);
    case ImportKind::calendar:
      return rows_of(facts.calendar);
    case ImportKind::heads:
      return rows_of(facts.heads);
    case ImportKind::successions:
      return rows_of(facts.successions);
    case ImportKind::pay_periods:
      return rows_of(facts.pay_periods);
    case ImportKind::absences:
      return rows_of(facts.absences);
    case ImportKind::regimes:
      return rows_of(facts.regimes);
    case ImportKind::duties:
      return rows_of(facts.duties);
    case ImportKind::duty_slots:
      return rows_of(facts.duty_slots);
    case ImportKind::corrections:
      return rows_of(facts.corrections);
    case ImportKind::entitlements:
      return rows_of(facts.entitlements);
    case ImportKind::credits:
      return rows_of(facts.credits);
    case ImportKind::indicators:
      return rows_of(aids.indicators);
    case ImportKind::symbols:
      return rows_of(aids.symbols);
    case ImportKind::timesheet_forms:
      return rows_of(aids.timesheet_forms);
    case ImportKind::named_periods:
      return rows_of(aids.named_periods);
    case ImportKind::list_rules:
      return rows_of(aids.list_rules);
    case ImportKind::trip_reports:
      return rows_of(aids.trip_reports);
    case ImportKind::badges:
    case ImportKind::card_numbers:
    case ImportKind::temporary_cards:
    case ImportKind::reader_ends:
    case ImportKind::clock_rulings:
      break;
  }
  return {};
}

std::string fact_csv(ImportKind kind, const std::vector<FormRow>& rows) {
  documents::CsvWriter csv(documents::CsvWriter::ByteOrderMark::with);
  for (const auto& column : sheet_columns(kind)) csv.plain(column.name);
  csv.end_row();
  for (const auto& row : rows) {
    for (const auto& column : sheet_columns(kind)) csv.text(value_of(row, column.name));
    csv.end_row();
  }
  return std::move(csv).str();
}

tl::expected<std::string, std::string> fact_workbook(ImportKind kind, const std::vector<FormRow>& rows,
                                                     std::chrono::sys_seconds made_at) {
  constexpr double width = 18;  // letters: a date, a code, the beginning of a name
  documents::Workbook workbook;
  workbook.title = to_string(kind);
  auto& sheet = workbook.sheets.emplace_back();
  sheet.name = to_string(kind);
  sheet.frozen = {1, 0};
  sheet.head_rows = std::pair(0U, 0U);
  documents::CellStyle heading;
  heading.bold = true;
  std::uint16_t at = 0;
  for (const auto& column : sheet_columns(kind)) {
    sheet.widths.push_back(width);
    sheet.cells.push_back({0, at, std::string(column.name), heading});
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
      auto value = value_of(rows[row], column.name);
      if (!value.empty()) sheet.cells.push_back({row + 1, at, std::move(value)});
    }
    ++at;
  }
  return documents::xlsx_of(workbook, made_at);
}

}  // namespace badge::app
