#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/attendance/list_facts.hpp"
#include "server/attendance/named_period.hpp"
#include "server/attendance/papers.hpp"
#include "server/attendance/people.hpp"
#include "server/attendance/timesheet_facts.hpp"
#include "server/inspection/indicators.hpp"

namespace badge::app {

/// What a form states, in the columns of a file of its kind. A column that is left out is empty.
using FormRow = std::vector<std::pair<std::string, std::string>>;

/// The rows as the text of a CSV file, so that every rule for files holds for forms. Row n, from 0, is line
/// n + 2: line breaks inside a value become spaces.
[[nodiscard]] std::string csv_of(const std::vector<FormRow>& rows);

[[nodiscard]] std::string value_of(const FormRow& row,
                                   std::string_view column);  // empty where it is left out
/// With these columns and no others: a form says what it is asked, and no more.
[[nodiscard]] FormRow only(const FormRow& row, const std::vector<std::string_view>& columns);

/// 2026-03-09
[[nodiscard]] std::string date_cell(attendance::Date date);

/// As a file would state it.
[[nodiscard]] FormRow row_of(const attendance::Correction& correction);
[[nodiscard]] FormRow row_of(const attendance::Absence& absence);
[[nodiscard]] FormRow row_of(const attendance::Badge& badge);
[[nodiscard]] FormRow row_of(const attendance::Posting& posting);
[[nodiscard]] FormRow row_of(const attendance::CalendarDay& day);
[[nodiscard]] FormRow row_of(const attendance::Assignment& assignment);
[[nodiscard]] FormRow row_of(const attendance::Unit& unit);
[[nodiscard]] FormRow row_of(const attendance::Head& head);
[[nodiscard]] FormRow row_of(const attendance::Duty& duty);
[[nodiscard]] FormRow row_of(const attendance::LeaveEntitlement& leave);
[[nodiscard]] FormRow row_of(const attendance::Credit& credit);
[[nodiscard]] FormRow row_of(const attendance::Regime& regime);
[[nodiscard]] FormRow row_of(const attendance::DutySlot& slot);
[[nodiscard]] FormRow row_of(const attendance::EntranceService& service);
[[nodiscard]] FormRow row_of(const attendance::Succession& succession);
[[nodiscard]] FormRow row_of(const attendance::PayPeriod& rule);
[[nodiscard]] FormRow row_of(const attendance::NamedPeriod& period);
[[nodiscard]] FormRow row_of(const attendance::ListRule& rule);
[[nodiscard]] FormRow row_of(const attendance::TripReport& report);
[[nodiscard]] FormRow row_of(const attendance::TimesheetSymbol& symbol);
[[nodiscard]] FormRow row_of(const attendance::TimesheetForm& form);
[[nodiscard]] FormRow row_of(const inspection::IndicatorValue& value);
/// A row for each session of each season.
[[nodiscard]] std::vector<FormRow> rows_of(const attendance::Schedule& schedule);

[[nodiscard]] attendance::Posting posting_of(const attendance::KeptPosting& kept);

}  // namespace badge::app
