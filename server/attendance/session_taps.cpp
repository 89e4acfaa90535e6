#include "server/attendance/session_taps.hpp"

#include <array>
#include <chrono>

namespace badge::attendance {

namespace {

/// What two sessions share between them.
struct Noon {
  TapNo first_out = none;  // the first tap that could close the earlier session
  TapNo last_in = none;    // the last that could open the later one

  void take(TapNo no, const Tap& tap) {
    if (serves_out(tap) && first_out == none) first_out = no;
    if (serves_in(tap)) last_in = no;
  }
};

void close_with(TapNo out, Served& session) {
  if (session.empty()) session.first = out;
  session.last = session.last_out = out;
}

void open_with(TapNo in, Served& session) {
  if (session.empty()) session.last = in;
  session.first = session.first_in = in;
}

/// With two or more, the first closes the earlier session and the last opens the later one. A single one goes
/// to the nearer end (a tie closes the earlier), unless it may serve both.
void share(const Noon& noon, minutes minute_of_single, const PlannedSession& earlier,
           const PlannedSession& later, bool one_tap_serves_both, Served& closing, Served& opening) {
  bool closes = noon.first_out != none;
  bool opens = noon.last_in != none;
  if (closes && noon.first_out == noon.last_in && !one_tap_serves_both) {
    closes = minute_of_single - earlier.end <= later.start - minute_of_single;
    opens = !closes;
  }
  if (closes) close_with(noon.first_out, closing);
  if (opens) open_with(noon.last_in, opening);
}

}  // namespace

void Served::take(TapNo no, const Tap& tap) {
  if (first == none) first = no;
  last = no;
  if (serves_in(tap) && first_in == none) first_in = no;
  if (serves_out(tap)) last_out = no;
}

ServedSessions deal_out(std::span<const Tap> taps, Date date, const DayPlan& plan,
                        const DayWindows& windows) {
  ServedSessions sessions;
  std::array<Noon, sessions_max> noons;
  for (std::size_t i = 0; i < plan.sessions.size(); ++i) sessions.push_back({});

  for (TapNo no = 0; no < static_cast<TapNo>(taps.size()); ++no) {
    const auto& tap = tap_at(taps, no);
    if (tap.repeat) continue;
    const auto place = windows.place_of(clock_minute(tap, date));
    if (place.where == DayWindows::Place::Where::session) sessions[place.session].take(no, tap);
    if (place.where == DayWindows::Place::Where::noon) noons[place.session].take(no, tap);
  }
  for (std::size_t i = 0; i + 1 < sessions.size(); ++i) {
    const auto& noon = noons[i];
    const auto minute = noon.last_in == none ? minutes(0) : clock_minute(tap_at(taps, noon.last_in), date);
    share(noon, minute, plan.sessions[i], plan.sessions[i + 1], plan.schedule->noon_one_tap, sessions[i],
          sessions[i + 1]);
  }
  return sessions;
}

Ends find_ends(const Served& served, std::span<const Tap> taps, Date date, minutes start, minutes end,
               const Schedule& schedule) {
  Ends ends;
  if (served.empty()) return ends;
  const auto stay = tap_at(taps, served.last).at - tap_at(taps, served.first).at;
  ends.fragile = stay < schedule.stay_min + schedule.repeat_quiet;

  // The reader, or the noon, says already which end these taps serve.
  if (served.first_in == none || served.last_out == none) {
    ends.in = served.first_in;
    ends.out = served.last_out;
    return ends;
  }
  const bool one_event = stay < schedule.stay_min;
  const bool one_tap = served.first_in == served.last_out;  // the others serve an end that it outdoes
  if (!one_event && !one_tap) {
    ends.in = served.first_in;
    ends.out = served.last_out;
    return ends;
  }
  ends.fragile = true;
  const auto first = clock_minute(tap_at(taps, one_event ? served.first : served.first_in), date);
  const auto last = clock_minute(tap_at(taps, one_event ? served.last : served.last_out), date);
  const auto from_start = std::chrono::abs(first - start);
  const auto from_end = std::chrono::abs(last - end);
  if (from_start > schedule.lone_tap_reach && from_end > schedule.lone_tap_reach) {
    ends.direction_unknown = true;
  } else if (from_start <= from_end) {
    ends.in = served.first_in;
  } else {
    ends.out = served.last_out;
  }
  return ends;
}

}  // namespace badge::attendance
