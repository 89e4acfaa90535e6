#include <algorithm>

#include "server/scenario/parts.hpp"

namespace badge::scenario {
namespace {

using attendance::ClockSpan;
using attendance::RuleFacts;

/// `from_time` and `to_time`; what is left out of the two is the beginning or the end of the day.
std::optional<ClockSpan> read_clock_span(Keys& keys) {
  ClockSpan span{minutes(0), day_length};
  keys.read_clock("from_time", span.from);
  keys.read_clock_or_end("to_time", span.to);
  if (!keys.has("from_time") && !keys.has("to_time")) return std::nullopt;
  return span;
}

void check_ends_later(Keys& keys, const std::optional<ClockSpan>& span) {
  if (!span || span->from < span->to) return;
  keys.refuse("to_time", keys.report().say("phải sau from_time", "must be after from_time"));
}

/// Names of sessions, each in some schedule of the scenario.
void read_sessions(Keys& keys, const Known& known, std::vector<std::string>& into) {
  keys.read("sessions", into);
  std::ranges::sort(into);
  for (const auto& name : into) {
    if (known.sessions.contains(name)) continue;
    keys.refuse("sessions", keys.report().say("không có buổi \"{}\" trong lịch nào của tình huống",
                                              "no schedule of the scenario has a session \"{}\"", name));
  }
}

void read_absence(Keys& keys, const Known& known, RuleFacts& facts) {
  attendance::Absence absence;
  keys.require({"kind", "from"});
  read_person(keys, known, absence.staff_code);
  keys.read("kind", absence.kind, absence_words());
  keys.read_days(absence.days);
  read_sessions(keys, known, absence.sessions);
  keys.read_weekdays("weekdays", absence.weekdays);
  absence.time = read_clock_span(keys);
  keys.read("paper", absence.paper);
  LocalTime reported{};
  keys.read("reported_at", reported);
  if (keys.has("reported_at")) absence.reported_at = reported;
  keys.read("approved_by", absence.approved_by);
  keys.read("kept_despite_taps", absence.kept_despite_taps);
  // Since `from` on the first day until `to` on the last: within one day, or one day a week, it must run
  // forwards.
  const bool of_one_day =
      absence.days.from == absence.days.to || absence.weekdays != attendance::every_weekday;
  if (of_one_day) check_ends_later(keys, absence.time);
  if (keys.has("sessions") && absence.time) {
    keys.refuse("sessions", keys.report().say("không ghi cùng from_time và to_time",
                                              "must not stand beside from_time and to_time"));
  }
  facts.absences.push_back(std::move(absence));
}

void read_regime(Keys& keys, const Known& known, RuleFacts& facts) {
  attendance::Regime regime;
  keys.require({"kind", "from", "to"});
  read_person(keys, known, regime.staff_code);
  keys.read("kind", regime.kind, regime_words());
  keys.read("place", regime.place, regime_place_words());
  if (regime.kind == attendance::RegimeKind::menstruation) regime.a_day = minutes(30);
  keys.read_minutes("a_day_min", regime.a_day);
  keys.read_days(regime.days);
  keys.read("paper", regime.paper);
  facts.regimes.push_back(std::move(regime));
}

void read_duty(Keys& keys, const Known& known, RuleFacts& facts) {
  attendance::Duty duty;
  keys.require({"date", "schedule"});
  read_person(keys, known, duty.staff_code);
  keys.read("date", duty.date);
  keys.read_code("schedule", duty.schedule, known.schedules);
  if (known.units.size() == 1) duty.unit_code = *known.units.begin();
  keys.read_code("unit_code", duty.unit_code, known.units);
  keys.read("paper", duty.paper);
  facts.duties.push_back(std::move(duty));
}

void check_correction(Keys& keys, const attendance::Correction& correction) {
  using attendance::CorrectionEffect;
  auto& report = keys.report();
  const bool of_unit = !correction.unit_code.empty();
  const bool has_time =
      correction.effect == CorrectionEffect::in_at || correction.effect == CorrectionEffect::out_at;
  if (keys.has("at") != has_time) {
    keys.refuse("at", report.say("ghi khi effect là in_at hoặc out_at, và chỉ khi đó",
                                 "belongs to the effects in_at and out_at, and to them only"));
  }
  if (of_unit && keys.has("staff_code")) {
    keys.refuse("staff_code", report.say("ghi đúng một trong hai: unit_code hoặc staff_code",
                                         "write exactly one of unit_code and staff_code"));
  }
  if (of_unit && correction.effect != CorrectionEffect::present) {
    keys.refuse("effect",
                report.say("của cả đơn vị chỉ có thể là present", "of a whole unit can only be present"));
  }
  if (of_unit != correction.outage.has_value()) {
    keys.refuse("from_time", report.say("from_time và to_time ghi khi có unit_code, và chỉ khi đó",
                                        "from_time and to_time belong to unit_code, and to it only"));
  }
  if (correction.decision == attendance::Decision::refused && correction.decision_reason.empty()) {
    keys.refuse("decision_reason", report.say("không duyệt thì phải ghi lý do", "a refusal needs a reason"));
  }
}

void read_correction(Keys& keys, const Known& known, RuleFacts& facts) {
  attendance::Correction correction;
  keys.require({"date", "decision"});
  keys.read_code("unit_code", correction.unit_code, known.units);
  if (keys.has("unit_code")) {
    keys.read_code("staff_code", correction.staff_code, known.staff);
  } else {
    read_person(keys, known, correction.staff_code);
  }
  keys.read("date", correction.date);
  keys.read_code("session", correction.session, known.sessions);
  keys.read("effect", correction.effect, correction_effect_words());
  keys.read_clock("at", correction.at);
  correction.outage = read_clock_span(keys);
  check_ends_later(keys, correction.outage);
  keys.read("cause", correction.cause, correction_cause_words());
  keys.read("explanation", correction.explanation);
  keys.read("decision", correction.decision, decision_words());
  keys.read("decided_by", correction.decided_by);
  keys.read("decision_reason", correction.decision_reason);
  keys.read("paper", correction.paper);
  check_correction(keys, correction);
  facts.corrections.push_back(std::move(correction));
}

}  // namespace

void read_papers(Keys& keys, const Known& known, RuleFacts& facts) {
  keys.each("absences", [&](Keys& each) { read_absence(each, known, facts); });
  keys.each("regimes", [&](Keys& each) { read_regime(each, known, facts); });
  keys.each("duties", [&](Keys& each) { read_duty(each, known, facts); });
  keys.each("corrections", [&](Keys& each) { read_correction(each, known, facts); });
}

}  // namespace badge::scenario
