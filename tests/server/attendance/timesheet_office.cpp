#include "tests/server/attendance/timesheet_office.hpp"

#include <algorithm>
#include <array>

namespace badge::attendance::testing {

std::vector<TimesheetSymbol> some_symbols() {
  struct Row {
    std::string_view symbol, column;
  };
  constexpr std::array<Row, day_meanings> rows = {{{"+", column_time},
                                                   {"", ""},
                                                   {"L", column_time},
                                                   {"N", ""},
                                                   {"", ""},
                                                   {"–", ""},
                                                   {"P", column_time},
                                                   {"Ô", column_insurance},
                                                   {"Cô", column_insurance},
                                                   {"Ts", column_insurance},
                                                   {"T", column_insurance},
                                                   {"R", column_time},
                                                   {"No", column_unpaid},
                                                   {"Nb", column_time},
                                                   {"H", column_time},
                                                   {"CT", column_time},
                                                   {"RN", column_time},
                                                   {"RR", column_unpaid},
                                                   {"TĐ", column_time},
                                                   {"ĐX", column_time}}};
  std::vector<TimesheetSymbol> symbols;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto meaning = static_cast<DayMeaning>(i);
    symbols.push_back({"", date("2020-01-01"), meaning, std::string(rows[i].symbol),
                       std::string(to_string(meaning)), std::string(rows[i].column), 2});
  }
  return symbols;
}

std::vector<TimesheetPerson> people_of(const InForce& in_force, UnitNo unit, const DateSpan& days,
                                       const std::vector<std::vector<Tap>>& taps, LocalTime now) {
  const auto& book = in_force.book();
  std::vector<TimesheetPerson> people;
  for (PersonNo person = 0; person < book.people().size(); ++person) {
    const auto is_there = [&](const RuleBook::Stay& stay) {
      return stay.unit == unit && stay.days.overlaps(days);
    };
    if (std::ranges::none_of(book.stays(person), is_there)) continue;
    auto own_taps = person < taps.size() ? taps[person] : std::vector<Tap>();
    const std::string code(book.people().code(person));
    auto& row = people.emplace_back(TimesheetPerson{code, code, "", {}});
    for (auto date = days.from; date <= days.to; date += std::chrono::days(1))
      row.days.push_back({date, TimesheetDay::Kind::elsewhere, {}});
    PersonDays person_days(in_force, person, days, own_taps, now);
    while (const auto* day = person_days.next()) {
      if (day->stay->unit != unit) continue;
      SheetPerson lines;
      add_lines(*day, lines);
      row.days[static_cast<std::size_t>((day->facts.date - days.from).count())] =
          timesheet_day(day->facts, lines.lines);
    }
  }
  return people;
}

}  // namespace badge::attendance::testing
