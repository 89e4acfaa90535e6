#include "server/attendance/judge.hpp"

#include <algorithm>
#include <optional>

#include "server/attendance/regular_day.hpp"
#include "server/attendance/session_taps.hpp"
#include "server/attendance/windows.hpp"

namespace badge::attendance {

namespace {

/// What is to be said of a session if no tap went unseen, and when one could have been that changes it.
struct Claim {
  bool absent = false, missing_in = false, missing_out = false;
  TapNo undecided = none;
  minutes late{0}, early{0};
  bool needs_all = false;    // every tap of the reach must have been heard
  TapNo needs_until = none;  // … only those before this one
  TapNo needs_since = none;  // … only those after this one

  [[nodiscard]] bool is_against_the_person() const {
    return absent || missing_in || missing_out || late > minutes(0) || early > minutes(0);
  }
};

bool covers(const Absence& paper, Date date, const SessionRule& session) {
  return paper.days.contains(date) &&
         (paper.sessions.empty() ||
          std::find(paper.sessions.begin(), paper.sessions.end(), session.name) != paper.sessions.end());
}

class DayJudge {
 public:
  DayJudge(const DayFacts& facts, const Watch& watch, DayVerdict& verdict)
      : facts_(facts),
        plan_(*facts.plan),
        watch_(watch),
        verdict_(verdict),
        excused_(excused_sessions(facts)),
        windows_(facts.before, plan_, facts.after) {}

  void judge() {
    for (std::size_t i = 0; i < plan_.sessions.size(); ++i) verdict_.sessions.grow();
    if (excused_ != 0) note_papers();
    switch (plan_.schedule->taps) {
      case TapsDemanded::each_session:
        return judge_each_session();
      case TapsDemanded::day_ends:
      case TapsDemanded::first_only:
        return judge_stretch();
      case TapsDemanded::none:
        return note_exempt();
    }
  }

 private:
  [[nodiscard]] bool is_excused(std::size_t i) const { return has_session(excused_, i); }
  [[nodiscard]] bool has_begun(std::size_t i) const { return facts_.now >= time(plan_.sessions[i].start); }
  [[nodiscard]] LocalTime time(minutes minute) const { return LocalTime(facts_.date) + minute; }
  [[nodiscard]] LocalTime end_of(minutes minute) const { return time(minute) + seconds(59); }
  [[nodiscard]] minutes minute_of(TapNo no) const {
    return clock_minute(tap_at(facts_.taps, no), facts_.date);
  }

  void note_papers() {
    const auto papers = papers_of_sessions(facts_);
    for (std::size_t i = 0; i < plan_.sessions.size(); ++i) {
      if (!is_excused(i) || !has_begun(i)) continue;
      verdict_.sessions[i].state = SessionState::excused;
      verdict_.sessions[i].reasons.push_back({.code = ReasonCode::on_paper, .paper = papers[i]});
    }
    for (TapNo no = 0; no < static_cast<TapNo>(facts_.taps.size()); ++no) {
      if (tap_at(facts_.taps, no).repeat) continue;
      const auto place = windows_.place_of(minute_of(no));
      if (place.where == DayWindows::Place::Where::outside || !is_excused(place.session)) continue;
      if (place.where == DayWindows::Place::Where::noon && !is_excused(place.session + 1U)) continue;
      auto& session = verdict_.sessions[place.session];
      if (session.reasons.size() != 1) continue;  // not begun, or told already
      session.reasons.push_back({.code = ReasonCode::taps_during_absence, .tap = no});
    }
  }

  void note_exempt() {
    for (std::size_t i = 0; i < plan_.sessions.size(); ++i) {
      if (is_excused(i) || !has_begun(i)) continue;
      verdict_.sessions[i].state = SessionState::exempt;
      verdict_.sessions[i].reasons.push_back({.code = ReasonCode::exempt});
    }
  }

  void judge_each_session() {
    const auto served = deal_out(facts_.taps, facts_.date, plan_, windows_, excused_);
    for (std::size_t i = 0; i < plan_.sessions.size(); ++i) {
      if (is_excused(i) || !has_begun(i)) continue;
      const auto& session = plan_.sessions[i];
      auto ends = ends_of(i, served[i]);
      if (excused_ != 0 && is_late(session, ends.in) && ends_without_papers(i).in == none) ends.in = none;
      verdict_.sessions[i].in = ends.in;
      verdict_.sessions[i].out = ends.out;
      if (is_running(i, i)) continue;

      Claim claim;
      claim.absent = served[i].empty();
      claim.missing_in = !claim.absent && ends.in == none;
      claim.missing_out = !claim.absent && ends.out == none;
      claim.undecided = ends.undecided;
      add_minutes(claim, session, ends.in, ends.out);
      claim.needs_all = claim.absent || claim.missing_in || claim.missing_out || ends.fragile;
      settle(verdict_.sessions[i], claim, i, i);
    }
  }

  [[nodiscard]] Ends ends_of(std::size_t i, const Served& served) const {
    const auto& session = plan_.sessions[i];
    return find_ends(served, facts_.taps, facts_.date, session.start, session.end, *plan_.schedule);
  }

  /// A paper sets noon taps free for the other session, and with their help a tap that could not be told to
  /// be an in becomes one. It must not become late by that.
  [[nodiscard]] Ends ends_without_papers(std::size_t i) const {
    return ends_of(i, deal_out(facts_.taps, facts_.date, plan_, windows_, 0)[i]);
  }

  [[nodiscard]] bool is_late(const PlannedSession& session, TapNo in) const {
    return in != none && minute_of(in) - session.start > session.late_grace;
  }

  /// A schedule that demands the first in, and perhaps the last out, sees the day as one stretch. A session
  /// that is over before the in, or begins after the out, is one in which nobody saw the person. Papers take
  /// their sessions out of the answer, not out of the stretch: they can never make another session late or
  /// absent.
  void judge_stretch() {
    const bool out_is_demanded = plan_.schedule->taps == TapsDemanded::day_ends;
    const auto last = plan_.sessions.size() - 1;
    const auto served = serve_stretch();
    Ends ends;
    if (out_is_demanded) {
      ends = find_ends(served, facts_.taps, facts_.date, plan_.sessions.front().start,
                       plan_.sessions.back().end, *plan_.schedule);
    } else if (served.first_in != none && minute_of(served.first_in) < plan_.sessions.back().end) {
      ends.in = served.first_in;
    }
    std::size_t opened = 0, closed = last;  // the sessions that the in opens and the out closes
    while (ends.in != none && opened < last && plan_.sessions[opened].end <= minute_of(ends.in)) ++opened;
    while (ends.out != none && closed > opened && plan_.sessions[closed].start >= minute_of(ends.out))
      --closed;
    // A missing end is asked of the session nearest to it that no paper covers.
    std::size_t asked_in = 0, asked_out = last;
    while (asked_in < last && is_excused(asked_in)) ++asked_in;
    while (asked_out > 0 && is_excused(asked_out)) --asked_out;

    for (std::size_t i = 0; i <= last; ++i) {
      if (is_excused(i) || !has_begun(i)) continue;
      auto& session = verdict_.sessions[i];
      if (i == opened) session.in = ends.in;
      if (i == closed) session.out = ends.out;
      if (is_running(i, out_is_demanded ? last : i)) continue;
      Claim claim;
      claim.undecided = ends.undecided;
      if (served.empty()) {
        claim.absent = claim.needs_all = true;
      } else if (i < opened) {
        claim.absent = true;
        claim.needs_until = ends.in;
      } else if (i > closed) {
        claim.absent = true;
        claim.needs_since = ends.out;
      } else {
        claim.missing_in = i == asked_in && ends.in == none;
        claim.missing_out = i == asked_out && ends.out == none && out_is_demanded;
        add_minutes(claim, plan_.sessions[i], session.in, session.out);
      }
      claim.needs_all = claim.needs_all || claim.missing_in || claim.missing_out || ends.fragile;
      settle(session, claim, 0, last);
    }
  }

  [[nodiscard]] Served serve_stretch() const {
    Served served;
    for (TapNo no = 0; no < static_cast<TapNo>(facts_.taps.size()); ++no) {
      const auto& tap = tap_at(facts_.taps, no);
      if (tap.repeat) continue;
      const auto place = windows_.place_of(clock_minute(tap, facts_.date));
      if (place.where != DayWindows::Place::Where::outside) served.take(no, tap);
    }
    return served;
  }

  /// Late and early count from the scheduled start and end, or by the schedule's choice from the end of
  /// grace.
  void add_minutes(Claim& claim, const PlannedSession& session, TapNo in, TapNo out) const {
    const bool after_grace = plan_.schedule->minutes_after_grace;
    if (in != none) {
      const auto late = minute_of(in) - session.start;
      if (is_late(session, in)) claim.late = after_grace ? late - session.late_grace : late;
      claim.needs_until = in;
    }
    if (out != none) {
      const auto early = session.end - minute_of(out);
      if (early > session.early_grace) claim.early = after_grace ? early - session.early_grace : early;
      claim.needs_since = out;
    }
  }

  /// `last`: the session after whose window nothing can change session `i` any more.
  [[nodiscard]] bool is_running(std::size_t i, std::size_t last) {
    if (facts_.now > end_of(plan_.sessions.back().closes))
      return false;  // nearly every day that is asked for
    const auto settled_after = windows_.settled_after(last);
    if (facts_.now > end_of(settled_after)) return false;
    set_provisional(verdict_.sessions[i], {.code = ReasonCode::still_running, .span = settled_after});
    return true;
  }

  static void set_provisional(SessionVerdict& session, const Reason& why) {
    session.state = SessionState::provisional;
    session.reasons.push_back(why);
  }

  /// `first` to `last`: the sessions in whose reach an unseen tap could change what is claimed.
  void settle(SessionVerdict& session, const Claim& claim, std::size_t first, std::size_t last) const {
    const bool against = claim.is_against_the_person();
    for (const auto end : {session.in, session.out}) {
      if (end != none && tap_at(facts_.taps, end).clock_doubtful) {
        return set_provisional(session, {.code = ReasonCode::clock_doubtful, .tap = end});
      }
    }
    if (against) {
      if (const auto doubt = find_doubt(claim, first, last)) return set_provisional(session, *doubt);
    }
    session.state = claim.absent ? SessionState::absent : SessionState::present;
    session.missing_in = claim.missing_in;
    session.missing_out = claim.missing_out;
    session.late = claim.late;
    session.early = claim.early;
    if (against) tell(session, claim);
  }

  [[nodiscard]] std::optional<Reason> find_doubt(const Claim& claim, std::size_t first,
                                                 std::size_t last) const {
    if (claim.absent && !facts_.has_badge) return Reason{.code = ReasonCode::no_badge};
    // A tap whose time is unknown may belong anywhere in the day.
    for (TapNo no = 0; no < static_cast<TapNo>(facts_.taps.size()); ++no) {
      if (tap_at(facts_.taps, no).clock_doubtful)
        return Reason{.code = ReasonCode::clock_doubtful, .tap = no};
    }
    for (auto i = first; i <= last; ++i) {
      for (const auto& window : windows_.reach(i)) {
        if (auto doubt = find_doubt_within(window, claim)) return doubt;
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<Reason> find_doubt_within(const Window& window, const Claim& claim) const {
    const auto from = time(window.opens);
    const auto to = end_of(window.closes);
    if (claim.needs_all) return first_doubt(from, to);
    if (claim.needs_until != none && (claim.late > minutes(0) || claim.absent)) {
      const auto in = tap_at(facts_.taps, claim.needs_until).at;
      if (auto doubt = first_doubt(from, std::min(to, in))) return doubt;
    }
    if (claim.needs_since != none && (claim.early > minutes(0) || claim.absent)) {
      // An unseen tap just before the last one would have made that one a repeat.
      const auto since = tap_at(facts_.taps, claim.needs_since).at - plan_.schedule->repeat_quiet;
      return first_doubt(std::max(from, since), to);
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<Reason> first_doubt(LocalTime from, LocalTime to) const {
    if (from > to) return std::nullopt;
    return watch_.first_doubt(from, to, facts_.has_badge);
  }

  void tell(SessionVerdict& session, const Claim& claim) const {
    auto& reasons = session.reasons;
    if (claim.absent) reasons.push_back({.code = ReasonCode::no_tap});
    if (claim.late > minutes(0))
      reasons.push_back({.code = ReasonCode::late, .span = claim.late, .tap = session.in});
    if (claim.early > minutes(0)) {
      reasons.push_back({.code = ReasonCode::left_early, .span = claim.early, .tap = session.out});
    }
    if (claim.undecided != none) {
      reasons.push_back({.code = ReasonCode::direction_unknown, .tap = claim.undecided});
    }
    if (claim.missing_in) reasons.push_back({.code = ReasonCode::missing_in});
    if (claim.missing_out) reasons.push_back({.code = ReasonCode::missing_out});
  }

  const DayFacts& facts_;
  const DayPlan& plan_;
  const Watch& watch_;
  DayVerdict& verdict_;
  SessionMask excused_;
  DayWindows windows_;
};

}  // namespace

void judge(const DayFacts& facts, const Watch& watch, DayVerdict& verdict) {
  if (facts.plan->sessions.empty() || !is_regular_day(facts))
    return judge_by_all_rules(facts, watch, verdict);
  verdict.kind = facts.plan->kind;
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
  verdict.sessions.clear();
  if (!facts.plan->sessions.empty()) DayJudge(facts, watch, verdict).judge();
}

InlineVector<const Absence*, sessions_max> papers_of_sessions(const DayFacts& facts) {
  InlineVector<const Absence*, sessions_max> papers;
  for (const auto& session : facts.plan->sessions) {
    const Absence* covering = nullptr;
    for (const auto& paper : facts.papers) {
      if (covers(paper, facts.date, *session.rule)) covering = &paper;
    }
    papers.push_back(covering);
  }
  return papers;
}

SessionMask excused_sessions(const DayFacts& facts) {
  SessionMask excused = 0;
  const bool has_paper = std::any_of(facts.papers.begin(), facts.papers.end(),
                                     [&](const Absence& paper) { return paper.days.contains(facts.date); });
  if (!has_paper) return excused;
  const auto papers = papers_of_sessions(facts);
  for (std::size_t i = 0; i < papers.size(); ++i) {
    if (papers[i] != nullptr) excused |= 1U << i;
  }
  return excused;
}

}  // namespace badge::attendance
