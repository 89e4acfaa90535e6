#include "server/app/timesheets.hpp"

#include <algorithm>
#include <ranges>

#include "server/app/import_plan.hpp"
#include "server/app/unit_people.hpp"
#include "server/app/unit_sheet.hpp"
#include "server/attendance/pay_period.hpp"

namespace badge::app {

namespace {

using attendance::Date;
using attendance::DateSpan;
using attendance::RuleBook;
using attendance::Sheet;
using attendance::SheetLine;
using attendance::SheetPerson;
using attendance::TimesheetDay;
using attendance::TimesheetPerson;
using attendance::UnitNo;
using std::chrono::days;

/// The lines of one date, which stand together.
std::span<const SheetLine> lines_on(const SheetPerson& person, Date date) {
  const auto found = std::ranges::equal_range(person.lines, date, {}, &SheetLine::date);
  return {found.begin(), found.end()};
}

/// Of somebody of whom only the sheet is kept.
std::vector<TimesheetDay> days_by_sheet(const SheetPerson& person, const DateSpan& span) {
  std::vector<TimesheetDay> all;
  for (auto date = span.from; date <= span.to; date += days(1))
    all.push_back(attendance::timesheet_day(date, lines_on(person, date)));
  return all;
}

/// The sheet's people with each of their days; `in_force` is of the facts that it was judged from.
std::vector<TimesheetPerson> people_of(const Sheet& sheet, const attendance::InForce& in_force,
                                       attendance::LocalTime now) {
  const auto& book = in_force.book();
  const auto unit = book.units().find(sheet.unit_code);
  std::vector<TimesheetPerson> people;
  for (const auto& listed : sheet.people) {
    auto& row =
        people.emplace_back(TimesheetPerson{listed.staff_code, listed.full_name, listed.position, {}});
    const auto person = book.people().find(listed.staff_code);
    if (!person || !unit) {
      row.days = days_by_sheet(listed, sheet.days);
      continue;
    }
    for (auto date = sheet.days.from; date <= sheet.days.to; date += days(1))
      row.days.push_back({date, TimesheetDay::Kind::elsewhere});
    attendance::PersonDays person_days(in_force, *person, sheet.days, {}, now);
    while (person_days.go_on()) {
      if (person_days.stay().unit != *unit) continue;
      const auto& facts = person_days.facts();
      row.days[static_cast<std::size_t>((facts.date - sheet.days.from).count())] =
          attendance::timesheet_day(facts, lines_on(listed, facts.date));
    }
  }
  return people;
}

std::vector<TimesheetPerson> people_of(const Sheet& sheet, const RuleBook& book, attendance::LocalTime now) {
  const attendance::Coverage nobody_listened;  // what was due does not depend on it
  const attendance::InForce in_force(book, nobody_listened, attendance::with_neighbours(sheet.days));
  return people_of(sheet, in_force, now);
}

/// The close of exactly this period that is in force. Nothing: it is open.
std::optional<store::PeriodClose> close_of(const store::Snapshot& snapshot, std::string_view unit,
                                           const DateSpan& period) {
  for (auto& close : store::in_force(snapshot.period_closes(period))) {
    if (close.unit_code == unit && close.days == period) return std::move(close);
  }
  return std::nullopt;
}

/// The codes of the unit and of those above it, nearest first.
std::vector<std::string> line_of(const RuleBook& book, UnitNo unit, Date date) {
  std::vector<std::string> codes;
  for (const auto above : book.units().line_on(unit, date)) codes.push_back(book.units().code(above));
  return codes;
}

std::string body_of(const RuleBook& book, UnitNo unit, Date date) {
  const auto parent = book.units().parent_on(unit, date);
  const auto* row = book.units().on(parent.value_or(unit), date);
  return row != nullptr ? row->name : std::string();
}

/// The office's rows count before those that ship with the program, because these began before all.
std::vector<attendance::TimesheetSymbol> symbols_stated(const store::Snapshot& snapshot) {
  auto symbols = snapshot.timesheet_symbols();
  symbols.insert(symbols.end(), default_symbols().begin(), default_symbols().end());
  return symbols;
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
  const Moment moment(evidence, snapshot);
  const auto& book = moment.book();
  const auto no = book.units().find(unit);
  if (!no) return tl::unexpected(NoTimesheet::not_found);
  const auto period = attendance::pay_period(month, book, *no);
  const auto* row = book.units().last_during(*no, period);
  if (row == nullptr || !unit_within(book.units(), unit, period, scope))
    return tl::unexpected(NoTimesheet::not_found);
  if (period.to - period.from >= days(attendance::timesheet_days_max))
    return tl::unexpected(NoTimesheet::too_long);

  TimesheetReport report;
  report.month = month;
  report.unit = {row->code, row->name};
  report.made_at = evidence.now();
  report.version = snapshot.version().last_position;
  std::vector<TimesheetPerson> people;
  const auto close = close_of(snapshot, unit, period);
  const auto frozen = close && !close->preliminary ? attendance::parse_sheet(close->sheet) : std::nullopt;
  if (close) {
    report.state = frozen ? UnitState::closed : UnitState::preliminary;
    report.closed_by = close->closed_by;
    report.closed_at = evidence.office().to_local(close->at);
  }
  if (frozen) {
    report.version = close->facts_position;
    report.unit.name = frozen->unit_name;
    people = people_of(*frozen, RuleBook(snapshot.roster_facts(close->facts_position)), report.made_at);
  } else {
    const auto judged = judge_sheet(moment, unit, period, report.made_at);
    if (!judged) return tl::unexpected(NoTimesheet::not_found);
    people = people_of(judged->sheet, book, report.made_at);
  }
  const auto last = std::min(period.to, row->valid.to);
  const auto line = line_of(book, *no, last);
  report.form = attendance::form_in_force(snapshot.timesheet_forms(), line, last);
  report.body = report.form.body.empty() ? body_of(book, *no, last) : report.form.body;
  const auto stated = symbols_stated(snapshot);
  report.sheet =
      attendance::make_timesheet(period, people, attendance::SymbolTable(stated, line, last), report.form);
  return report;
}

}  // namespace badge::app
