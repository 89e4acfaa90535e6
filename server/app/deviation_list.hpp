#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/period_sheet.hpp"
#include "server/attendance/deviations.hpp"
#include "server/attendance/tally.hpp"

namespace badge::app {

/// Who was late, left early, missed a session or a tap, in a unit's pay period: what a head acts on. The same
/// figures as the sheet's.
struct DeviationList {
  struct Row {
    std::string staff_code, full_name, position;
    attendance::Deviation deviation;
  };
  PeriodSheet of;
  attendance::Tally tally;  // of the whole sheet
  std::size_t people = 0;   // of the list
  std::vector<Row> rows;    // by person in the order of papers, then by day
};

/// Nothing: there is no such unit then, or not within the scope. Any thread; blocks. Throws SqliteError.
[[nodiscard]] std::optional<DeviationList> deviation_list(const Evidence& evidence, std::string_view unit,
                                                          std::chrono::year_month month, const Scope& scope);

/// What the line of a sheet says of its session: describe_deviation() where it is one, else its state.
[[nodiscard]] std::string describe_line(const attendance::SheetLine& line, Language language);
/// "Đi muộn 7 phút, thiếu lượt quét ra"; "Late by 7 minutes, no tap out".
[[nodiscard]] std::string describe_deviation(const attendance::SheetLine& line, Language language);
/// "Chờ duyệt: quên thẻ"; "Chưa có (hạn 14/7/2026)".
[[nodiscard]] std::string describe_explanation(const attendance::Deviation& deviation, Language language);

}  // namespace badge::app
