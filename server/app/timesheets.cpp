#include "server/app/timesheets.hpp"

#include <algorithm>

#include "server/app/imports/plan.hpp"

namespace badge::app {

namespace {

using attendance::DateSpan;
using attendance::TimesheetDay;
using attendance::TimesheetPerson;
using attendance::TimesheetSymbol;
using std::chrono::days;

/// The sheet's people with each day of the period: elsewhere, unless it is one of the unit's.
std::vector<TimesheetPerson> people_of(const PeriodSheet& told) {
  std::vector<TimesheetPerson> people;
  for (const auto& listed : told.sheet.people) {
    auto& row =
        people.emplace_back(TimesheetPerson{listed.staff_code, listed.full_name, listed.position, {}});
    for (auto date = told.days.from; date <= told.days.to; date += days(1))
      row.days.push_back({date, TimesheetDay::Kind::elsewhere});
  }
  for_each_day(told, [&](const DayOfSheet& day) {
    auto& row = people[static_cast<std::size_t>(&day.person - told.sheet.people.data())];
    row.days[static_cast<std::size_t>((day.date - told.days.from).count())] =
        day.facts != nullptr ? attendance::timesheet_day(*day.facts, day.lines)
                             : attendance::timesheet_day(day.date, day.lines);
  });
  return people;
}

bool wants_a_symbol(const attendance::TimesheetGap& gap) {
  return gap.kind == attendance::TimesheetGapKind::no_symbol;
}

/// The codes of the unit and of those above it, nearest first.
std::vector<std::string> line_of(const PeriodSheet& told) {
  const auto& units = told.now->units();
  std::vector<std::string> codes;
  for (const auto above : units.line_on(told.no, told.last_day)) codes.push_back(units.code(above));
  return codes;
}

/// The office's rows count before those that ship with the program, because these began before all.
std::vector<TimesheetSymbol> with_defaults(std::vector<TimesheetSymbol> symbols) {
  symbols.insert(symbols.end(), default_symbols().begin(), default_symbols().end());
  return symbols;
}

/// What was stated when the sheet was signed; of an open one, now.
attendance::TimesheetForm form_of(const PeriodSheet& told, const store::Snapshot& snapshot,
                                  const std::vector<std::string>& line) {
  const auto then = attendance::form_in_force(snapshot.timesheet_forms(told.version), line, told.last_day);
  const bool is_stated = then.valid_from != attendance::Date{};
  if (is_stated) return then;
  auto now = attendance::form_in_force(snapshot.timesheet_forms(), line, told.last_day);
  now.method = then.method;
  now.half_days = then.half_days;
  return now;
}

attendance::Timesheet sheet_of(const PeriodSheet& told, const store::Snapshot& snapshot,
                               const std::vector<std::string>& line, const attendance::TimesheetForm& form) {
  const auto people = people_of(told);
  const auto then = with_defaults(snapshot.timesheet_symbols(told.version));
  attendance::SymbolTable symbols(then, line, told.last_day);
  auto sheet = attendance::make_timesheet(told.days, people, symbols, form);
  if (std::ranges::none_of(sheet.gaps, wants_a_symbol)) return sheet;
  const auto now = with_defaults(snapshot.timesheet_symbols());
  symbols.complete_with(attendance::SymbolTable(now, line, told.last_day));
  return attendance::make_timesheet(told.days, people, symbols, form);
}

}  // namespace

const std::vector<attendance::TimesheetSymbol>& default_symbols() {
  static const auto symbols = [] {
    std::vector<attendance::TimesheetSymbol> read;
    const auto plan = plan_import(ImportKind::symbols, default_symbols_csv(), {}, Language::vi).value();
    for (const auto& fact : plan.facts) read.push_back(std::get<attendance::TimesheetSymbol>(fact));
    return read;
  }();
  return symbols;
}

tl::expected<TimesheetReport, NoTimesheet> timesheet_report(const Evidence& evidence, std::string_view unit,
                                                            std::chrono::year_month month,
                                                            const Scope& scope) {
  const auto snapshot = evidence.snapshot();
  auto told = period_sheet(evidence, snapshot, unit, month, scope);
  if (!told) return tl::unexpected(NoTimesheet::not_found);
  if (told->days.to - told->days.from >= days(attendance::timesheet_days_max))
    return tl::unexpected(NoTimesheet::too_long);

  TimesheetReport report;
  const auto line = line_of(*told);
  report.form = form_of(*told, snapshot, line);
  report.body = report.form.body.empty() ? name_above(*told) : report.form.body;
  report.sheet = sheet_of(*told, snapshot, line, report.form);
  report.of = *std::move(told);
  return report;
}

}  // namespace badge::app
