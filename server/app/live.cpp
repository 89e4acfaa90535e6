#include "server/app/live.hpp"

#include <spdlog/spdlog.h>

#include <optional>
#include <unordered_set>
#include <utility>

#include "server/attendance/people.hpp"
#include "server/attendance/unit_tree.hpp"

namespace badge::app {

/// Who holds which badge and belongs where, as of one version of the facts.
struct Live::Directory {
  std::uint64_t roster_version;
  attendance::UnitTree tree;
  attendance::People people;
  std::unordered_set<std::string> badges;  // UIDs that any badge fact names

  static std::unique_ptr<Directory> load(const store::Snapshot& snapshot) {
    auto facts = snapshot.roster_facts();
    std::unordered_set<std::string> badges;
    for (const auto& badge : facts.badges) badges.insert(badge.uid);
    attendance::People people(std::move(facts.postings), facts.badges, {});
    return std::make_unique<Directory>(Directory{snapshot.version().roster_version,
                                                 attendance::UnitTree(std::move(facts.units)),
                                                 std::move(people), std::move(badges)});
  }
};

std::string_view to_string(LiveEvent::State state) {
  switch (state) {
    case LiveEvent::State::known:
      return "known";
    case LiveEvent::State::unknown:
      return "unknown";
    case LiveEvent::State::revoked:
      return "revoked";
  }
  return "unknown";
}

Live::Live(ToLocal to_local, Sink sink) : to_local_(std::move(to_local)), sink_(std::move(sink)) {}

Live::~Live() { stop(); }

void Live::start(const store::Store& store) {
  thread_ = std::thread([this, &store] { work(store); });
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

void Live::work(const store::Store& store) {
  constexpr std::chrono::milliseconds round(1000 / rounds_per_second_max);
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
    if (stopping_) return;
    const auto taps = std::exchange(waiting_, {});
    lock.unlock();
    publish(store, taps);
    lock.lock();
    if (changed_.wait_for(lock, round, [this] { return stopping_; })) return;
  }
}

void Live::publish(const store::Store& store, const std::deque<store::LiveTap>& taps) {
  try {
    {
      const auto snapshot = store.snapshot();
      const auto version = snapshot.version().roster_version;
      if (!directory_ || directory_->roster_version != version) directory_ = Directory::load(snapshot);
    }
    std::vector<LiveEvent> events;
    for (const auto& tap : taps) events.push_back(describe(tap));
    sink_(std::move(events));
  } catch (const std::exception& failure) {
    // The list is a comfort; the taps themselves are stored.
    spdlog::warn("live list: {} taps were not shown: {}", taps.size(), failure.what());
  }
}

LiveEvent Live::describe(const store::LiveTap& tap) const {
  LiveEvent event;
  event.at = iso_time(tap.at, to_local_);
  event.entrance = tap.entrance;
  event.reader = tap.reader;
  event.uid_masked = tap.credential.masked();

  const auto& [version, tree, people, badges] = *directory_;
  const auto uid = tap.credential.hex();
  const auto date = std::chrono::floor<std::chrono::days>(to_local_(tap.at));
  const auto person = people.holder_on(uid, date);
  const auto* posting = person ? people.posting_on(*person, date) : nullptr;
  if (posting == nullptr) {
    event.state = badges.contains(uid) ? LiveEvent::State::revoked : LiveEvent::State::unknown;
    return event;
  }
  event.state = LiveEvent::State::known;
  event.staff_code = posting->staff_code;
  event.full_name = posting->full_name;
  if (const auto unit = tree.find(posting->unit_code)) {
    event.unit_name = tree.full_name_on(*unit, date);
    for (const auto above : tree.line_on(*unit, date)) event.unit_path.push_back(tree.code(above));
  }
  return event;
}

}  // namespace badge::app
