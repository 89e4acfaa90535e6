#pragma once
#include <chrono>
#include <vector>

#include "server/app/inspections/issuing_body.hpp"
#include "server/app/leave_report.hpp"
#include "server/documents/paper.hpp"

namespace badge::app {

/// Approved work beyond the hours of a unit's people in a month, with what became of it.
struct OvertimeSheet {
  struct Row {
    PersonName person;
    CreditRow credit;
  };
  UnitName unit;
  std::chrono::year_month month;
  std::vector<Row> rows;  // by person in the order of papers, then by date
};

/// Those of the unit and all below it. Nothing: no such unit, or not within the scope. Blocks; throws
/// SqliteError.
[[nodiscard]] std::optional<OvertimeSheet> overtime_sheet(const Evidence& evidence, std::string_view unit,
                                                          std::chrono::year_month month, const Scope& scope);

/// *Bảng theo dõi làm thêm giờ, trực và nghỉ bù*: what was approved, whether taps confirm it, what it earns
/// and what was taken of it. Pure.
[[nodiscard]] documents::Paper overtime_sheet_of(const OvertimeSheet& sheet, const IssuingBody& body,
                                                 attendance::Date today);

}  // namespace badge::app
