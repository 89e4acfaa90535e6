#include "server/app/period_sheet.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "server/app/unit_people.hpp"
#include "server/app/unit_sheet.hpp"
#include "server/attendance/pay_period.hpp"

namespace badge::app {

namespace {

using attendance::Date;
using attendance::DateSpan;
using attendance::RuleBook;
using attendance::SheetLine;
using attendance::SheetPerson;
using std::chrono::days;

/// The lines of one date, which stand together.
std::span<const SheetLine> lines_on(const SheetPerson& person, Date date) {
  const auto found = std::ranges::equal_range(person.lines, date, {}, &SheetLine::date);
  return {found.begin(), found.end()};
}

/// The close of exactly this period that is in force. Nothing: it is open.
std::optional<store::PeriodClose> close_of(const store::Snapshot& snapshot, std::string_view unit,
                                           const DateSpan& period) {
  for (auto& close : store::in_force(snapshot.period_closes(period))) {
    if (close.unit_code == unit && close.days == period) return std::move(close);
  }
  return std::nullopt;
}

}  // namespace

std::optional<PeriodSheet> period_sheet(const Evidence& evidence, const store::Snapshot& snapshot,
                                        std::string_view unit, std::chrono::year_month month,
                                        const Scope& scope) {
  PeriodSheet told;
  told.now = told.book = evidence.rule_book(snapshot);
  const auto& units = told.now->units();
  const auto no = units.find(unit);
  if (!no) return std::nullopt;
  told.month = month;
  told.days = attendance::pay_period(month, *told.now, *no);
  const auto* row = units.last_during(*no, told.days);
  if (row == nullptr || !unit_within(units, unit, told.days, scope)) return std::nullopt;
  told.no = *no;
  told.unit = {row->code, row->name};
  told.last_day = std::min(told.days.to, row->valid.to);
  told.made_at = evidence.now();
  told.version = snapshot.version().last_position;

  const auto close = close_of(snapshot, unit, told.days);
  if (close) {
    told.state = close->preliminary ? UnitState::preliminary : UnitState::closed;
    told.closed_by = close->closed_by;
    told.closed_at = evidence.office().to_local(close->at);
  }
  auto frozen = told.state == UnitState::closed ? attendance::parse_sheet(close->sheet) : std::nullopt;
  if (frozen) {
    told.sheet = *std::move(frozen);
    told.unit.name = told.sheet.unit_name;
    told.version = close->facts_position;
    told.book = std::make_shared<const RuleBook>(snapshot.roster_facts(close->facts_position));
    return told;
  }
  auto judged = judge_sheet(Moment(evidence, snapshot), unit, told.days, told.made_at);
  if (!judged) return std::nullopt;
  told.sheet = std::move(judged->sheet);
  return told;
}

void for_each_day(const PeriodSheet& told, const std::function<void(const DayOfSheet&)>& visit) {
  const auto& book = *told.book;
  const auto unit = book.units().find(told.sheet.unit_code);
  const attendance::Coverage nobody_listened;  // what was due does not depend on it
  const attendance::InForce in_force(book, nobody_listened, attendance::with_neighbours(told.days));
  for (const auto& listed : told.sheet.people) {
    const auto person = book.people().find(listed.staff_code);
    if (!person || !unit) {
      for (auto date = told.days.from; date <= told.days.to; date += days(1))
        visit({listed, date, nullptr, lines_on(listed, date)});
      continue;
    }
    attendance::PersonDays person_days(in_force, *person, told.days, {}, told.made_at);
    while (person_days.go_on()) {
      if (person_days.stay().unit != *unit) continue;
      const auto& facts = person_days.facts();
      visit({listed, facts.date, &facts, lines_on(listed, facts.date)});
    }
  }
}

std::string file_name(std::string_view paper, const PeriodSheet& told) {
  auto code = told.unit.code;
  std::ranges::replace_if(
      code, [](unsigned char letter) { return letter > 0x7E || std::isalnum(letter) == 0; }, '-');
  return fmt::format("{}-{}-{:04}-{:02}", paper, code, static_cast<int>(told.month.year()),
                     static_cast<unsigned>(told.month.month()));
}

std::string name_above(const PeriodSheet& told) {
  const auto& units = told.now->units();
  const auto* row = units.on(units.parent_on(told.no, told.last_day).value_or(told.no), told.last_day);
  return row != nullptr ? row->name : std::string();
}

}  // namespace badge::app
