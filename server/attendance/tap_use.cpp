#include "server/attendance/tap_use.hpp"

#include "server/attendance/session_taps.hpp"
#include "server/attendance/windows.hpp"

namespace badge::attendance {

namespace {

TapUse use_of_end(TapNo no, const DayVerdict& verdict) {
  TapUse use;
  bool is_out = false;
  for (std::uint8_t i = 0; i < verdict.sessions.size(); ++i) {
    const auto& session = verdict.sessions[i];
    if (session.out == no) {
      use = {TapUse::Kind::out, i};
      is_out = true;
    }
    if (session.in == no && is_out) return {TapUse::Kind::out_and_in, use.session};
    if (session.in == no) return {TapUse::Kind::in, i};
  }
  return use;
}

}  // namespace

std::vector<TapUse> tap_uses(const DayFacts& facts, const DayVerdict& verdict) {
  const auto covered = excused_sessions(facts);
  const auto papers = papers_of_sessions(facts);
  // An approved correction goes before a paper: who was there was not away.
  const auto is_excused = [&](std::size_t session) {
    const auto state = verdict.sessions[session].state;
    return has_session(covered, session) &&
           (state == SessionState::excused || state == SessionState::not_due);
  };
  const DayWindows windows(facts.before, *facts.plan, facts.after);
  const auto asks_for_each = [&](std::size_t session) {
    return facts.plan->sessions[session].schedule->taps == TapsDemanded::each_session;
  };
  std::vector<TapUse> uses;
  for (TapNo no = 0; no < static_cast<TapNo>(facts.taps.size()); ++no) {
    const auto& tap = tap_at(facts.taps, no);
    auto use = use_of_end(no, verdict);
    const auto place = windows.place_of(clock_minute(tap, facts.date));
    if (tap.repeat) {
      use = {TapUse::Kind::repeat, 0};
    } else if (use.kind == TapUse::Kind::outside_windows &&
               (place.where == DayWindows::Place::Where::session ||
                place.where == DayWindows::Place::Where::noon)) {
      const bool at_noon = place.where == DayWindows::Place::Where::noon;
      const bool unasked = is_excused(place.session) && (!at_noon || is_excused(place.session + 1U));
      use.session = place.session;
      use.kind = unasked && papers[place.session] != nullptr ? TapUse::Kind::during_absence
                 : !unasked && asks_for_each(place.session)  ? TapUse::Kind::between
                                                             : TapUse::Kind::not_asked;
    }
    uses.push_back(use);
  }
  return uses;
}

}  // namespace badge::attendance
