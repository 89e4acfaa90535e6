#include "server/app/duty_report.hpp"

#include <algorithm>
#include <map>

#include "server/app/ledger_sentences.hpp"
#include "server/app/month_taps.hpp"
#include "server/app/sentences.hpp"
#include "server/app/unit_people.hpp"
#include "server/attendance/month.hpp"

namespace badge::app {

namespace {

using attendance::Date;
using attendance::Duty;
using attendance::DutyTurn;
using attendance::PersonNo;
using attendance::RuleBook;

/// Null: nobody knows it.
const attendance::Schedule* schedule_of(const RuleBook& book, const Duty& duty) {
  const auto found = std::ranges::find(book.schedules(), duty.schedule, &attendance::Schedule::name);
  return found == book.schedules().end() ? nullptr : &*found;
}

/// How the turns of a month were kept, in the order of the duties.
std::vector<DutyTurn> turns_of(const Evidence& evidence, const store::Snapshot& snapshot,
                               const RuleBook& book, std::chrono::year_month month,
                               const std::vector<const Duty*>& duties) {
  std::vector<DutyTurn> turns;
  std::map<PersonNo, std::vector<std::size_t>> by_person;  // places in `turns`
  for (const auto* duty : duties) {
    const auto person = book.people().find(duty->staff_code);
    const bool in_service = person && book.stay_on(*person, duty->date) != nullptr;
    if (in_service) by_person[*person].push_back(turns.size());
    turns.push_back({duty, in_service, {}});
  }
  std::vector<PersonNo> people;
  people.reserve(by_person.size());
  for (const auto& [person, _] : by_person) people.push_back(person);
  auto taps = month_taps(evidence, snapshot, month, people);

  const auto days = attendance::days_of(month);
  const auto around = attendance::with_neighbours(days);
  const auto coverage = evidence.coverage(snapshot, book, around.to + std::chrono::days(1));
  const attendance::InForce in_force(book, coverage, around);
  for (std::size_t i = 0; i < people.size(); ++i) {
    attendance::PersonDays person_days(in_force, people[i], days, taps[i], evidence.now());
    while (const auto* day = person_days.next()) {
      for (const auto place : by_person[people[i]]) {
        auto& turn = turns[place];
        const auto* schedule = turn.duty->date == day->facts.date ? schedule_of(book, *turn.duty) : nullptr;
        if (schedule != nullptr) turn.state = state_of_turn(day->facts, day->verdict, *schedule);
      }
    }
  }
  return turns;
}

DutyTurnRow turn_row(const RuleBook& book, const DutyTurn& turn, Language language) {
  DutyTurnRow row{turn.duty->staff_code, {}, {}, turn.state, turn.duty->paper, describe(turn, language)};
  const auto person = book.people().find(turn.duty->staff_code);
  const auto* posting = person ? book.people().posting_on(*person, turn.duty->date) : nullptr;
  if (posting != nullptr) {
    row.full_name = posting->full_name;
    row.position = posting->position;
  }
  return row;
}

DutySlotRow slot_row(const RuleBook& book, const attendance::SlotDay& day, UnitName unit, Language language) {
  DutySlotRow row;
  row.date = day.date;
  row.weekday = weekday_text(day.date, language);
  row.unit = std::move(unit);
  row.schedule = day.slot->schedule;
  row.people_min = day.slot->people_min;
  row.named = day.named();
  row.came = day.came();
  row.stayed_away = day.stayed_away();
  row.too_few_named = day.has_too_few_named();
  row.did_not_come = day.somebody_did_not_come();
  for (const auto& turn : day.turns) row.turns.push_back(turn_row(book, turn, language));
  row.text = describe(day, language);
  return row;
}

}  // namespace

std::optional<DutyReport> duty_report(const Evidence& evidence, std::string_view unit,
                                      std::chrono::year_month month, const Scope& scope, Language language) {
  const auto snapshot = evidence.snapshot();
  const auto book = evidence.rule_book(snapshot);
  const auto facts = evidence.ledger_facts(snapshot);
  const auto& units = book->units();
  const auto days = attendance::days_of(month);
  auto top = unit_within(units, unit, days, scope);
  if (!top) return std::nullopt;
  const auto is_asked_for = [&, asked = Scope({std::string(unit)}, {})](const std::string& code, Date date) {
    const auto no = units.find(code);
    return no && asked.holds(units, *no, date);
  };

  std::vector<const Duty*> duties;
  for (const auto& duty : facts->duties()) {
    if (days.contains(duty.date) && is_asked_for(duty.unit_code, duty.date)) duties.push_back(&duty);
  }
  const auto turns = turns_of(evidence, snapshot, *book, month, duties);
  DutyReport report{std::move(*top), month, {}, {}};
  for (const auto& turn : turns) {
    const auto& duty = *turn.duty;
    report.turns.push_back({duty.date,
                            weekday_text(duty.date, language),
                            {duty.unit_code, units.full_name_on(*units.find(duty.unit_code), duty.date)},
                            duty.schedule,
                            turn_row(*book, turn, language)});
  }
  std::ranges::stable_sort(report.turns, {}, &DutyOn::date);
  for (const auto& day : attendance::duty_cover(facts->duty_slots(), turns, days)) {
    const auto& code = day.slot->unit_code;
    if (!is_asked_for(code, day.date)) continue;
    UnitName name{code, units.full_name_on(*units.find(code), day.date)};
    report.rows.push_back(slot_row(*book, day, std::move(name), language));
  }
  return report;
}

}  // namespace badge::app
