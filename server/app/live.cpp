#include "server/app/live.hpp"

#include <spdlog/spdlog.h>

#include <utility>

#include "server/app/iso_time.hpp"
#include "server/app/scope.hpp"

namespace badge::app {

namespace {

LiveEvent describe(const store::LiveTap& tap, const attendance::RuleBook& book, const LedgerFacts& facts,
                   const OfficeTime& office) {
  LiveEvent event;
  event.at = iso_time(tap.at, [&](Instant at) { return office.to_local(at); });
  event.entrance = tap.entrance;
  event.reader = tap.reader;
  event.uid_masked = tap.credential.masked();

  const auto& people = book.people();
  const auto& units = book.units();
  const auto uid = tap.credential.hex();
  const auto date = office.date_of(tap.at);
  const auto person = people.holder_at(uid, office.to_local(tap.at));
  const auto* posting = person ? people.posting_on(*person, date) : nullptr;
  const auto* card = facts.temporary_card(uid, date);
  if (card != nullptr) event.box_path = path_of_unit(units, card->unit_code, date);
  if (posting == nullptr && card != nullptr) {
    event.state = LiveEvent::State::not_lent;
    return event;
  }
  if (posting == nullptr) {
    event.state = people.is_badge(uid) ? LiveEvent::State::revoked : LiveEvent::State::unknown;
    return event;
  }
  event.state = LiveEvent::State::known;
  event.staff_code = posting->staff_code;
  event.full_name = posting->full_name;
  if (const auto unit = units.find(posting->unit_code)) {
    event.unit_name = units.full_name_on(*unit, date);
    event.unit_path = path_of_unit(units, posting->unit_code, date);
  }
  return event;
}

}  // namespace

std::string_view to_string(LiveEvent::State state) {
  switch (state) {
    case LiveEvent::State::known:
      return "known";
    case LiveEvent::State::unknown:
      return "unknown";
    case LiveEvent::State::not_lent:
      return "not_lent";
    case LiveEvent::State::revoked:
      return "revoked";
  }
  return "unknown";
}

Live::Live(Sink sink) : sink_(std::move(sink)) {}

Live::~Live() { stop(); }

void Live::start(const Evidence& evidence) {
  thread_ = std::thread([this, &evidence] { work(evidence); });
}

void Live::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void Live::on_committed(std::span<const store::LiveTap> taps) {
  {
    const std::lock_guard lock(mutex_);
    waiting_.insert(waiting_.end(), taps.begin(), taps.end());
    while (waiting_.size() > waiting_max) waiting_.pop_front();
  }
  changed_.notify_one();
}

void Live::work(const Evidence& evidence) {
  constexpr std::chrono::milliseconds round(1000 / rounds_per_second_max);
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
    if (stopping_) return;
    const auto taps = std::exchange(waiting_, {});
    lock.unlock();
    publish(evidence, taps);
    lock.lock();
    if (changed_.wait_for(lock, round, [this] { return stopping_; })) return;
  }
}

void Live::publish(const Evidence& evidence, const std::deque<store::LiveTap>& taps) const {
  try {
    const auto snapshot = evidence.snapshot();
    const auto book = evidence.rule_book(snapshot);
    const auto facts = evidence.ledger_facts(snapshot);
    std::vector<LiveEvent> events;
    for (const auto& tap : taps) events.push_back(describe(tap, *book, *facts, evidence.office()));
    sink_(std::move(events));
  } catch (const std::exception& failure) {
    // The list is a comfort; the taps themselves are stored.
    spdlog::warn("live list: {} taps were not shown: {}", taps.size(), failure.what());
  }
}

}  // namespace badge::app
