#include "server/app/month_reports.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <unordered_map>

namespace badge::app {

namespace {

using attendance::LocalTime;
using attendance::PersonNo;
using attendance::Tap;
using std::chrono::days;

/// Brings the taps of a month, which lie by credential, to the people who held the credentials.
///
/// Nearly everybody has one credential, and is judged while its taps are at hand: a month of a province is 50
/// MB of taps that need not lie in memory at once. Who has several waits until all have been seen.
class TapsByPerson {
 public:
  enum class Way : std::uint8_t { as_they_come, all_wait };

  TapsByPerson(const Evidence& evidence, const store::Snapshot& snapshot, const attendance::RuleBook& book,
               attendance::MonthJudge& judge, Way way)
      : evidence_(evidence),
        snapshot_(snapshot),
        people_(book.people()),
        judge_(judge),
        sources_(snapshot.sources()),
        way_(way),
        judged_(people_.size()) {}

  /// False: somebody had been judged when more of their taps came, so that nothing of it holds.
  [[nodiscard]] bool judge_all(std::chrono::year_month month) {
    snapshot_.for_each_credential_month(month, [this](const auto& key, auto taps) { take(key, taps); });
    for (auto& [person, taps] : waiting_) judge_.add(person, taps);
    return !came_too_late_;
  }

 private:
  void take(const store::TapKey& key, std::span<const store::PackedTap> packed) {
    taps_.clear();
    for (const auto tap : packed) taps_.push_back(evidence_.judged_tap(tap, sources_[tap.source_no()], 0));
    const auto credential = key.credential();
    if (!credential) {
      // History of another system, which may name people whose cards are known too.
      if (const auto person = people_.find(key.staff_code())) wait(*person, taps_);
      return;
    }
    for (const auto& tenure : people_.tenures(credential->hex())) {
      auto& held = held_by(tenure);
      const bool is_all = people_.badges_held(tenure.person) == 1 && !waiting_.contains(tenure.person);
      if (is_all && way_ == Way::as_they_come) {
        judge_.add(tenure.person, held);
        judged_[tenure.person] = true;
      } else {
        wait(tenure.person, held);
      }
    }
  }

  /// The taps of one credential while one person held it. Mostly that is all of them, which lie in order.
  [[nodiscard]] std::vector<Tap>& held_by(const attendance::Tenure& tenure) {
    const auto is_held = [&](const Tap& tap) {
      return tenure.days.contains(std::chrono::floor<days>(tap.at));
    };
    if (!taps_.empty() && is_held(taps_.front()) && is_held(taps_.back())) return taps_;
    held_.clear();
    std::ranges::copy_if(taps_, std::back_inserter(held_), is_held);
    return held_;
  }

  void wait(PersonNo person, const std::vector<Tap>& taps) {
    if (taps.empty()) return;
    came_too_late_ = came_too_late_ || judged_[person];
    auto& waiting = waiting_[person];
    waiting.insert(waiting.end(), taps.begin(), taps.end());
  }

  const Evidence& evidence_;
  const store::Snapshot& snapshot_;
  const attendance::People& people_;
  attendance::MonthJudge& judge_;
  const std::vector<store::Source> sources_;
  const Way way_;
  std::vector<bool> judged_;  // by person
  bool came_too_late_ = false;
  std::unordered_map<PersonNo, std::vector<Tap>> waiting_;
  std::vector<Tap> taps_, held_;
};

}  // namespace

JudgedMonth judge_month(const Evidence& evidence, const store::Snapshot& snapshot,
                        std::chrono::year_month month, LocalTime now) {
  JudgedMonth judged;
  judged.month = month;
  judged.version = snapshot.month_version(month);
  judged.book = evidence.rule_book(snapshot);
  const auto span = attendance::with_neighbours(attendance::days_of(month));
  const auto coverage = evidence.coverage(snapshot, span.to + days(1));
  const attendance::InForce in_force(*judged.book, coverage, span);
  for (const auto way : {TapsByPerson::Way::as_they_come, TapsByPerson::Way::all_wait}) {
    attendance::MonthJudge judge(in_force, month, now);
    if (!TapsByPerson(evidence, snapshot, *judged.book, judge, way).judge_all(month)) continue;
    judged.report = judge.finish();
    break;
  }
  return judged;
}

std::shared_ptr<MonthReports::Slot> MonthReports::slot_of(std::chrono::year_month month) {
  const std::lock_guard lock(mutex_);
  auto& slot = slots_[month];
  if (slot == nullptr) slot = std::make_shared<Slot>();
  auto wanted = slot;
  // The month that is farthest from the one that is asked for goes first; who computes it still holds its
  // slot.
  while (slots_.size() > months_kept_max) {
    const auto distance = [&](auto other) { return std::chrono::abs(other->first - month); };
    const auto first = slots_.begin();
    const auto last = std::prev(slots_.end());
    slots_.erase(distance(first) > distance(last) ? first : last);
  }
  return wanted;
}

std::shared_ptr<const JudgedMonth> MonthReports::get(std::chrono::year_month month) {
  const auto slot = slot_of(month);
  const std::lock_guard lock(slot->computing);
  const auto snapshot = evidence_.snapshot();
  // While a month runs, the clock too decides what is due; by the minute, for that is what is judged.
  const auto settled = LocalTime(attendance::days_of(month).to + days(3));
  const auto now = std::min<LocalTime>(std::chrono::floor<std::chrono::minutes>(evidence_.now()), settled);
  const bool is_current = slot->judged != nullptr && slot->judged_at == now &&
                          slot->judged->version == snapshot.month_version(month);
  if (!is_current) {
    slot->judged = std::make_shared<const JudgedMonth>(judge_month(evidence_, snapshot, month, now));
    slot->judged_at = now;
  }
  return slot->judged;
}

}  // namespace badge::app
