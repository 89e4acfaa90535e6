#include "server/app/evidence.hpp"

#include <utility>

#include "server/app/spare_memory.hpp"

namespace badge::app {

using attendance::Date;
using attendance::LocalTime;
using std::chrono::days;

TapOrigin tap_origin(const store::Source& source) {
  switch (source.direction) {
    case Direction::both:
      break;
    case Direction::in:
      return {attendance::Direction::in, source.imported};
    case Direction::out:
      return {attendance::Direction::out, source.imported};
  }
  return {attendance::Direction::both, source.imported};
}

std::vector<TapOrigin> tap_origins(const store::Snapshot& snapshot) {
  std::vector<TapOrigin> origins;
  for (const auto& source : snapshot.sources()) origins.push_back(tap_origin(source));
  return origins;
}

Evidence::Evidence(const store::Store& store, OfficeTime office, int clock_offset_limit_s,
                   std::function<Instant()> now)
    : store_(store),
      office_(std::move(office)),
      clock_offset_limit_s_(clock_offset_limit_s),
      now_(std::move(now)) {}

std::shared_ptr<const attendance::RuleBook> Evidence::rule_book(const store::Snapshot& snapshot) const {
  return roster(snapshot).book;
}

std::shared_ptr<const LedgerFacts> Evidence::ledger_facts(const store::Snapshot& snapshot) const {
  return roster(snapshot).ledgers;
}

Evidence::Roster Evidence::roster(const store::Snapshot& snapshot) const {
  const auto version = snapshot.version().roster_version;
  const std::lock_guard lock(book_mutex_);
  if (roster_.book != nullptr && book_version_ == version) return roster_;
  const SpareMemory given_back;
  if (version > book_version_) forget_book();
  auto facts = snapshot.roster_facts();
  auto ledgers = std::make_shared<const LedgerFacts>(facts);
  const Roster made{std::make_shared<const attendance::RuleBook>(std::move(facts)), std::move(ledgers)};
  // A snapshot may be older than the book that is kept.
  if (roster_.book == nullptr || version > book_version_) {
    roster_ = made;
    book_version_ = version;
  }
  return made;
}

/// Before the next is made: two of a province would be 50 MB.
void Evidence::forget_book() const {
  roster_ = {};
  const std::lock_guard lock(holders_mutex_);
  holders_ = nullptr;
}

std::shared_ptr<const CredentialHolders> Evidence::holders(const store::Snapshot& snapshot) const {
  auto book = rule_book(snapshot);
  const std::lock_guard lock(holders_mutex_);
  const bool of_this_book = holders_ != nullptr && holders_->book() == book;
  if (of_this_book && holders_->last_credential() >= snapshot.last_credential()) return holders_;
  return holders_ = std::make_shared<const CredentialHolders>(std::move(book), snapshot,
                                                              of_this_book ? holders_.get() : nullptr);
}

attendance::Coverage Evidence::coverage(const store::Snapshot& snapshot, const attendance::RuleBook& book,
                                        Date until, std::optional<std::uint64_t> as_of) const {
  const auto to = office_.to_instant(until + days(1));
  std::vector<attendance::ListenedSpan> spans;
  for (auto& interval : snapshot.coverage({}, Instant{}, to, as_of)) {
    spans.push_back({std::move(interval.entrance), std::move(interval.reader),
                     office_.to_local(interval.from), office_.to_local(interval.until)});
  }
  return attendance::Coverage(std::move(spans), book.reader_ends(), snapshot.judged_from());
}

Evidence::PersonTaps Evidence::taps_of(const store::Snapshot& snapshot, const attendance::RuleBook& book,
                                       attendance::PersonNo person, const attendance::DateSpan& span,
                                       std::optional<std::uint64_t> as_of) const {
  const auto& people = book.people();
  std::vector<store::TapKey> keys = {store::TapKey::staff(people.code(person))};
  for (const auto& uid : people.badges(person)) {
    if (const auto credential = Credential::parse(uid)) keys.push_back(store::TapKey::card(*credential));
  }
  PersonTaps found;
  const auto from = office_.to_instant(LocalTime(span.from - days(1)));
  const auto to = office_.to_instant(LocalTime(span.to + days(3)));
  for (auto& detail : snapshot.taps_of(keys, from, to, as_of)) {
    auto tap =
        judged_tap(detail.tap, tap_origin(detail.source), static_cast<std::uint32_t>(found.details.size()));
    if (const auto credential = detail.key.credential()) {
      const auto tenure = people.tenure_at(credential->hex(), tap.at);
      if (!tenure || tenure->person != person) continue;
      tap.temporary = tenure->temporary;
    }
    found.taps.push_back(tap);
    found.details.push_back(std::move(detail));
  }
  return found;
}

}  // namespace badge::app
