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
  const auto excused = excused_sessions(facts);
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
      const bool during_absence =
          has_session(excused, place.session) && (!at_noon || has_session(excused, place.session + 1U));
      use.session = place.session;
      use.kind = during_absence                 ? TapUse::Kind::during_absence
                 : asks_for_each(place.session) ? TapUse::Kind::between
                                                : TapUse::Kind::not_asked;
    }
    uses.push_back(use);
  }
  return uses;
}

}  // namespace badge::attendance
