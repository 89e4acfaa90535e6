// CSV import: any bytes at all are read to their end, within the bounds, and give a plan or errors.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "server/app/imports/plan.hpp"
#include "server/app/imports/tap_rows.hpp"
#include "server/documents/csv_reader.hpp"
#include "server/documents/csv_writer.hpp"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

/// Records stay in bounds, and what was read can be written and read again.
void read_csv(std::string_view text) {
  using namespace badge::documents;
  CsvReader reader(text);
  std::size_t line_before = 0;
  CsvWriter writer(CsvWriter::ByteOrderMark::with, reader.separator());
  std::vector<CsvRecord> records;
  while (auto record = reader.next()) {
    const auto line = *record ? (*record)->line : record->error().line;
    require(line > line_before);
    line_before = line;
    if (!*record) continue;
    require((*record)->fields.size() <= csv_columns_max);
    for (const auto& field : (*record)->fields) writer.plain(field);
    writer.end_row();
    records.push_back(std::move(**record));
  }
  require(whole_csv_records(text) <= text.size());
  if (records.empty()) return;
  CsvReader again(writer.str());
  if (again.separator() != reader.separator()) return;  // the first record may hold more of the other one
  for (const auto& record : records) {
    const auto read = again.next();
    require(read && *read && (*read)->fields.size() == record.fields.size());
  }
}

const badge::store::RosterFacts& known() {
  static const badge::store::RosterFacts facts = [] {
    using namespace badge::attendance;
    const DateSpan ever{Date(std::chrono::year(2020) / 1 / 1)};
    badge::store::RosterFacts made;
    made.units = {{"A", "A", "", "", ever}, {"B", "B", "", "A", ever}};
    made.postings = {{"N1", "N", "B", "", "", ever, 1}};
    made.entrances = {{"E", "A", ever}};
    Schedule schedule;
    schedule.name = "S";
    schedule.seasons = {{ever.from, every_weekday, {{"sáng", minutes(450), minutes(690), {}, {}, {}, {}}}}};
    made.schedules = {schedule};
    made.absences = {{"N1", AbsenceKind::sick, {ever.from, ever.from}, {}, "", {}}};
    return made;
  }();
  return facts;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace badge::app;
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  read_csv(text);
  const auto kind = static_cast<ImportKind>((data[0] & 0x1FU) % import_kind_count);
  const bool withdraw = data[0] >= 0x80;
  const ImportAids aids{{}, [](std::string_view number) { return std::string(number); }};
  const auto plan = withdraw ? plan_withdrawal(kind, text, known(), Language::vi, aids)
                             : plan_import(kind, text, known(), Language::vi, aids);
  if (plan) {
    require(plan->added + plan->changed + plan->unchanged + plan->withdrawn.size() == plan->rows);
    require(plan->facts.size() == plan->added + plan->changed);
  } else {
    require(plan.error().total > 0 && plan.error().listed.size() <= import_errors_listed_max);
  }
  const TapFileContext context{
      [](std::string_view code) { return code == "N1"; },
      [](badge::attendance::LocalTime local) { return badge::Instant(local.time_since_epoch()); },
      badge::Instant(std::chrono::sys_days(std::chrono::year(2026) / 1 / 1))};
  (void)read_tap_slice(text, 2, context, Language::en);
  return 0;
}
