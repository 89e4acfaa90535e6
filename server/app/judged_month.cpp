#include "server/app/judged_month.hpp"

#include <algorithm>
#include <future>
#include <iterator>
#include <optional>
#include <thread>
#include <unordered_map>
#include <vector>

#include "server/app/hand_over.hpp"
#include "server/attendance/frozen_units.hpp"

namespace badge::app {

namespace {

using attendance::LocalTime;
using attendance::PersonNo;
using attendance::Tap;

constexpr std::size_t sheaf_taps = 8'192;       // 64 KB; half a millisecond of judging
constexpr std::size_t sheaves_waiting_max = 8;  // beyond them who reads is faster, and judges too

/// The taps of some credentials, as they were read.
struct Sheaf {
  struct Credential {
    std::uint32_t no;
    std::size_t taps;  // how many of `taps` are its own, behind those of the one before
  };
  std::vector<Credential> credentials;
  std::vector<store::PackedTap> taps;
};

/// What all who judge one month share.
struct Court {
  const Evidence& evidence;
  const CredentialHolders& holders;
  const std::vector<TapOrigin> origins;  // by number of the source
  const attendance::InForce& in_force;
  const attendance::FrozenUnits& frozen;
};

/// Brings taps, which lie by credential, to the people who held the credentials, and judges those whose taps
/// are all there. Used by one thread.
class Judge {
 public:
  Judge(const Court& court, const attendance::DateSpan& days, LocalTime now)
      : court_(court), month_(court.in_force, days, now, &court.frozen) {}

  void judge(const Sheaf& sheaf) {
    std::span<const store::PackedTap> rest(sheaf.taps);
    for (const auto& credential : sheaf.credentials) {
      judge(court_.holders.of(credential.no), rest.first(credential.taps));
      rest = rest.subspan(credential.taps);
    }
  }

  /// Takes over what the other has judged, and has waiting.
  void join(Judge& other) {
    month_.join(std::move(other.month_));
    for (const auto& [person, taps] : other.waiting_) wait(person, taps);
  }

  void keep_person_days() { month_.keep_person_days(); }

  attendance::MonthReport finish() {
    for (auto& [person, taps] : waiting_) month_.add(person, taps);
    return month_.finish();
  }

 private:
  void judge(std::span<const attendance::Tenure> tenures, std::span<const store::PackedTap> packed) {
    if (tenures.empty()) return;
    taps_.resize(packed.size());
    std::ranges::transform(packed, taps_.begin(), [&](store::PackedTap tap) {
      return court_.evidence.judged_tap(tap, court_.origins[tap.source_no()], 0);
    });
    for (const auto& tenure : tenures) {
      auto& held = held_by(tenure);
      if (tenure.temporary) std::ranges::for_each(held, [](Tap& tap) { tap.temporary = true; });
      if (court_.holders.has_one_credential(tenure.person)) {
        month_.add(tenure.person, held);
      } else {
        wait(tenure.person, held);
      }
    }
  }

  /// The taps of one credential while one person held it. Mostly that is all of them, which lie in order.
  [[nodiscard]] std::vector<Tap>& held_by(const attendance::Tenure& tenure) {
    const auto is_held = [&](const Tap& tap) { return tenure.held.contains(tap.at); };
    if (!taps_.empty() && is_held(taps_.front()) && is_held(taps_.back())) return taps_;
    held_.clear();
    std::ranges::copy_if(taps_, std::back_inserter(held_), is_held);
    return held_;
  }

  void wait(PersonNo person, const std::vector<Tap>& taps) {
    auto& waiting = waiting_[person];
    waiting.insert(waiting.end(), taps.begin(), taps.end());
  }

  const Court& court_;
  attendance::MonthJudge month_;
  std::unordered_map<PersonNo, std::vector<Tap>>
      waiting_;  // of people with several credentials, until all have been seen
  std::vector<Tap> taps_, held_;
};

/// Reads on this thread; the others judge, and so does this one while they have enough to do.
void judge_while_reading(const store::Snapshot& snapshot, std::chrono::year_month month,
                         std::vector<Judge>& judges) {
  HandOver<Sheaf> sheaves(sheaves_waiting_max);
  const auto judge_all = [&sheaves](Judge& judge) {
    while (const auto sheaf = sheaves.take()) judge.judge(*sheaf);
  };
  std::vector<std::future<void>> others;  // wait for their threads when they go
  const struct Closing {
    HandOver<Sheaf>& sheaves;
    ~Closing() { sheaves.close(); }
  } closing{sheaves};
  for (std::size_t i = 1; i < judges.size(); ++i) {
    others.push_back(std::async(std::launch::async, judge_all, std::ref(judges[i])));
  }
  Sheaf sheaf;
  const auto hand_over = [&] {
    if (!sheaves.offer(sheaf)) judges.front().judge(sheaf);
    sheaf = {};
    sheaf.taps.reserve(sheaf_taps);
  };
  snapshot.for_each_credential_month(month, [&](const store::CredentialMonth& found) {
    const auto& taps = found.taps;
    if (sheaf.taps.size() + taps.size() > sheaf_taps) hand_over();
    sheaf.credentials.push_back({found.credential_no, taps.size()});
    sheaf.taps.insert(sheaf.taps.end(), taps.begin(), taps.end());
  });
  hand_over();
  sheaves.close();
  judge_all(judges.front());
  for (auto& other : others) other.get();
}

}  // namespace

std::chrono::year_month month_of(const attendance::DateSpan& days) {
  const std::chrono::year_month_day first(days.from);
  return first.year() / first.month();
}

const ClosedUnit* JudgedMonth::closed_unit(attendance::UnitNo unit) const {
  const auto found = std::ranges::find(closed, unit, &ClosedUnit::unit);
  return found == closed.end() ? nullptr : &*found;
}

namespace {

enum class Keep : std::uint8_t { sums, person_days };

/// By any book with the people and units of `holders`.
attendance::MonthReport judge_by(const attendance::RuleBook& book, const CredentialHolders& holders,
                                 const Evidence& evidence, const store::Snapshot& snapshot,
                                 const std::vector<ClosedUnit>& all_closed, const attendance::DateSpan& days,
                                 LocalTime now, Keep keep) {
  const auto span = attendance::with_neighbours(days);
  // Of the whole month, also for a part of it: a reader that is first heard on the 20th is known on the 5th.
  const auto heard = attendance::with_neighbours(attendance::days_of(month_of(days)));
  const auto coverage = evidence.coverage(snapshot, book, heard.to + std::chrono::days(1));
  const attendance::InForce in_force(book, coverage, span);
  attendance::FrozenUnits frozen;
  for (const auto& closed : all_closed) {
    if (closed.sheet != nullptr) frozen.add(book.people(), closed.unit, *closed.sheet);
  }
  const Court court{evidence, holders, tap_origins(snapshot), in_force, frozen};
  const auto processors = std::max(std::thread::hardware_concurrency(), 1U);
  std::vector<Judge> judges;
  for (std::size_t i = 0; i < std::min<std::size_t>(processors, judges_max); ++i) {
    judges.emplace_back(court, days, now);
    if (keep == Keep::person_days) judges.back().keep_person_days();
  }
  judge_while_reading(snapshot, month_of(days), judges);
  for (std::size_t i = 1; i < judges.size(); ++i) judges.front().join(judges[i]);
  return judges.front().finish();
}

}  // namespace

JudgedMonth judge_month(const Evidence& evidence, const store::Snapshot& snapshot,
                        const attendance::DateSpan& days, LocalTime now) {
  const auto month = month_of(days);
  JudgedMonth judged;
  judged.days = days;
  judged.version = snapshot.month_version(month);
  const auto holders = evidence.holders(snapshot);
  judged.book = holders->book();
  judged.closed = closed_units(*judged.book, snapshot, month);
  judged.report = judge_by(*judged.book, *holders, evidence, snapshot, judged.closed, days, now, Keep::sums);
  return judged;
}

attendance::PersonDayVerdicts judge_person_days(const Evidence& evidence, const store::Snapshot& snapshot,
                                                const std::shared_ptr<const attendance::RuleBook>& book,
                                                std::chrono::year_month month, LocalTime now) {
  return judge_by(*book, *evidence.holders(snapshot), evidence, snapshot,
                  closed_units(*book, snapshot, month), attendance::days_of(month), now, Keep::person_days)
      .person_days;
}

}  // namespace badge::app
