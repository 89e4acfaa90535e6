#include "server/app/now_board.hpp"

#include "server/app/month_taps.hpp"

namespace badge::app {
namespace {

using attendance::Date;
using attendance::PersonNo;
using attendance::Tap;

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

std::shared_ptr<const PresentPeople> judge_now(const Evidence& evidence, const store::Snapshot& snapshot,
                                               attendance::LocalTime now) {
  const auto today = std::chrono::floor<std::chrono::days>(now);
  const attendance::DateSpan day_only{today, today};
  const auto around = attendance::with_neighbours(day_only);
  auto judged = std::make_shared<PresentPeople>();
  judged->book = evidence.rule_book(snapshot);
  judged->coverage = std::make_unique<const attendance::Coverage>(
      evidence.coverage(snapshot, *judged->book, around.to + std::chrono::days(1)));
  judged->in_force = std::make_unique<const attendance::InForce>(*judged->book, *judged->coverage, around);
  judged->at = now;
  judged->last_position = snapshot.version().last_position;
  const auto people = in_service(*judged->book, today);
  const std::chrono::year_month_day date(today);
  auto taps = month_taps(evidence, snapshot, date.year() / date.month(), people, around);
  judged->people.reserve(people.size());
  for (std::size_t i = 0; i < people.size(); ++i) {
    attendance::PersonDays days(*judged->in_force, people[i], day_only, taps[i], now);
    if (const auto* day = days.next()) judged->people.push_back(one_of(*day, *judged->in_force, people[i]));
  }
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
