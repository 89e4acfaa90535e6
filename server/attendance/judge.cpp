#include "server/attendance/judge.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "server/attendance/allowance.hpp"
#include "server/attendance/claim.hpp"
#include "server/attendance/doubt.hpp"
#include "server/attendance/regular_day.hpp"
#include "server/attendance/stated.hpp"
#include "server/attendance/windows.hpp"

namespace badge::attendance {

namespace {

/// Sessions of one schedule that follow each other: `first` to `last`.
struct Run {
  std::size_t first, last;
};

class DayJudge {
 public:
  DayJudge(const DayFacts& facts, const Watch& watch, DayVerdict& verdict)
      : facts_(facts),
        plan_(*facts.plan),
        watch_(watch),
        verdict_(verdict),
        owed_(owed_on(facts)),
        windows_(facts.before, plan_, facts.after) {
    if (has_corrections(facts)) stated_ = stated_on(facts);
    for (std::size_t i = 0; i < plan_.sessions.size(); ++i) {
      verdict_.sessions.grow();
      claims_.push_back({});
      cut_ = cut_ || owed_[i].start != session(i).start || owed_[i].end != session(i).end;
      // An approved correction goes before a paper.
      if (owed_[i].is_excused && !is_stated(i)) excused_ |= 1U << i;
    }
  }

  void judge() {
    if (excused_ != 0) note_excuses();
    for (Run run{0, 0}; run.first < plan_.sessions.size(); run = {run.last + 1, run.last + 1}) {
      while (run.last + 1 < plan_.sessions.size() &&
             session(run.last + 1).schedule == session(run.first).schedule)
        ++run.last;
      switch (session(run.first).schedule->taps) {
        case TapsDemanded::each_session:
          claim_each_session(run);
          break;
        case TapsDemanded::day_ends:
        case TapsDemanded::first_only:
          claim_stretch(run);
          break;
        case TapsDemanded::none:
          note_exempt(run);
          break;
      }
    }
    count_minutes();
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      if (claims_[i].open) settle(i);
    }
  }

 private:
  [[nodiscard]] const PlannedSession& session(std::size_t i) const { return plan_.sessions[i]; }
  [[nodiscard]] bool is_excused(std::size_t i) const { return has_session(excused_, i); }
  [[nodiscard]] bool has_begun(std::size_t i) const { return facts_.now >= time(session(i).start); }
  [[nodiscard]] LocalTime time(minutes minute) const { return LocalTime(facts_.date) + minute; }
  [[nodiscard]] LocalTime end_of(minutes minute) const { return time(minute) + seconds(59); }
  [[nodiscard]] minutes minute_of(TapNo no) const {
    return clock_minute(tap_at(facts_.taps, no), facts_.date);
  }
  [[nodiscard]] StatedSession stated(std::size_t i) const {
    return stated_.empty() ? StatedSession{} : stated_[i];
  }
  [[nodiscard]] bool is_stated(std::size_t i) const {
    const auto stated = this->stated(i);
    return stated.says_present() || stated.absent != nullptr;
  }

  void note_excuses() {
    for (std::size_t i = 0; i < plan_.sessions.size(); ++i) {
      if (!is_excused(i) || !has_begun(i)) continue;
      auto& verdict = verdict_.sessions[i];
      verdict.state = SessionState::excused;
      if (owed_[i].closure) verdict.reasons.push_back({.code = ReasonCode::closure});
      if (owed_[i].paper != nullptr)
        verdict.reasons.push_back({.code = ReasonCode::on_paper, .paper = owed_[i].paper});
    }
    for (TapNo no = 0; no < static_cast<TapNo>(facts_.taps.size()); ++no) {
      if (tap_at(facts_.taps, no).repeat) continue;
      const auto place = windows_.place_of(minute_of(no));
      if (place.where == DayWindows::Place::Where::outside || !is_excused(place.session)) continue;
      if (place.where == DayWindows::Place::Where::noon && !is_excused(place.session + 1U)) continue;
      note_conflict(place.session, no);
    }
  }

  /// The first tap inside a paper's session; of a closure nobody minds who came.
  void note_conflict(std::size_t i, TapNo no) {
    auto& reasons = verdict_.sessions[i].reasons;
    if (reasons.empty() || reasons.back().code != ReasonCode::on_paper) return;  // not begun, or told already
    reasons.push_back({.code = ReasonCode::taps_during_absence, .tap = no});
  }

  void note_exempt(Run run) {
    for (auto i = run.first; i <= run.last; ++i) {
      if (is_excused(i) || !has_begun(i)) continue;
      verdict_.sessions[i].state = SessionState::exempt;
      verdict_.sessions[i].reasons.push_back({.code = ReasonCode::exempt});
    }
  }

  void claim_each_session(Run run) {
    const auto served = deal_out(facts_.taps, facts_.date, plan_, windows_, excused_);
    for (auto i = run.first; i <= run.last; ++i) {
      if (is_excused(i) || !has_begun(i)) continue;
      auto ends = ends_of(i, served[i]);
      if (excused_ != 0 || cut_) keep_from_harm(i, ends);
      verdict_.sessions[i].in = ends.in;
      verdict_.sessions[i].out = ends.out;
      if (is_running(i, i)) continue;
      auto& claim = claims_[i];
      claim = {.open = true, .first = i, .last = i, .fragile = ends.fragile};
      claim.absent = served[i].empty();
      claim.missing_in = !claim.absent && ends.in == none;
      claim.missing_out = !claim.absent && ends.out == none;
      claim.undecided = ends.undecided;
      find_minutes(run, i, ends.in, ends.out);
      claim.ask_for_what_is_missing();
    }
  }

  [[nodiscard]] Ends ends_of(std::size_t i, const Served& served) const {
    return find_ends(served, facts_.taps, facts_.date, owed_[i].start, owed_[i].end, *session(i).schedule);
  }

  /// A paper sets noon taps free for the other session, or moves an end towards a lone tap; with that help a
  /// tap that could not be told to be an in, or an out, becomes one. It must not become late or early by it.
  void keep_from_harm(std::size_t i, Ends& ends) const {
    const bool late = ends.in != none && minute_of(ends.in) - owed_[i].start > session(i).late_grace;
    const bool early = ends.out != none && owed_[i].end - minute_of(ends.out) > session(i).early_grace;
    if (!late && !early) return;
    const auto served = deal_out(facts_.taps, facts_.date, plan_, windows_, 0)[i];
    const auto without =
        find_ends(served, facts_.taps, facts_.date, session(i).start, session(i).end, *session(i).schedule);
    if (late && without.in == none) ends.in = none;
    if (early && without.out == none) ends.out = none;
  }

  /// A schedule that demands the first in, and perhaps the last out, sees the day as one stretch. A session
  /// that is over before the in, or begins after the out, is one in which nobody saw the person. Papers take
  /// their sessions out of the answer, not out of the stretch: they can never make another session late or
  /// absent.
  void claim_stretch(Run run) {
    const auto& schedule = *session(run.first).schedule;
    const bool out_is_demanded = schedule.taps == TapsDemanded::day_ends;
    const auto served = serve_stretch(run);
    Ends ends;
    if (out_is_demanded) {
      ends = find_ends(served, facts_.taps, facts_.date, session(run.first).start, session(run.last).end,
                       schedule);
    } else if (served.first_in != none && minute_of(served.first_in) < session(run.last).end) {
      ends.in = served.first_in;
    }
    auto opened = run.first, closed = run.last;  // the sessions that the in opens and the out closes
    while (ends.in != none && opened < run.last && session(opened).end <= minute_of(ends.in)) ++opened;
    while (ends.out != none && closed > opened && session(closed).start >= minute_of(ends.out)) --closed;
    // A missing end is asked of the session nearest to it that nothing excuses.
    auto asked_in = run.first, asked_out = run.last;
    while (asked_in < run.last && is_excused(asked_in)) ++asked_in;
    while (asked_out > run.first && is_excused(asked_out)) --asked_out;

    for (auto i = run.first; i <= run.last; ++i) {
      if (is_excused(i) || !has_begun(i)) continue;
      auto& verdict = verdict_.sessions[i];
      if (i == opened) verdict.in = ends.in;
      if (i == closed) verdict.out = ends.out;
      if (is_running(i, out_is_demanded ? run.last : i)) continue;
      auto& claim = claims_[i];
      claim = {.open = true, .first = run.first, .last = run.last, .fragile = ends.fragile};
      claim.undecided = ends.undecided;
      if (served.empty()) {
        claim.absent = true;
        claim.ask_for_what_is_missing();
      } else if (i < opened) {
        claim.absent = true;
        claim.needs_until = ends.in;
        claim.needs_all = claim.fragile;
      } else if (i > closed) {
        claim.absent = true;
        claim.needs_since = ends.out;
        claim.needs_all = claim.fragile;
      } else {
        claim.missing_in = i == asked_in && ends.in == none;
        claim.missing_out = i == asked_out && ends.out == none && out_is_demanded;
        find_minutes(run, i, verdict.in, verdict.out);
        claim.ask_for_what_is_missing();
      }
    }
  }

  [[nodiscard]] Served serve_stretch(Run run) const {
    Served served;
    for (TapNo no = 0; no < static_cast<TapNo>(facts_.taps.size()); ++no) {
      const auto& tap = tap_at(facts_.taps, no);
      if (tap.repeat) continue;
      const auto place = windows_.place_of(clock_minute(tap, facts_.date));
      const bool is_within = place.session >= run.first && place.session <= run.last;
      if (place.where != DayWindows::Place::Where::outside && is_within) served.take(no, tap);
    }
    return served;
  }

  /// By how much the in is too late and the out too early, by taps or by what a correction states. With
  /// flexible hours the last out is due as much later as the first in was, or earlier.
  void find_minutes(Run run, std::size_t i, TapNo in, TapNo out) {
    auto& claim = claims_[i];
    const auto stated = this->stated(i);
    std::optional<minutes> came, left;
    if (in != none) came = minute_of(in);
    if (out != none) left = minute_of(out);
    if (stated.in != nullptr) came = stated.in_at;
    if (stated.out != nullptr) left = stated.out_at;
    auto due_in = owed_[i].start, due_out = owed_[i].end;
    if (i == run.first && due_in == session(i).start && !session(i).is_duty) {
      due_in += plan_.flex_later;
      if (came) slide_ = std::clamp(*came - session(i).start, -plan_.flex_earlier, plan_.flex_later);
    }
    if (i == run.last && due_out == session(i).end && !session(i).is_duty) due_out += slide_;
    if (came && *came - due_in > session(i).late_grace) claim.late_by = *came - due_in;
    if (left && due_out - *left > session(i).early_grace) claim.early_by = due_out - *left;
    if (stated.in == nullptr) claim.needs_until = in;
    if (stated.out == nullptr) claim.needs_since = out;
    if (claim.early_by > minutes(0) && slide_ > -plan_.flex_earlier) {
      claim.first = run.first;  // who came earlier might have left earlier
      claim.fragile = true;
    }
  }

  /// Late and early count from the scheduled start and end, or by the schedule's choice from the end of
  /// grace; what a regime allows goes off first, and grace comes on top of it.
  void count_minutes() {
    std::array<Shortfall, sessions_max> shortfalls;
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      shortfalls[i] = {.late = claims_[i].late_by, .early = claims_[i].early_by};
    }
    set_off(facts_.regimes, facts_.date, std::span(shortfalls).first(claims_.size()));
    bool some_off = false;
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      auto& claim = claims_[i];
      const auto& shortfall = shortfalls[i];
      claim.late = counted(claim.late_by - shortfall.late_off, session(i).late_grace, i);
      claim.early = counted(claim.early_by - shortfall.early_off, session(i).early_grace, i);
      const auto off = shortfall.late_off + shortfall.early_off;
      if (off > minutes(0))
        verdict_.sessions[i].reasons.push_back({.code = ReasonCode::allowance, .span = off});
      // An unseen tap of an earlier session would have left more of the allowance for this one.
      if (some_off && (claim.late > minutes(0) || claim.early > minutes(0))) {
        claim.first = 0;
        claim.needs_all = true;
      }
      some_off = some_off || off > minutes(0);
    }
  }

  [[nodiscard]] minutes counted(minutes by, minutes grace, std::size_t i) const {
    if (by <= grace) return minutes(0);
    return session(i).schedule->minutes_after_grace ? by - grace : by;
  }

  /// `last`: the session after whose window nothing can change session `i` any more.
  [[nodiscard]] bool is_running(std::size_t i, std::size_t last) {
    if (facts_.now > end_of(plan_.sessions.back().closes))
      return false;  // nearly every day that is asked for
    const auto settled_after = windows_.settled_after(last);
    if (facts_.now > end_of(settled_after)) return false;
    const auto stated = this->stated(i);
    if (stated.absent != nullptr || (stated.in != nullptr && stated.out != nullptr)) return false;
    set_provisional(i, {.code = ReasonCode::still_running, .span = settled_after});
    return true;
  }

  void set_provisional(std::size_t i, const Reason& why) {
    verdict_.sessions[i].state = SessionState::provisional;
    verdict_.sessions[i].reasons.push_back(why);
  }

  void settle(std::size_t i) {
    auto& claim = claims_[i];
    auto& verdict = verdict_.sessions[i];
    const auto correction = correct(i);
    const bool in_is_stated = correction && claim.needs_until == none;
    const bool out_is_stated = correction && claim.needs_since == none;
    for (const auto end : {in_is_stated ? none : verdict.in, out_is_stated ? none : verdict.out}) {
      if (end != none && tap_at(facts_.taps, end).clock_doubtful)
        return set_provisional(i, {.code = ReasonCode::clock_doubtful, .tap = end});
    }
    const bool is_concluded = claim.absent && correction;
    if (claim.is_against_the_person() && !is_concluded) {
      if (const auto doubt = find_doubt(facts_, windows_, watch_, claim)) return set_provisional(i, *doubt);
    }
    verdict.state = claim.absent ? SessionState::absent : SessionState::present;
    verdict.missing_in = claim.missing_in;
    verdict.missing_out = claim.missing_out;
    verdict.late = claim.late;
    verdict.early = claim.early;
    if (correction) verdict.reasons.push_back(*correction);
    if (owed_[i].closure) verdict.reasons.push_back({.code = ReasonCode::closure});
    if (owed_[i].paper != nullptr && !owed_[i].is_excused)
      verdict.reasons.push_back({.code = ReasonCode::partly_excused, .paper = owed_[i].paper});
    if (claim.is_against_the_person()) tell(i, is_concluded);
  }

  /// The claim as approved corrections change it, and the reason for that; nothing where they say nothing
  /// that the taps do not.
  [[nodiscard]] std::optional<Reason> correct(std::size_t i) {
    if (stated_.empty()) return std::nullopt;
    const auto by_taps = claims_[i];
    const auto* by = apply(stated_[i], claims_[i]);
    if (by == nullptr) return std::nullopt;
    const bool was_in_doubt =
        by_taps.is_against_the_person() && find_doubt(facts_, windows_, watch_, by_taps).has_value();
    return Reason{.code = was_in_doubt ? ReasonCode::concluded : ReasonCode::corrected, .correction = by};
  }

  void tell(std::size_t i, bool is_concluded) {
    const auto& claim = claims_[i];
    const auto stated = this->stated(i);
    auto& reasons = verdict_.sessions[i].reasons;
    if (claim.late > minutes(0)) {
      reasons.push_back({.code = ReasonCode::late,
                         .span = claim.late,
                         .tap = verdict_.sessions[i].in,
                         .correction = stated.in});
    }
    if (claim.early > minutes(0)) {
      reasons.push_back({.code = ReasonCode::left_early,
                         .span = claim.early,
                         .tap = verdict_.sessions[i].out,
                         .correction = stated.out});
    }
    if (claim.undecided != none)
      reasons.push_back({.code = ReasonCode::direction_unknown, .tap = claim.undecided});
    if (claim.missing_in) reasons.push_back({.code = ReasonCode::missing_in});
    if (claim.missing_out) reasons.push_back({.code = ReasonCode::missing_out});
    if (claim.absent && !is_concluded) tell_absent(stated, reasons);
    if (stated.pending != nullptr)
      reasons.push_back({.code = ReasonCode::explained, .correction = stated.pending});
  }

  /// Nobody reads "without reason" before the time for explaining is over, or the head has refused.
  void tell_absent(const StatedSession& stated, InlineVector<Reason, reasons_max>& reasons) const {
    const bool time_is_over = facts_.now >= LocalTime(plan_.explain_until + std::chrono::days(1));
    const bool refused = stated.refused != nullptr && stated.pending == nullptr;
    if (refused || (time_is_over && stated.pending == nullptr)) {
      reasons.push_back({.code = ReasonCode::unexplained, .correction = stated.refused});
    } else {
      reasons.push_back({.code = ReasonCode::no_tap});
    }
  }

  const DayFacts& facts_;
  const DayPlan& plan_;
  const Watch& watch_;
  DayVerdict& verdict_;
  const OwedDay owed_;
  const DayWindows windows_;
  StatedDay stated_;  // empty: no correction speaks of the day
  SessionMask excused_ = 0;
  bool cut_ = false;  // a paper or a closure moves an end of some session
  minutes slide_{0};  // of flexible hours: by how much the last out is due later
  InlineVector<Claim, sessions_max> claims_;
};

}  // namespace

void judge(const DayFacts& facts, const Watch& watch, DayVerdict& verdict) {
  if (facts.plan->sessions.empty() || !is_regular_day(facts))
    return judge_by_all_rules(facts, watch, verdict);
  verdict.kind = facts.plan->kind;
  verdict.temporary_card = false;
  verdict.sessions.clear();
  for (TapNo in = 0; in < static_cast<TapNo>(facts.taps.size()); in += 2) {
    auto& session = verdict.sessions.grow();
    session.state = SessionState::present;
    session.in = in;
    session.out = in + 1;
  }
}

void judge_by_all_rules(const DayFacts& facts, const Watch& watch, DayVerdict& verdict) {
  verdict.kind = facts.plan->kind;
  verdict.temporary_card = std::any_of(facts.taps.begin(), facts.taps.end(), [&](const Tap& tap) {
    return tap.temporary && !tap.repeat && std::chrono::floor<std::chrono::days>(tap.at) == facts.date;
  });
  verdict.sessions.clear();
  if (!facts.plan->sessions.empty()) DayJudge(facts, watch, verdict).judge();
}

}  // namespace badge::attendance
