#include "tests/server/app/random_papers.hpp"

#include <fmt/format.h>

#include <cmath>
#include <map>
#include <set>
#include <stdexcept>

#include "server/app/deviation_list.hpp"
#include "server/app/leave_report.hpp"
#include "server/app/period_report.hpp"
#include "server/app/timesheets.hpp"

namespace badge::app::test {
namespace {

using attendance::DateSpan;
using attendance::DayMeaning;
using attendance::Tally;
using attendance::TimesheetGapKind;
using attendance::TimesheetSum;
using std::chrono::days;

const Scope everything = Scope::everything();

void expect(bool holds, const std::string& otherwise) {
  if (!holds) throw std::runtime_error(otherwise);
}

std::string text_of(const Tally& t) {
  return fmt::format(
      "{} due, {} on time, {} late ({}), {} early ({}), {} missing, {} absent, {} excused, {} exempt, "
      "{} provisional, {} corrected, {} days with a lent card",
      t.sessions_due, t.on_time, t.late, t.late_min, t.early, t.early_min, t.missing, t.absent, t.excused,
      t.exempt, t.provisional, t.corrected, t.temporary_card_days);
}

/// The sums of a list's rows; what is in no row is as in `of_sheet`.
Tally counted(const DeviationList& list, const Tally& of_sheet) {
  auto counted = of_sheet;
  counted.late = counted.late_min = counted.early = counted.early_min = counted.missing = counted.absent = 0;
  for (const auto& row : list.rows) {
    const auto& line = row.deviation.line;
    counted.late += line.late.count() > 0 ? 1U : 0U;
    counted.late_min += static_cast<std::uint32_t>(line.late.count());
    counted.early += line.early.count() > 0 ? 1U : 0U;
    counted.early_min += static_cast<std::uint32_t>(line.early.count());
    counted.missing += line.missing_in || line.missing_out ? 1U : 0U;
    counted.absent += line.state == attendance::SessionState::absent ? 1U : 0U;
  }
  return counted;
}

/// What the timesheets of a month say of each person's annual leave.
struct LeaveOnSheets {
  std::map<std::string, std::int64_t> parts;
  std::set<std::string> left_to_people;  // a leave on a duty: which hours it takes, nobody has said
};

void check_timesheet(const TimesheetReport& report, const DeviationList& list, LeaveOnSheets& leave) {
  const auto& sheet = report.sheet;
  expect(sheet.rows.size() == list.of.sheet.people.size(), "the timesheet lists other people than the sheet");
  std::vector<TimesheetSum> totals(sheet.columns.size());
  for (std::size_t i = 0; i < sheet.rows.size(); ++i) {
    const auto& row = sheet.rows[i];
    const auto& person = list.of.sheet.people[i];
    expect(row.staff_code == person.staff_code, "the timesheet is in another order than the sheet");
    for (std::size_t c = 0; c < totals.size(); ++c) totals[c] += row.sums[c];
    leave.parts[row.staff_code] += row.taken[static_cast<std::size_t>(DayMeaning::annual_leave)].parts;
    auto all = row.open;
    for (const auto& taken : row.taken) all += taken;
    std::set<attendance::Date> due;
    for (const auto& line : person.lines) due.insert(line.date);
    expect(all.parts >= static_cast<std::int64_t>(due.size()) * TimesheetSum::parts_a_day,
           row.staff_code + " has a day on the sheet that the timesheet does not count");
  }
  expect(sheet.totals == totals, "Cộng is not the sum of the rows");
  for (const auto& gap : sheet.gaps) {
    if (gap.kind == TimesheetGapKind::leave_on_duty) leave.left_to_people.insert(gap.staff_code);
  }
}

void check_leave(const Evidence& evidence, const LeaveOnSheets& leave, const DateSpan& month) {
  for (const auto& [staff, parts] : leave.parts) {
    if (leave.left_to_people.contains(staff)) continue;
    const auto report =
        leave_report(evidence, staff, static_cast<int>(std::chrono::year_month_day(month.from).year()),
                     everything, Language::vi);
    double used = 0;
    for (const auto& use : report ? report->uses : std::vector<LeaveUseRow>()) {
      if (month.contains(use.date)) used += use.days;
    }
    expect(parts == std::llround(used * TimesheetSum::parts_a_day),
           fmt::format("{} has {} parts of leave on timesheets, and uses {} days", staff, parts, used));
  }
}

std::map<std::string, Tally> by_row(MonthReports& months, const DateSpan& span) {
  std::map<std::string, Tally> sums;
  const auto judged = months.get(span);
  const auto report = unit_report(*judged, "", everything);
  for (const auto& unit : report->rows) {
    sums[unit.unit.code + " with all below it"] += unit.subtree;
    const auto people = people_report(*judged, unit.unit.code, false, everything);
    for (const auto& person : people->rows) sums[unit.unit.code + " " + person.staff_code] += person.tally;
  }
  return sums;
}

std::set<std::string> units_on(MonthReports& months, const DateSpan& span) {
  std::set<std::string> units;
  const auto report = unit_report(*months.get(span), "", everything);
  for (const auto& row : report->rows) units.insert(row.unit.code);
  return units;
}

/// Cut somewhere, the parts add up to the month. (What random facts say of people in a unit that is not there
/// yet, or no more, is told where the unit is.)
void check_parts(MonthReports& months, const DateSpan& month) {
  const auto cut = month.from + days(9);
  if (units_on(months, {month.from, cut}) != units_on(months, {cut + days(1), month.to})) return;
  const auto whole = by_row(months, month);
  auto parts = by_row(months, {month.from, cut});
  for (const auto& [row, tally] : by_row(months, {cut + days(1), month.to})) parts[row] += tally;
  for (const auto& [row, tally] : whole) {
    expect(parts[row] == tally, row + " is not the sum of two parts of the month: " + text_of(parts[row]) +
                                    ", not " + text_of(tally));
    parts.erase(row);
  }
  for (const auto& [row, tally] : parts) expect(tally == Tally(), row + " is in a part of the month alone");
}

}  // namespace

void check_papers(const Evidence& evidence, MonthReports& months, std::chrono::year_month month) {
  const auto all_days = attendance::days_of(month);
  LeaveOnSheets leave;
  bool leave_is_told = evidence.now() >= attendance::LocalTime(all_days.to + days(2));
  const auto report = unit_report(*months.get(month), "", everything);
  for (const auto& row : report->rows) {
    const auto list = deviation_list(evidence, row.unit.code, month, everything);
    if (!list || list->of.days != all_days || row.state == UnitState::closed) leave_is_told = false;
    if (!list) continue;
    expect(counted(*list, list->tally) == list->tally, row.unit.code + " has another list than its sheet");
    if (list->of.days != all_days) continue;  // its own pay period
    expect(list->tally == row.own, row.unit.code + " has another list than month report");
    const auto sheet = timesheet_report(evidence, row.unit.code, month, everything);
    expect(sheet.has_value(), row.unit.code + " has no timesheet");
    check_timesheet(*sheet, *list, leave);
  }
  if (leave_is_told) check_leave(evidence, leave, all_days);
  check_parts(months, all_days);
}

}  // namespace badge::app::test
