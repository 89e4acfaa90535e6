// Laws of timesheets: nothing is left out, nothing counts twice, and leave is what the balance says.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "server/attendance/leave_balance.hpp"
#include "tests/server/attendance/property_province.hpp"
#include "tests/server/attendance/timesheet_office.hpp"

namespace badge::attendance::testing {
namespace {

/// A province in a random month, with papers of every kind and a holiday.
RandomProvince random_papers() {
  auto province = random_province();
  auto& facts = province.office.facts;
  for (auto& paper : facts.absences) {
    if (one_in(2)) paper.kind = static_cast<AbsenceKind>(*rc::gen::inRange(0, 14));
  }
  if (one_in(2)) {
    facts.calendar.emplace_back();  // a holiday
    facts.calendar.back().date = date(std::to_string(*rc::gen::inRange(1, 32)));
  }
  if (one_in(3)) province.office.now = date("1") + std::chrono::days(*rc::gen::inRange(0, 31));
  return province;
}

/// Symbols of which one in three offices lacks some, counting as they like.
std::vector<TimesheetSymbol> random_symbols() {
  auto symbols = some_symbols();
  for (auto& row : symbols) {
    if (one_in(20)) row.symbol.clear();
    if (one_in(6)) row.symbol = "X";  // stands for several
    if (one_in(6)) row.column = *rc::gen::element<std::string>("", "Nghỉ", std::string(column_unpaid));
    row.weight_halves = *rc::gen::weightedElement<std::int32_t>({{6, 2}, {1, 1}, {1, 0}, {1, 3}});
  }
  return symbols;
}

TimesheetForm random_form() {
  TimesheetForm form;
  form.method = *rc::gen::element(TimesheetMethod::day, TimesheetMethod::hour, TimesheetMethod::compensatory);
  form.half_days = *rc::gen::element(HalfDays::split, HalfDays::longer);
  return form;
}

struct RandomSheets {
  explicit RandomSheets(TimesheetForm stated)
      : province(random_papers()),
        judged(province),
        form(std::move(stated)),
        symbols(random_symbols()),
        table(symbols, {}, date("31")) {
    for (UnitNo unit = 0; unit < judged.book.units().size(); ++unit) {
      people.push_back(people_of(judged.in_force, unit, days_of(march), province.taps, province.office.now));
      sheets.push_back(make_timesheet(days_of(march), people.back(), table, form));
    }
  }

  RandomProvince province;
  JudgedProvince judged;
  TimesheetForm form;
  std::vector<TimesheetSymbol> symbols;
  SymbolTable table;
  std::vector<std::vector<TimesheetPerson>> people;
  std::vector<Timesheet> sheets;
};

/// What all days of a row come to, whatever was said of them.
TimesheetSum due(const TimesheetPerson& person, const Timesheet& sheet, const SymbolTable& table) {
  TimesheetSum due;
  for (const auto& day : person.days) {
    if (day.kind == TimesheetDay::Kind::holiday && table.of(day.parts.front().meaning) == nullptr) continue;
    if (day.parts.empty()) continue;
    if (sheet.method != TimesheetMethod::hour) due.parts += TimesheetSum::parts_a_day;
    if (sheet.method != TimesheetMethod::hour) continue;
    for (const auto& part : day.parts) due.half_minutes += 2 * part.due.count();
  }
  return due;
}

RC_GTEST_PROP(TimesheetLaws, EveryDueHalfDayIsTakenOnceOrOpen, ()) {
  const RandomSheets random(random_form());
  for (std::size_t unit = 0; unit < random.sheets.size(); ++unit) {
    const auto& sheet = random.sheets[unit];
    RC_ASSERT(sheet.rows.size() == random.people[unit].size());
    for (std::size_t i = 0; i < sheet.rows.size(); ++i) {
      const auto& row = sheet.rows[i];
      auto all = row.open;
      all += row.lost;
      for (const auto& taken : row.taken) all += taken;
      RC_ASSERT(all == due(random.people[unit][i], sheet, random.table));
    }
  }
}

RC_GTEST_PROP(TimesheetLaws, EachColumnIsWhatItsSymbolsCountAndTheTotalIsTheSumOfTheRows, ()) {
  const RandomSheets random(random_form());
  for (const auto& sheet : random.sheets) {
    std::vector<TimesheetSum> totals(sheet.columns.size());
    for (const auto& row : sheet.rows) {
      for (std::size_t c = 0; c < sheet.columns.size(); ++c) {
        TimesheetSum counted;
        for (const auto& symbol : random.symbols) {
          const auto& taken = row.taken[static_cast<std::size_t>(symbol.meaning)];
          const bool is_extra = sheet.columns[c] == column_compensatory &&
                                symbol.meaning == DayMeaning::compensatory && !symbol.symbol.empty();
          if (is_extra) counted += taken;
          if (symbol.symbol.empty() || symbol.column != sheet.columns[c]) continue;
          counted.parts += taken.parts * symbol.weight_halves / 2;
          counted.half_minutes += taken.half_minutes * symbol.weight_halves / 2;
        }
        RC_ASSERT(row.sums[c] == counted);
        totals[c] += row.sums[c];
      }
    }
    RC_ASSERT(sheet.totals == totals);
  }
}

/// The words of a cell without their fractions and hours.
std::vector<std::string> symbols_in(const TimesheetCell& cell, TimesheetMethod method) {
  std::vector<std::string> found;
  std::string_view rest = cell.text;
  while (!rest.empty()) {
    auto word = rest.substr(0, rest.find(' '));
    rest.remove_prefix(std::min(rest.size(), word.size() + 1));
    const auto end = method == TimesheetMethod::hour ? word.find_first_of("0123456789")
                                                     : word.find_first_of("0123456789/");
    found.emplace_back(word.substr(0, end));
  }
  return found;
}

RC_GTEST_PROP(TimesheetLaws, TheLegendNamesEverySymbolAndNoOther, ()) {
  const RandomSheets random(random_form());
  for (const auto& sheet : random.sheets) {
    std::map<std::string, int> told;
    for (const auto& line : sheet.legend) told[line.symbol] = 0;
    bool has_other_unit = false;
    for (const auto& row : sheet.rows) {
      for (const auto& cell : row.cells) {
        has_other_unit = has_other_unit || cell.kind == TimesheetDay::Kind::elsewhere;
        for (const auto& symbol : symbols_in(cell, sheet.method)) {
          if (symbol == "?" || cell.kind == TimesheetDay::Kind::elsewhere) continue;
          RC_ASSERT(told.contains(symbol));
          ++told[symbol];
        }
      }
    }
    const auto* other_unit = random.table.of(DayMeaning::other_unit);
    if (has_other_unit && other_unit != nullptr) ++told[other_unit->symbol];
    for (const auto& [symbol, count] : told) RC_ASSERT(count > 0);
  }
}

RC_GTEST_PROP(TimesheetLaws, NoCellIsEmptyWithoutAReason, ()) {
  const RandomSheets random(random_form());
  for (const auto& sheet : random.sheets) {
    for (const auto& row : sheet.rows) {
      RC_ASSERT(row.cells.size() == 31U);
      for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const auto& cell = row.cells[i];
        RC_ASSERT(cell.text.empty() == (cell.kind == TimesheetDay::Kind::rest));
        const auto date = sheet.days.from + std::chrono::days(i);
        const bool has_gap = std::ranges::any_of(sheet.gaps, [&](const TimesheetGap& gap) {
          return gap.staff_code == row.staff_code && gap.date == date;
        });
        RC_ASSERT((cell.text.find('?') != std::string::npos) == has_gap);
      }
    }
  }
}

RC_GTEST_PROP(TimesheetLaws, DaysOfLeaveAreThoseThatTheBalanceUses, ()) {
  auto symbols = some_symbols();
  const SymbolTable table(symbols, {}, date("31"));
  auto province = random_papers();
  province.office.facts.duties.clear();  // a day with both is left to people
  const JudgedProvince judged(province);
  std::map<std::string, std::int64_t> on_sheets;
  for (UnitNo unit = 0; unit < judged.book.units().size(); ++unit) {
    const auto people = people_of(judged.in_force, unit, days_of(march), province.taps, province.office.now);
    for (const auto& row : make_timesheet(days_of(march), people, table, {}).rows)
      on_sheets[row.staff_code] += row.taken[static_cast<std::size_t>(DayMeaning::annual_leave)].parts;
  }
  LeaveEntitlement nothing;
  nothing.year = 2026;
  for (PersonNo person = 0; person < judged.book.people().size(); ++person) {
    const auto leave = leave_days(paper_sessions(judged.in_force, person, days_of(march)));
    const auto used = leave_balance(nothing, DateSpan::forever, leave, date("31")).used;
    const auto on_sheet = on_sheets[std::string(judged.book.people().code(person))];
    RC_ASSERT(on_sheet == std::llround(used.in_days() * TimesheetSum::parts_a_day));
  }
}

RC_GTEST_PROP(TimesheetLaws, NobodysDayStandsOnTwoSheets, ()) {
  const RandomSheets random(random_form());
  std::map<std::pair<std::string, Date>, int> sheets_of_day;
  for (const auto& people : random.people) {
    for (const auto& person : people) {
      for (const auto& day : person.days) {
        if (day.kind != TimesheetDay::Kind::elsewhere) ++sheets_of_day[{person.staff_code, day.date}];
      }
    }
  }
  for (const auto& [day, count] : sheets_of_day) RC_ASSERT(count == 1);
  for (PersonNo person = 0; person < random.judged.book.people().size(); ++person) {
    const std::string code(random.judged.book.people().code(person));
    for (auto day = date("1"); day <= date("31"); day += std::chrono::days(1)) {
      const bool in_service = random.judged.book.stay_on(person, day) != nullptr;
      RC_ASSERT(in_service == sheets_of_day.contains({code, day}));
    }
  }
}

}  // namespace
}  // namespace badge::attendance::testing
