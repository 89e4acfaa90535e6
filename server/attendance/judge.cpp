#include "server/attendance/judge.hpp"

#include <algorithm>
#include <optional>

#include "server/attendance/allowance.hpp"
#include "server/attendance/claims.hpp"
#include "server/attendance/doubt.hpp"
#include "server/attendance/prepared_day.hpp"
#include "server/attendance/regular_day.hpp"

namespace badge::attendance {

namespace {

class DayJudge {
 public:
  DayJudge(const DayFacts& facts, const Watch& watch, DayVerdict& verdict)
      : day_(facts), watch_(watch), verdict_(verdict) {
    for (std::size_t i = 0; i < day_.plan.sessions.size(); ++i) {
      verdict_.sessions.grow();
      corrected_.grow();
    }
  }

  void judge() {
    if (day_.excused != 0) note_excuses();
    note_exempt();
    make_claims(day_, claims_, verdict_);
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      if (claims_[i].open && is_running(i)) claims_[i] = {};
      if (claims_[i].open) correct(i);
    }
    count_minutes();
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      if (claims_[i].open) settle(i);
    }
  }

 private:
  void note_excuses() {
    for (std::size_t i = 0; i < day_.plan.sessions.size(); ++i) {
      if (!day_.is_excused(i) || !day_.has_begun(i)) continue;
      auto& verdict = verdict_.sessions[i];
      verdict.state = SessionState::excused;
      if (day_.owed[i].closure) verdict.reasons.push_back({.code = ReasonCode::closure});
      if (day_.owed[i].paper != nullptr)
        verdict.reasons.push_back({.code = ReasonCode::on_paper, .paper = day_.owed[i].paper});
    }
    for (TapNo no = 0; no < static_cast<TapNo>(day_.facts.taps.size()); ++no) {
      if (day_.tap(no).repeat) continue;
      const auto place = day_.windows.place_of(day_.minute_of(no));
      const bool at_noon = place.where == DayWindows::Place::Where::noon;
      const bool is_own = at_noon || place.where == DayWindows::Place::Where::session;
      if (!is_own || !day_.is_excused(place.session)) continue;
      if (at_noon && !day_.is_excused(place.session + 1U)) continue;
      note_conflict(place.session, no);
    }
  }

  /// The first tap inside a paper's session; of a closure nobody minds who came.
  void note_conflict(std::size_t i, TapNo no) {
    auto& reasons = verdict_.sessions[i].reasons;
    if (reasons.empty() || reasons.back().code != ReasonCode::on_paper) return;  // not begun, or told already
    if (reasons.back().paper->kept_despite_taps) return;
    reasons.push_back({.code = ReasonCode::taps_during_absence, .tap = no});
  }

  void note_exempt() {
    for (std::size_t i = 0; i < day_.plan.sessions.size(); ++i) {
      if (day_.session(i).schedule->taps != TapsDemanded::none) continue;
      if (day_.is_excused(i) || !day_.has_begun(i)) continue;
      verdict_.sessions[i].state = SessionState::exempt;
      verdict_.sessions[i].reasons.push_back({.code = ReasonCode::exempt});
      note_marks(i);
    }
  }

  /// Nothing is demanded that an approved correction could mend: it is the timekeeper's mark, to be read and
  /// not counted.
  void note_marks(std::size_t i) {
    const auto& stated = day_.stated(i);
    auto& reasons = verdict_.sessions[i].reasons;
    for (const auto* mark : {stated.absent, stated.in, stated.out == stated.in ? nullptr : stated.out}) {
      if (mark != nullptr) reasons.push_back({.code = ReasonCode::marked, .correction = mark});
    }
  }

  [[nodiscard]] bool is_running(std::size_t i) {
    const auto& facts = day_.facts;
    // Nearly every day that is asked for is long over.
    if (facts.now > day_.end_of(day_.plan.sessions.back().closes) && !day_.windows.dusk()) return false;
    const auto settled_after = day_.windows.settled_after(claims_[i].settled_by);
    if (facts.now > day_.end_of(settled_after)) return false;
    const auto& stated = day_.stated(i);
    if (stated.absent != nullptr || (stated.in != nullptr && stated.out != nullptr)) return false;
    set_provisional(i, {.code = ReasonCode::still_running, .span = settled_after});
    return true;
  }

  void set_provisional(std::size_t i, const Reason& why) {
    verdict_.sessions[i].state = SessionState::provisional;
    verdict_.sessions[i].reasons.push_back(why);
  }

  /// Lets approved corrections change the claim, and notes which did, and whether the taps could have said
  /// anything at all.
  void correct(std::size_t i) {
    const auto by_taps = claims_[i];
    const auto* by = apply(day_.stated(i), claims_[i]);
    if (by == nullptr) return;
    corrected_[i] = {by, by_taps.is_against_the_person() && find_doubt(by_taps).has_value()};
  }

  [[nodiscard]] std::optional<Reason> find_doubt(const Claim& claim) const {
    return attendance::find_doubt(day_.facts, day_.windows, watch_, claim);
  }

  /// Late and early count from the scheduled start and end, or by the schedule's choice from the end of
  /// grace; what a regime allows goes off first, and grace comes on top of it.
  void count_minutes() {
    InlineVector<Shortfall, sessions_max> shortfalls;
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      auto& shortfall = shortfalls.grow();
      shortfall.late = claims_[i].late_by;
      shortfall.early = claims_[i].early_by;
    }
    set_off(day_.facts.regimes, day_.facts.date, {shortfalls.begin(), shortfalls.end()});
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      auto& claim = claims_[i];
      const auto& shortfall = shortfalls[i];
      claim.late = counted(claim.late_by - shortfall.late_off, day_.session(i).late_grace, i);
      claim.early = counted(claim.early_by - shortfall.early_off, day_.session(i).early_grace, i);
      const auto off = shortfall.late_off + shortfall.early_off;
      if (off > minutes(0))
        verdict_.sessions[i].reasons.push_back({.code = ReasonCode::allowance, .span = off});
      // An unseen tap, of this session or an earlier one, would have left more of the allowance.
      if (shortfall.shared && (claim.late > minutes(0) || claim.early > minutes(0))) {
        claim.first = 0;
        claim.needs_all = true;
      }
    }
  }

  [[nodiscard]] minutes counted(minutes by, minutes grace, std::size_t i) const {
    if (by <= grace) return minutes(0);
    return day_.session(i).schedule->minutes_after_grace ? by - grace : by;
  }

  void settle(std::size_t i) {
    auto& claim = claims_[i];
    auto& verdict = verdict_.sessions[i];
    const auto* correction = corrected_[i].by;
    const bool in_is_stated = correction != nullptr && claim.needs_until == none;
    const bool out_is_stated = correction != nullptr && claim.needs_since == none;
    for (const auto end : {in_is_stated ? none : verdict.in, out_is_stated ? none : verdict.out}) {
      if (end != none && day_.tap(end).clock_doubtful)
        return set_provisional(i, {.code = ReasonCode::clock_doubtful, .tap = end});
    }
    const bool is_concluded = claim.absent && correction != nullptr;
    if (claim.is_against_the_person() && !is_concluded) {
      if (const auto doubt = find_doubt(claim)) return set_provisional(i, *doubt);
    }
    verdict.state = claim.absent ? SessionState::absent : SessionState::present;
    verdict.missing_in = claim.missing_in;
    verdict.missing_out = claim.missing_out;
    verdict.late = claim.late;
    verdict.early = claim.early;
    if (correction != nullptr) {
      const auto code = corrected_[i].was_in_doubt ? ReasonCode::concluded : ReasonCode::corrected;
      verdict.reasons.push_back({.code = code, .correction = correction});
    }
    if (day_.owed[i].closure) verdict.reasons.push_back({.code = ReasonCode::closure});
    if (day_.owed[i].paper != nullptr && !day_.owed[i].is_excused)
      verdict.reasons.push_back({.code = ReasonCode::partly_excused, .paper = day_.owed[i].paper});
    if (claim.is_against_the_person()) tell(i, is_concluded);
  }

  void tell(std::size_t i, bool is_concluded) {
    const auto& claim = claims_[i];
    const auto& stated = day_.stated(i);
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
    const bool time_is_over = day_.facts.now >= LocalTime(day_.plan.explain_until + std::chrono::days(1));
    const bool refused = stated.refused != nullptr && stated.pending == nullptr;
    if (refused || (time_is_over && stated.pending == nullptr)) {
      reasons.push_back({.code = ReasonCode::unexplained, .correction = stated.refused});
    } else {
      reasons.push_back({.code = ReasonCode::no_tap});
    }
  }

  struct Corrected {
    const Correction* by = nullptr;  // null: nothing changed the claim
    bool was_in_doubt = false;
  };
  const PreparedDay day_;
  const Watch& watch_;
  DayVerdict& verdict_;
  Claims claims_;
  InlineVector<Corrected, sessions_max> corrected_;
};

}  // namespace

void judge(const DayFacts& facts, const Watch& watch, DayVerdict& verdict) {
  if (!judge_regular_day(facts, verdict)) judge_by_all_rules(facts, watch, verdict);
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
