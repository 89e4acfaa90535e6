#include <fmt/format.h>

#include "server/app/unit_report.hpp"
#include "server/documents/csv_writer.hpp"

namespace badge::app {

std::string to_csv(const UnitReport& report, Count count) {
  documents::CsvWriter csv(documents::CsvWriter::ByteOrderMark::with);
  for (const auto* name :
       {"unit_code", "unit_name", "staff", "sessions_due", "on_time", "late", "late_min", "early",
        "early_min", "missing", "absent", "excused", "exempt", "provisional", "on_time_rate"}) {
    csv.plain(name);
  }
  csv.end_row();
  for (const auto& row : report.rows) {
    const auto& t = count == Count::own ? row.own : row.subtree;
    const auto staff = count == Count::own ? row.own_staff : row.subtree_staff;
    csv.text(row.unit.code).text(row.unit.name).number(staff);
    for (const auto value : {t.sessions_due, t.on_time, t.late, t.late_min, t.early, t.early_min, t.missing,
                             t.absent, t.excused, t.exempt, t.provisional}) {
      csv.number(value);
    }
    const auto rate = t.on_time_rate();
    csv.plain(rate ? fmt::format("{:.4f}", *rate) : "");
    csv.end_row();
  }
  return std::move(csv).str();
}

}  // namespace badge::app
