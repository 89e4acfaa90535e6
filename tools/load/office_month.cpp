#include "tools/load/office_month.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace badge::tools {
namespace {

using namespace std::chrono;

struct Known {
  int month;
  unsigned day;
  const char* kind;
  const char* name;
  const char* works_like;
};

// Days off of 2026 and their make-up Saturdays. What was only proposed when this was written says "(dự
// kiến)".
constexpr auto known_2026 = std::to_array<Known>({
    {1, 1, "holiday", "Tết Dương lịch", ""},
    {1, 2, "off", "Hoán đổi ngày làm việc (làm bù 10/01)", ""},
    {1, 10, "working", "Làm bù cho ngày 02/01", "friday"},
    {2, 16, "holiday", "Tết Nguyên đán (29 Chạp)", ""},
    {2, 17, "holiday", "Tết Nguyên đán (mùng 1)", ""},
    {2, 18, "holiday", "Tết Nguyên đán (mùng 2)", ""},
    {2, 19, "holiday", "Tết Nguyên đán (mùng 3)", ""},
    {2, 20, "holiday", "Tết Nguyên đán (mùng 4)", ""},
    {4, 26, "holiday", "Giỗ Tổ Hùng Vương (Chủ nhật)", ""},
    {4, 27, "off", "Nghỉ bù Giỗ Tổ Hùng Vương", ""},
    {4, 30, "holiday", "Ngày Chiến thắng", ""},
    {5, 1, "holiday", "Ngày Quốc tế Lao động", ""},
    {8, 22, "working", "Làm bù cho ngày 31/8 (dự kiến)", "monday"},
    {8, 31, "off", "Hoán đổi ngày làm việc (làm bù 22/8) (dự kiến)", ""},
    {9, 1, "holiday", "Quốc khánh (ngày liền kề) (dự kiến)", ""},
    {9, 2, "holiday", "Quốc khánh", ""},
});

Date date_of(year_month month, unsigned day) { return local_days(month / std::chrono::day(day)); }

bool holds(const std::vector<CalendarRow>& rows, year_month month, const char* kind) {
  return std::any_of(rows.begin(), rows.end(), [&](const CalendarRow& row) {
    const year_month_day date(row.date);
    return row.kind == kind && date.year() / date.month() == month;
  });
}

}  // namespace

Date OfficeMonth::day(int of_month) const { return date_of(month, static_cast<unsigned>(of_month)); }

Date OfficeMonth::last() const { return local_days(month / std::chrono::last); }

OfficeMonth office_month(year_month month) {
  OfficeMonth result{.month = month, .calendar = {}, .working_days = {}};
  if (month.year() == year(2026))
    for (const Known& known : known_2026)
      result.calendar.push_back(
          {date_of(month.year() / std::chrono::month(static_cast<unsigned>(known.month)), known.day),
           known.kind, known.name, known.works_like});

  // Wednesday of the second week and the swap of a Monday against a Saturday: far from every real holiday
  // swap.
  if (!holds(result.calendar, month, "holiday"))
    result.calendar.push_back(
        {local_days(month / Wednesday[2]), "holiday", "Ngày truyền thống tỉnh Minh Họa (giả định)", ""});
  if (!holds(result.calendar, month, "working")) {
    result.calendar.push_back(
        {local_days(month / Monday[3]), "off", "Hoán đổi ngày làm việc (giả định)", ""});
    result.calendar.push_back({local_days(month / Saturday[2]), "working",
                               "Làm bù cho ngày thứ Hai được hoán đổi (giả định)", "monday"});
  }
  std::sort(result.calendar.begin(), result.calendar.end(),
            [](const auto& a, const auto& b) { return a.date < b.date; });

  for (Date date = result.day(1); date <= result.last(); date += days(1)) {
    const weekday on(date);
    bool works = on != Saturday && on != Sunday;
    for (const CalendarRow& row : result.calendar)
      if (row.date == date) works = row.kind == "working";
    if (works) result.working_days.push_back(date);
  }
  return result;
}

std::string iso(Date date) {
  const year_month_day ymd(date);
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(ymd.year()),
                static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()));
  return text;
}

std::string iso(local_seconds time) {
  const Date date = floor<days>(time);
  const hh_mm_ss clock(time - date);
  char text[16];
  std::snprintf(text, sizeof text, "T%02d:%02d:%02d", static_cast<int>(clock.hours().count()),
                static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()));
  return iso(date) + text;
}

}  // namespace badge::tools
