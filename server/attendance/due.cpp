#include "server/attendance/due.hpp"

#include <algorithm>

namespace badge::attendance {

Due::Due(const PreparedDay& day) : day_(day) {
  if (day.plan.flex_earlier == minutes(0) && day.plan.flex_later == minutes(0)) return;
  const auto& rules = season_on(*day.plan.schedule, day.facts.date)->sessions;
  for (std::size_t i = 0; i < day.plan.sessions.size(); ++i) {
    const auto& session = day.session(i);
    if (session.is_duty) continue;
    if (session.rule == &rules.front()) opens_day_ = i;
    if (session.rule == &rules.back()) closes_day_ = i;
  }
}

bool Due::is_late(std::size_t i, minutes in) const {
  return in - day_.owed[i].start > day_.session(i).late_grace;
}

bool Due::is_early(std::size_t i, minutes out) const {
  return day_.owed[i].end - out > day_.session(i).early_grace;
}

void Due::hold_against(std::size_t i, TapNo in, TapNo out, Claim& claim) {
  const auto& session = day_.session(i);
  const auto& stated = day_.stated(i);
  std::optional<minutes> came, left;
  if (in != none) came = day_.minute_of(in);
  if (out != none) left = day_.minute_of(out);
  if (stated.in_at) came = stated.in_at;
  if (stated.out_at) left = stated.out_at;

  auto due_in = day_.owed[i].start, due_out = day_.owed[i].end;
  if (i == opens_day_) due_in = std::max(due_in, session.start + day_.plan.flex_later);
  claim.in_outage = lost_in(i, claim, due_in + session.late_grace);
  if (i == opens_day_ && came) slide_by(i, *came, due_in);
  // When the person came is not known, only that it was in time.
  const bool only_in_time = stated.says_in_time_in() || claim.in_outage != nullptr;
  if (i == opens_day_ && only_in_time) slide_ = std::min(slide_, minutes(0));
  if (i == closes_day_) due_out = std::min(due_out, session.end + slide_);
  if (i == closes_day_ && day_.owed[i].end == session.end) due_out = session.end + slide_;
  claim.out_outage = lost_out(i, claim, due_out - session.early_grace);

  // Of a session that a paper covers, a correction says who was there; nothing was owed.
  const bool in_is_given = day_.owed[i].is_excused || stated.says_in_time_in();
  const bool out_is_given = day_.owed[i].is_excused || stated.says_in_time_out();
  if (came && !in_is_given && *came - due_in > session.late_grace) claim.late_by = *came - due_in;
  if (left && !out_is_given && due_out - *left > session.early_grace) claim.early_by = due_out - *left;
  claim.late = claim.late_by;
  claim.early = claim.early_by;
  if (stated.in == nullptr) claim.needs_until = in;
  if (stated.out == nullptr) claim.needs_since = out;
  // Who came earlier might have left earlier.
  claim.slides = i == closes_day_ && claim.early_by > minutes(0) && slide_ > -day_.plan.flex_earlier &&
                 (opens_day_ == sessions_max || !day_.stated(opens_day_).in_at);
  if (claim.slides) claim.first = std::min(claim.first, opens_day_);
}

void Due::pass(std::size_t i, TapNo in) {
  if (i != opens_day_ || in == none) return;
  slide_ = std::clamp(day_.minute_of(in) - day_.session(i).start, -day_.plan.flex_earlier, minutes(0));
}

/// Minutes that a paper takes from the start need not be worked at the end.
void Due::slide_by(std::size_t i, minutes came, minutes due_in) {
  const auto start = day_.session(i).start, owed = day_.owed[i].start;
  slide_ = came < start ? std::max(came - start, -day_.plan.flex_earlier)
                        : std::clamp(came - owed, minutes(0), due_in - owed);
}

const Correction* Due::lost_in(std::size_t i, const Claim& claim, minutes until) const {
  if (day_.facts.outages == nullptr) return nullptr;
  for (auto from = claim.first; from <= i; ++from) {
    for (const auto& window : day_.windows.reach(from)) {
      if (window.opens > until) continue;
      const auto* outage =
          outage_in(day_.facts, day_.session(i), window.opens, std::min(window.closes, until));
      if (outage != nullptr) return outage;
    }
  }
  return nullptr;
}

const Correction* Due::lost_out(std::size_t i, const Claim& claim, minutes since) const {
  if (day_.facts.outages == nullptr) return nullptr;
  for (auto to = i; to <= claim.last; ++to) {
    for (const auto& window : day_.windows.reach(to)) {
      if (window.closes < since) continue;
      const auto* outage =
          outage_in(day_.facts, day_.session(i), std::max(window.opens, since), window.closes);
      if (outage != nullptr) return outage;
    }
  }
  return nullptr;
}

}  // namespace badge::attendance
