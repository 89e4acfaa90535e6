#include "server/app/now_board.hpp"

#include <algorithm>

#include "server/app/month_taps.hpp"

namespace badge::app {
namespace {

using attendance::Date;
using attendance::PersonNo;
using attendance::Tap;
using Turns = std::vector<std::pair<const attendance::Duty*, attendance::TurnNow>>;

attendance::minutes clock_of(const attendance::JudgedDay& day, std::int32_t tap) {
  if (tap < 0) return attendance::minutes(0);
  return attendance::clock_minute(day.facts.taps[static_cast<std::size_t>(tap)], day.facts.date);
}

std::vector<PersonNo> in_service(const attendance::RuleBook& book, Date today) {
  std::vector<PersonNo> people;
  for (PersonNo person = 0; person < book.people().size(); ++person) {
    if (book.stay_on(person, today) != nullptr) people.push_back(person);
  }
  return people;
}

PresentPeople::One one_of(const attendance::JudgedDay& day, const attendance::InForce& in_force,
                          PersonNo person) {
  const auto now = attendance::presence_of(day, in_force);
  return {person, day.stay, now, clock_of(day, now.first_tap), clock_of(day, now.last_tap), day.verdict.kind};
}

/// Judges the turns on duty of one person's day.
void note_turns(const attendance::JudgedDay& day, PresentPeople& judged, Turns& turns) {
  for (auto& [duty, turn] : turns) {
    if (duty->date != day.facts.date || duty->staff_code != day.stay->posting->staff_code) continue;
    const auto* hours = judged.book->schedule(duty->schedule);
    const auto* now = hours != nullptr ? attendance::session_now(*hours, duty->date, judged.at) : nullptr;
    const auto& sessions = day.facts.plan->sessions;
    for (std::size_t i = 0; now != nullptr && i < sessions.size(); ++i) {
      if (!sessions[i].is_duty || *sessions[i].rule != *now) continue;
      const auto found = attendance::presence_in(day, *judged.in_force, i);
      turn.presence = found.presence;
      turn.paper = found.paper;
    }
  }
}

/// Turns of yesterday, whose night may go on, and of today.
Turns turns_of(const PresentPeople& judged, const attendance::DateSpan& two_days) {
  Turns turns;
  for (const auto& duty : judged.facts->duties()) {
    if (!two_days.contains(duty.date)) continue;
    const auto person = judged.book->people().find(duty.staff_code);
    const bool in_service = person && judged.book->stay_on(*person, duty.date) != nullptr;
    turns.emplace_back(&duty, attendance::TurnNow{&duty, in_service});
  }
  return turns;
}

/// Those who are on duty, each once.
std::vector<PersonNo> people_of(const Turns& turns, const attendance::RuleBook& book) {
  std::vector<PersonNo> people;
  for (const auto& [duty, turn] : turns) {
    if (turn.in_service) people.push_back(*book.people().find(duty->staff_code));
  }
  std::ranges::sort(people);
  people.erase(std::ranges::unique(people).begin(), people.end());
  return people;
}

std::vector<attendance::SlotNow> open_slots(const PresentPeople& judged, const Turns& turns,
                                            const attendance::DateSpan& two_days) {
  std::vector<attendance::SlotNow> open;
  std::vector<attendance::DutyTurn> named;
  for (const auto& [duty, turn] : turns) named.push_back({duty, turn.in_service, {}});
  for (const auto& day : attendance::duty_cover(judged.facts->duty_slots(), named, two_days)) {
    const auto* hours = judged.book->schedule(day.slot->schedule);
    const auto* session = hours != nullptr ? attendance::session_now(*hours, day.date, judged.at) : nullptr;
    const bool goes_on =
        session != nullptr && (day.date == two_days.to || judged.at >= day.date + session->start);
    if (!goes_on) continue;
    attendance::SlotNow slot{day.slot, day.date, session, {}};
    for (const auto& turn : day.turns) {
      const auto found = std::ranges::find(turns, turn.duty, &Turns::value_type::first);
      slot.turns.push_back(found->second);
    }
    slot.cover = attendance::cover_of(slot, judged.at);
    if (slot.cover != attendance::SlotCover::covered) open.push_back(std::move(slot));
  }
  return open;
}

std::shared_ptr<const PresentPeople> judge_now(const Evidence& evidence, const store::Snapshot& snapshot,
                                               attendance::LocalTime now) {
  const auto today = std::chrono::floor<std::chrono::days>(now);
  const attendance::DateSpan day_only{today, today}, two_days{today - std::chrono::days(1), today};
  const auto around = attendance::with_neighbours(two_days);
  auto judged = std::make_shared<PresentPeople>();
  judged->book = evidence.rule_book(snapshot);
  judged->facts = evidence.ledger_facts(snapshot);
  judged->coverage = std::make_unique<const attendance::Coverage>(
      evidence.coverage(snapshot, *judged->book, around.to + std::chrono::days(1)));
  judged->in_force = std::make_unique<const attendance::InForce>(*judged->book, *judged->coverage, around);
  judged->at = now;
  judged->last_position = snapshot.version().last_position;
  const auto people = in_service(*judged->book, today);
  const std::chrono::year_month_day date(today);
  auto taps = month_taps(evidence, snapshot, date.year() / date.month(), people, around);
  judged->people.reserve(people.size());
  auto turns = judged->facts->duty_slots().empty() ? Turns() : turns_of(*judged, two_days);
  const auto on_duty = people_of(turns, *judged->book);
  for (std::size_t i = 0; i < people.size(); ++i) {
    const bool has_turn = std::ranges::binary_search(on_duty, people[i]);
    if (has_turn) {
      auto of_night = taps[i];
      attendance::PersonDays days(*judged->in_force, people[i], two_days, of_night, now);
      while (const auto* day = days.next()) note_turns(*day, *judged, turns);
    }
    attendance::PersonDays days(*judged->in_force, people[i], day_only, taps[i], now);
    if (const auto* day = days.next()) judged->people.push_back(one_of(*day, *judged->in_force, people[i]));
  }
  judged->open_slots = open_slots(*judged, turns, two_days);
  return judged;
}

}  // namespace

std::shared_ptr<const PresentPeople> NowBoard::get() {
  const std::lock_guard lock(computing_);
  const auto now = evidence_.now();
  const bool same_minute = people_ != nullptr && std::chrono::floor<std::chrono::minutes>(people_->at) ==
                                                     std::chrono::floor<std::chrono::minutes>(now);
  if (same_minute && std::chrono::steady_clock::now() < again_) return people_;
  const auto snapshot = evidence_.snapshot();
  const bool is_current = same_minute && people_->last_position == snapshot.version().last_position;
  if (!is_current) people_ = judge_now(evidence_, snapshot, now);
  again_ = std::chrono::steady_clock::now() + kept_for;
  return people_;
}

}  // namespace badge::app
