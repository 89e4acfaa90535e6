// The reports on leave, papers and duty as CSV: the columns of the JSON, one row an item.
#include <fmt/format.h>

#include <initializer_list>

#include "server/app/duty_report.hpp"
#include "server/app/leave_report.hpp"
#include "server/app/paper_report.hpp"
#include "server/documents/csv_writer.hpp"

namespace badge::app {

namespace {

using documents::CsvWriter;

CsvWriter csv_with(std::initializer_list<std::string_view> headings) {
  CsvWriter csv(CsvWriter::ByteOrderMark::with);
  for (const auto heading : headings) csv.plain(heading);
  csv.end_row();
  return csv;
}

std::string date_cell(attendance::Date date) {
  const std::chrono::year_month_day day(date);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}

std::string days_cell(double days) { return fmt::format("{:.2f}", days); }

void person_cells(CsvWriter& csv, const PersonName& person) {
  csv.text(person.code).text(person.full_name).text(person.unit.code).text(person.unit.name);
}

}  // namespace

std::string to_csv(const LeaveTable& table) {
  auto csv = csv_with({"staff_code", "full_name", "unit_code", "unit_name", "entitled", "seniority",
                       "carried", "carried_expired", "used", "remaining", "over", "earned_min", "taken_min",
                       "expired_min", "left_min", "expires_soon_min", "over_taken_min"});
  for (const auto& [person, figures] : table.rows) {
    person_cells(csv, person);
    const auto stated = [&](double days) { return figures.has_entitlement ? days_cell(days) : ""; };
    csv.plain(stated(figures.entitled)).plain(stated(figures.seniority)).plain(stated(figures.carried));
    csv.plain(stated(figures.carried_expired)).plain(days_cell(figures.used));
    csv.plain(stated(figures.remaining)).plain(stated(figures.over));
    csv.number(figures.earned_min).number(figures.taken_min).number(figures.expired_min);
    csv.number(figures.left_min).number(figures.expires_soon_min).number(figures.over_taken_min);
    csv.end_row();
  }
  return std::move(csv).str();
}

std::string to_csv(const PaperReport& report) {
  auto csv = csv_with({"staff_code", "full_name", "unit_code", "unit_name", "fault", "kind", "from", "to",
                       "paper", "late_by_min", "taps", "over_days", "over_min", "text"});
  for (const auto& row : report.rows) {
    person_cells(csv, row.person);
    csv.plain(to_string(row.fault)).plain(row.kind);
    csv.plain(date_cell(row.days.from)).plain(date_cell(row.days.to)).text(row.paper);
    csv.number(row.late_by_min).number(static_cast<std::int64_t>(row.taps.size()));
    csv.plain(days_cell(row.over_days)).number(row.over_min).text(row.text);
    csv.end_row();
  }
  return std::move(csv).str();
}

std::string to_csv(const DutyReport& report) {
  auto csv = csv_with({"date", "unit_code", "unit_name", "schedule", "people_min", "named", "came",
                       "stayed_away", "people", "text"});
  for (const auto& row : report.rows) {
    std::string people;
    for (const auto& turn : row.turns) {
      people += (people.empty() ? "" : "; ") + turn.staff_code + ": " + turn.text;
    }
    csv.plain(date_cell(row.date)).text(row.unit.code).text(row.unit.name).text(row.schedule);
    csv.number(row.people_min).number(row.named).number(row.came).number(row.stayed_away);
    csv.text(people).text(row.text);
    csv.end_row();
  }
  return std::move(csv).str();
}

}  // namespace badge::app
