#include "server/attendance/claims.hpp"

#include <algorithm>
#include <optional>

#include "server/attendance/due.hpp"
#include "server/attendance/session_taps.hpp"

namespace badge::attendance {

namespace {

using Place = DayWindows::Place;

/// Sessions of one schedule that follow each other: `first` to `last`.
struct Run {
  std::size_t first, last;
};

class ClaimMaker {
 public:
  ClaimMaker(const PreparedDay& day, Claims& claims, DayVerdict& verdict)
      : day_(day), verdict_(verdict), claims_(claims), due_(day) {
    for (std::size_t i = 0; i < day.plan.sessions.size(); ++i) claims_.grow();
  }

  void make() {
    const auto count = claims_.size();
    for (Run run{0, 0}; run.first < count; run = {run.last + 1, run.last + 1}) {
      while (run.last + 1 < count && day_.session(run.last + 1).schedule == day_.session(run.first).schedule)
        ++run.last;
      switch (day_.session(run.first).schedule->taps) {
        case TapsDemanded::each_session:
          claim_each_session(run);
          break;
        case TapsDemanded::day_ends:
        case TapsDemanded::first_only:
          claim_stretch(run);
          break;
        case TapsDemanded::none:
          break;
      }
    }
  }

 private:
  [[nodiscard]] bool is_asked(std::size_t i) const { return !day_.is_excused(i) && day_.has_begun(i); }
  [[nodiscard]] ServedSessions deal_out(SessionMask excused) const {
    return attendance::deal_out(day_.facts.taps, day_.facts.date, day_.plan, day_.windows, excused);
  }
  [[nodiscard]] Ends find_ends(const Served& served, minutes start, minutes end, std::size_t i) const {
    return attendance::find_ends(served, day_.facts.taps, day_.facts.date, start, end,
                                 *day_.session(i).schedule);
  }

  [[nodiscard]] Ends ends_without_papers(std::size_t i) const {
    return find_ends(deal_out(0)[i], day_.session(i).start, day_.session(i).end, i);
  }

  void claim_each_session(Run run) {
    const auto served = deal_out(day_.covered);
    for (auto i = run.first; i <= run.last; ++i) {
      if (day_.is_excused(i)) due_.pass(i, ends_without_papers(i).in);
      if (!is_asked(i)) continue;
      const auto ends = ends_of(i, served[i]);
      verdict_.sessions[i].in = ends.in;
      verdict_.sessions[i].out = ends.out;
      auto& claim = claims_[i];
      claim.open = true;
      claim.first = claim.last = claim.settled_by = i;
      claim.fragile = ends.fragile;
      claim.asks_in = claim.asks_out = !day_.owed[i].is_excused;
      claim.absent = served[i].empty();
      claim.missing_in = claim.asks_in && !claim.absent && ends.in == none;
      claim.missing_out = claim.asks_out && !claim.absent && ends.out == none;
      claim.undecided = ends.undecided;
      due_.hold_against(i, ends.in, ends.out, claim);
      claim.ask_for_what_is_missing();
    }
  }

  [[nodiscard]] Ends ends_of(std::size_t i, const Served& served) const {
    auto ends = find_ends(served, day_.session(i).start, day_.session(i).end, i);
    if (day_.covered != 0) keep_from_harm(i, ends);
    if (day_.is_cut(i)) help(i, ends);
    return ends;
  }

  /// A paper sets noon taps free for the other session. With their help a tap that could not be told to be an
  /// in, or an out, becomes one; it must not become late or early by it.
  void keep_from_harm(std::size_t i, Ends& ends) const {
    const bool late = ends.in != none && due_.is_late(i, day_.minute_of(ends.in));
    const bool early = ends.out != none && due_.is_early(i, day_.minute_of(ends.out));
    if (!late && !early) return;
    const auto without = ends_without_papers(i);
    if (late && without.in == none) ends.in = none;
    if (early && without.out == none) ends.out = none;
  }

  /// What end a lone tap is, the session's own hours say. Only where they do not, and a paper moves an end so
  /// that the tap is an in, or an out, in time, it is that one: so a paper can only help.
  void help(std::size_t i, Ends& ends) const {
    if (ends.undecided == none) return;
    const auto tap = ends.undecided;
    const bool in_time_in = !due_.is_late(i, day_.minute_of(tap));
    const bool in_time_out = !due_.is_early(i, day_.minute_of(tap));
    if (!in_time_in && !in_time_out) return;
    ends.undecided = none;
    (in_time_in ? ends.in : ends.out) = tap;
  }

  /// A schedule that demands the first in, and perhaps the last out, sees the day as one stretch. A session
  /// that is over before the in, or begins after the out, is one in which nobody saw the person. Papers take
  /// their sessions out of the answer, not out of the stretch: they can never make another session late or
  /// absent.
  void claim_stretch(Run run) {
    const auto& schedule = *day_.session(run.first).schedule;
    const bool out_is_demanded = schedule.taps == TapsDemanded::day_ends;
    const auto served = serve_stretch(run);
    Ends ends;
    if (out_is_demanded) {
      ends = find_ends(served, day_.session(run.first).start, day_.session(run.last).end, run.first);
    } else if (served.first_in != none && day_.minute_of(served.first_in) < day_.session(run.last).end) {
      ends.in = served.first_in;
    }
    std::optional<minutes> came, left;
    if (ends.in != none) came = day_.minute_of(ends.in);
    if (ends.out != none) left = day_.minute_of(ends.out);
    const auto tap_opens = opened_by(run, came), tap_closes = closed_by(run, left);
    widen(run, out_is_demanded, came, left);
    const auto opened = opened_by(run, came), closed = closed_by(run, left);
    // A missing end is asked of the session nearest to it that nothing excuses.
    auto asked_in = run.first, asked_out = run.last;
    while (asked_in < run.last && day_.owed[asked_in].is_excused) ++asked_in;
    while (asked_out > run.first && day_.owed[asked_out].is_excused) --asked_out;

    for (auto i = run.first; i <= run.last; ++i) {
      if (day_.is_excused(i) && i == opened) due_.pass(i, ends.in);
      if (!is_asked(i)) continue;
      auto& verdict = verdict_.sessions[i];
      if (i == tap_opens) verdict.in = ends.in;
      if (i == std::max(tap_opens, tap_closes)) verdict.out = ends.out;
      auto& claim = claims_[i];
      claim.open = true;
      claim.first = run.first;
      claim.last = run.last;
      claim.fragile = ends.fragile;
      claim.settled_by = out_is_demanded ? run.last : i;
      claim.undecided = ends.undecided;
      const bool is_owed = !day_.owed[i].is_excused;
      claim.asks_in = i == asked_in && is_owed;
      claim.asks_out = i == asked_out && is_owed && out_is_demanded;
      if (served.empty() && !came && !left) {
        claim.absent = true;
      } else if (i < opened || i > closed) {
        claim.absent = true;
        claim.lacks_in = claim.asks_in = i < opened;
        claim.lacks_out = claim.asks_out = i > closed;
      } else {
        claim.missing_in = claim.asks_in && !came;
        claim.missing_out = claim.asks_out && !left;
      }
      const bool opens = i == opened && !claim.absent, closes = i == closed && !claim.absent;
      due_.hold_against(i, opens ? verdict.in : none, closes ? verdict.out : none, claim);
      ask_for_the_stretch(i<opened, i> closed, ends, claim);
    }
  }

  /// Absent beside an in or an out: only the taps before it, or after it, could say otherwise.
  static void ask_for_the_stretch(bool before, bool after, const Ends& ends, Claim& claim) {
    const auto end = before ? ends.in : after ? ends.out : none;
    if (!claim.absent || end == none) return claim.ask_for_what_is_missing();
    (before ? claim.needs_until : claim.needs_since) = end;
    claim.needs_all = claim.fragile;
  }

  [[nodiscard]] std::size_t opened_by(Run run, std::optional<minutes> came) const {
    auto opened = run.first;
    while (came && opened < run.last && day_.session(opened).end <= *came) ++opened;
    return opened;
  }
  [[nodiscard]] std::size_t closed_by(Run run, std::optional<minutes> left) const {
    auto closed = run.last;
    while (left && closed > run.first && day_.session(closed).start >= *left) --closed;
    return closed;
  }

  /// Who is stated to have been there was there, taps or not. That a session was attended says of those
  /// beside it only that the stretch was no shorter.
  void widen(Run run, bool out_is_demanded, std::optional<minutes>& came,
             std::optional<minutes>& left) const {
    const auto since = [&](minutes in) { came = std::min(came.value_or(in), in); };
    const auto until = [&](minutes out) { left = std::max(left.value_or(out), out); };
    for (auto i = run.first; i <= run.last; ++i) {
      const auto& stated = day_.stated(i);
      if (stated.in_at) since(*stated.in_at);
      if (stated.out_at && out_is_demanded) until(*stated.out_at);
    }
    for (auto i = run.first; i <= run.last; ++i) {
      if (day_.stated(i).says_in_time_in() && (came || i == run.first)) since(day_.session(i).start);
      if (day_.stated(i).says_in_time_out() && out_is_demanded && (left || i == run.last))
        until(day_.session(i).end);
    }
  }

  /// Noons between sessions of the stretch are within it; one beside it is shared.
  [[nodiscard]] Served serve_stretch(Run run) const {
    Served served;
    for (TapNo no = 0; no < static_cast<TapNo>(day_.facts.taps.size()); ++no) {
      if (day_.tap(no).repeat) continue;
      const auto place = day_.windows.place_of(day_.minute_of(no));
      const bool is_within = place.session >= run.first &&
                             place.session + (place.where == Place::Where::noon ? 1U : 0U) <= run.last;
      const bool is_own = place.where == Place::Where::session || place.where == Place::Where::noon;
      if (is_own && is_within) served.take(no, day_.tap(no));
    }
    if (run.first == 0 && run.last + 1 == day_.plan.sessions.size()) return served;
    const auto shared = deal_out(0);
    const auto in = shared[run.first].first_in;
    if (in != none && (served.first_in == none || in < served.first_in)) served.first_in = in;
    served.last_out = std::max(served.last_out, shared[run.last].last_out);
    return served;
  }

  const PreparedDay& day_;
  DayVerdict& verdict_;
  Claims& claims_;
  Due due_;
};

}  // namespace

void make_claims(const PreparedDay& day, Claims& claims, DayVerdict& verdict) {
  ClaimMaker(day, claims, verdict).make();
}

}  // namespace badge::attendance
