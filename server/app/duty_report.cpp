#include "server/app/duty_report.hpp"

#include <algorithm>

#include "server/app/ledger_sentences.hpp"
#include "server/app/sentences.hpp"
#include "server/app/unit_people.hpp"
#include "server/attendance/month.hpp"

namespace badge::app {

namespace {

using attendance::Date;
using attendance::DateSpan;
using attendance::Duty;
using attendance::DutySlot;
using attendance::DutyTurn;
using attendance::PersonNo;
using attendance::RuleBook;

/// How the turns of a month were kept.
class Turns {
 public:
  Turns(const Evidence& evidence, const store::Snapshot& snapshot, const RuleBook& book,
        const DateSpan& month)
      : evidence_(evidence),
        snapshot_(snapshot),
        book_(book),
        coverage_(evidence.coverage(snapshot, month.to + std::chrono::days(2))),
        in_force_(book, coverage_, attendance::with_neighbours(month)) {}

  /// In the order of the duties.
  [[nodiscard]] std::vector<DutyTurn> of(const std::vector<const Duty*>& duties) const {
    std::vector<DutyTurn> turns;
    for (const auto* duty : duties) {
      const auto person = book_.people().find(duty->staff_code);
      const bool in_service = person && book_.stay_on(*person, duty->date) != nullptr;
      turns.push_back({duty, in_service, in_service ? state_of(*person, *duty) : std::nullopt});
    }
    return turns;
  }

 private:
  [[nodiscard]] std::optional<attendance::SessionState> state_of(PersonNo person, const Duty& duty) const {
    const auto schedule = std::ranges::find(book_.schedules(), duty.schedule, &attendance::Schedule::name);
    if (schedule == book_.schedules().end()) return std::nullopt;
    const DateSpan only{duty.date, duty.date};
    auto taps = evidence_.taps_of(snapshot_, book_, person, only);
    attendance::PersonDays days(in_force_, person, only, taps.taps, evidence_.now());
    const auto* day = days.next();
    if (day == nullptr) return std::nullopt;
    return attendance::state_of_turn(day->facts, day->verdict, *schedule);
  }

  const Evidence& evidence_;
  const store::Snapshot& snapshot_;
  const RuleBook& book_;
  const attendance::Coverage coverage_;
  const attendance::InForce in_force_;
};

DutyTurnRow turn_row(const RuleBook& book, const DutyTurn& turn, Language language) {
  DutyTurnRow row{turn.duty->staff_code, {}, turn.state, turn.duty->paper, describe(turn, language)};
  const auto person = book.people().find(turn.duty->staff_code);
  const auto* posting = person ? book.people().posting_on(*person, turn.duty->date) : nullptr;
  if (posting != nullptr) row.full_name = posting->full_name;
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
                                      std::chrono::year_month month, std::string_view scope,
                                      Language language) {
  const auto snapshot = evidence.snapshot();
  const auto book = evidence.rule_book(snapshot);
  const auto facts = evidence.ledger_facts(snapshot);
  const auto& units = book->units();
  const auto days = attendance::days_of(month);
  auto top = unit_within(units, unit, days, scope);
  if (!top) return std::nullopt;
  const auto is_asked_for = [&](const std::string& unit_code, Date date) {
    const auto no = units.find(unit_code);
    return no && may_see(units, *no, date, unit);
  };

  std::vector<const Duty*> duties;
  for (const auto& duty : facts->duties()) {
    if (days.contains(duty.date) && is_asked_for(duty.unit_code, duty.date)) duties.push_back(&duty);
  }
  const auto turns = Turns(evidence, snapshot, *book, days).of(duties);
  DutyReport report{std::move(*top), month, {}};
  for (const auto& day : attendance::duty_cover(facts->duty_slots(), turns, days)) {
    const auto& code = day.slot->unit_code;
    if (!is_asked_for(code, day.date)) continue;
    UnitName name{code, units.full_name_on(*units.find(code), day.date)};
    report.rows.push_back(slot_row(*book, day, std::move(name), language));
  }
  return report;
}

}  // namespace badge::app
