#include "server/attendance/session_taps.hpp"

#include <array>
#include <chrono>

namespace badge::attendance {

namespace {

/// The taps between two sessions.
struct Noon {
  TapNo first_out = none, last_out = none;  // could close the earlier session
  TapNo first_in = none, last_in = none;    // could open the later one

  void take(TapNo no, const Tap& tap) {
    if (serves_out(tap)) {
      if (first_out == none) first_out = no;
      last_out = no;
    }
    if (serves_in(tap)) {
      if (first_in == none) first_in = no;
      last_in = no;
    }
  }
};

/// With two or more, the first closes the earlier session and the last opens the later one. A single one goes
/// to the nearer end (a tie closes the earlier), unless it may serve both.
struct Shares {
  TapNo closing = none, opening = none;
};
Shares share(const Noon& noon, std::span<const Tap> taps, Date date, const Window& between,
             bool one_tap_serves_both) {
  Shares shares{noon.first_out, noon.last_in};
  if (shares.closing == none || shares.closing != shares.opening || one_tap_serves_both) return shares;
  const auto minute = clock_minute(tap_at(taps, shares.closing), date);
  const bool closes = minute - between.opens <= between.closes - minute;
  (closes ? shares.opening : shares.closing) = none;
  return shares;
}

}  // namespace

void Served::take(TapNo no, const Tap& tap) {
  if (serves_in(tap) && first_in == none) first_in = no;
  if (serves_out(tap)) last_out = no;
}

ServedSessions deal_out(std::span<const Tap> taps, Date date, const DayPlan& plan, const DayWindows& windows,
                        SessionMask excused) {
  ServedSessions sessions;
  std::array<Noon, sessions_max> noons;
  Noon dawn, dusk;
  for (std::size_t i = 0; i < plan.sessions.size(); ++i) sessions.grow();

  for (TapNo no = 0; no < static_cast<TapNo>(taps.size()); ++no) {
    const auto& tap = tap_at(taps, no);
    if (tap.repeat) continue;
    const auto place = windows.place_of(clock_minute(tap, date));
    switch (place.where) {
      case DayWindows::Place::Where::outside:
        break;
      case DayWindows::Place::Where::session:
        sessions[place.session].take(no, tap);
        break;
      case DayWindows::Place::Where::noon:
        noons[place.session].take(no, tap);
        break;
      case DayWindows::Place::Where::dawn:
        dawn.take(no, tap);
        break;
      case DayWindows::Place::Where::dusk:
        dusk.take(no, tap);
        break;
    }
  }
  for (std::size_t i = 0; i + 1 < sessions.size(); ++i) {
    const auto& noon = noons[i];
    if (has_session(excused, i) || has_session(excused, i + 1)) {
      // What comes after a session can only be its out, and what comes before one only its in.
      if (noon.last_out != none) sessions[i].last_out = noon.last_out;
      if (noon.first_in != none) sessions[i + 1].first_in = noon.first_in;
      continue;
    }
    const auto shares = share(noon, taps, date, {plan.sessions[i].end, plan.sessions[i + 1].start},
                              plan.sessions[i].schedule->noon_one_tap);
    if (shares.closing != none) sessions[i].last_out = shares.closing;
    if (shares.opening != none) sessions[i + 1].first_in = shares.opening;
  }
  if (windows.dawn()) {
    const auto in = share(dawn, taps, date, *windows.dawn(), false).opening;
    if (in != none) sessions.front().first_in = in;
  }
  if (windows.dusk()) {
    const auto out = share(dusk, taps, date, *windows.dusk(), false).closing;
    if (out != none) sessions.back().last_out = out;
  }
  return sessions;
}

Ends find_ends(const Served& served, std::span<const Tap> taps, Date date, minutes start, minutes end,
               const Schedule& schedule) {
  // Where no tap can be an in, or none an out, the reader or the noon has said which end these serve.
  Ends ends{.in = served.first_in, .out = served.last_out};
  // Of one-way readers: who goes out and then comes in has not left by that.
  if (ends.out < ends.in) ends.out = none;
  if (ends.in == none || ends.out == none) return ends;

  const auto& first = tap_at(taps, ends.in);
  const auto& last = tap_at(taps, ends.out);
  const auto stay = std::chrono::abs(last.at - first.at);
  ends.fragile = stay < schedule.stay_min + schedule.repeat_quiet;
  if (stay >= schedule.stay_min && ends.in != ends.out) return ends;

  const auto from_start = std::chrono::abs(clock_minute(first, date) - start);
  const auto from_end = std::chrono::abs(clock_minute(last, date) - end);
  if (from_start > schedule.lone_tap_reach && from_end > schedule.lone_tap_reach) {
    ends.undecided = ends.in;
    ends.in = ends.out = none;
  } else if (from_start <= from_end) {
    ends.out = none;
  } else {
    ends.in = none;
  }
  return ends;
}

}  // namespace badge::attendance
