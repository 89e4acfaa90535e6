#pragma once
#include <memory>
#include <mutex>
#include <vector>

#include "server/app/evidence.hpp"
#include "server/attendance/duty_now.hpp"

namespace badge::app {

/// Where everybody is, as of one moment. Immutable.
struct PresentPeople {
  struct One {
    attendance::PersonNo person = 0;
    const attendance::RuleBook::Stay* stay = nullptr;
    attendance::PresenceNow now;
    attendance::minutes first{0}, last{0};  // of its taps, from midnight, where it has any
    attendance::DayKind kind = attendance::DayKind::unscheduled;
  };

  std::shared_ptr<const attendance::RuleBook> book;  // these three are what the rest points into
  std::unique_ptr<const attendance::Coverage> coverage;
  std::unique_ptr<const attendance::InForce> in_force;
  attendance::LocalTime at;
  std::uint64_t last_position = 0;
  std::vector<One> people;  // in service today, by PersonNo

  std::shared_ptr<const LedgerFacts> facts;     // the next points into it
  std::vector<attendance::SlotNow> open_slots;  // on duty now or later today, not covered or not known to be
};

/// Judges today for everybody at once, because many look at it and each tap changes it: at most once a
/// second, and only where something came or a minute passed. Any thread; blocks while it computes.
class NowBoard {
 public:
  explicit NowBoard(const Evidence& evidence) : evidence_(evidence) {}

  [[nodiscard]] std::shared_ptr<const PresentPeople> get();

 private:
  static constexpr std::chrono::seconds kept_for{1};

  const Evidence& evidence_;
  std::mutex computing_;  // guards the next two
  std::shared_ptr<const PresentPeople> people_;
  std::chrono::steady_clock::time_point again_;  // not before
};

}  // namespace badge::app
