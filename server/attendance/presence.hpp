#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "server/attendance/month.hpp"

namespace badge::attendance {

/// Where somebody is at a moment of a working day, as far as taps and papers tell.
enum class Presence : std::uint8_t {
  off,       // nothing is asked of this person today
  exempt,    // is not asked to tap
  away,      // a paper covers this moment
  present,   // tapped in this session: at the door since then, no more is known
  not_seen,  // no tap in this session yet
  unknown,   // no tap, and an entrance was silent, or the person has no badge
};

struct PresenceNow {
  Presence presence = Presence::off;
  std::int32_t session = -1;                   // place in the plan; -1: none
  std::int32_t first_tap = -1, last_tap = -1;  // places in DayFacts::taps; -1: none, or a correction says it
  const Absence* paper = nullptr;              // of `away`; null: a closure
  std::optional<Reason> doubt = {};            // of `unknown`: what Watch says
};

inline constexpr minutes report_lag_max{1};  // an entrance that listens says so every 15 seconds

/// At `day.facts.now`, which is on the day itself. The session is the one that is open for taps, else the
/// next one, else the day's last. `in_force` is what the day was judged by; what an entrance has not said for
/// less than report_lag_max is no silence.
[[nodiscard]] PresenceNow presence_of(const JudgedDay& day, const InForce& in_force);

/// The same of one session of the day, whatever others are open.
[[nodiscard]] PresenceNow presence_in(const JudgedDay& day, const InForce& in_force, std::size_t session);

/// The enumerators' names: words of the HTTP interface.
[[nodiscard]] std::string_view to_string(Presence presence);

}  // namespace badge::attendance
