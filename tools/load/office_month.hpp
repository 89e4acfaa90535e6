#pragma once
#include <chrono>
#include <string>
#include <vector>

namespace badge::tools {

using Date = std::chrono::local_days;

/// One row of calendar.csv.
struct CalendarRow {
  Date date;
  std::string kind;  // "holiday", "off", "working"
  std::string name;  // says "(giả định)" where the day is invented, "(dự kiến)" where it was only proposed
  std::string works_like;  // weekday in English, of a working day
};

/// One month of an office that works from Monday to Friday.
struct OfficeMonth {
  std::chrono::year_month month;
  std::vector<CalendarRow> calendar;  // in order of dates
  std::vector<Date> working_days;     // in order, make-up days included
  [[nodiscard]] Date day(int of_month) const;
  [[nodiscard]] Date last() const;
};

/// The decided days of 2026, and, where `month` lacks a holiday or a make-up Saturday, invented ones that say
/// so.
[[nodiscard]] OfficeMonth office_month(std::chrono::year_month month);

[[nodiscard]] std::string iso(Date date);                        // "2026-01-05"
[[nodiscard]] std::string iso(std::chrono::local_seconds time);  // "2026-01-05T07:24:31"

}  // namespace badge::tools
