#pragma once
/// Papers, regimes, corrections, closures, duties and outages of the 10th, drawn at random.
#include "tests/server/attendance/property_day.hpp"

namespace badge::attendance::testing {

inline bool one_in(int count) { return *rc::gen::inRange(0, count) == 0; }

inline minutes random_minute() { return std::chrono::floor<minutes>(random_time()); }

/// A part of the day, some of it round about a session's end.
inline ClockSpan random_part() {
  const auto one = random_minute(), other = random_minute();
  return {std::min(one, other), std::max(one, other) + minutes(1)};
}

inline std::string random_session(const Office& office) {
  const auto& rules = office.facts.schedules.front().seasons.front().sessions;
  return rules[*rc::gen::inRange<std::size_t>(0, rules.size())].name;
}

inline Absence random_paper(const Office& office) {
  auto paper = leave(the_day, the_day);
  switch (*rc::gen::inRange(0, 4)) {
    case 0:
      break;
    case 1:
      paper.sessions = {random_session(office)};
      break;
    case 2:
      paper.time = random_part();
      break;
    default:  // of a longer time, its first or last day
      paper.time = random_part();
      (one_in(2) ? paper.days.from : paper.days.to) += std::chrono::days(one_in(2) ? -1 : 1);
      paper.days = {std::min(paper.days.from, paper.days.to), std::max(paper.days.from, paper.days.to)};
  }
  return paper;
}

inline Regime random_regime() {
  return regime(*rc::gen::element(RegimePlace::any, RegimePlace::start, RegimePlace::end, RegimePlace::split,
                                  RegimePlace::middle),
                *rc::gen::element(30, 60));
}

inline Correction present_correction(const Office& office) {
  return correction(the_day, CorrectionEffect::present, one_in(2) ? "" : random_session(office));
}

inline Correction random_correction(const Office& office) {
  auto correction = present_correction(office);
  correction.effect = *rc::gen::element(CorrectionEffect::present, CorrectionEffect::in_at,
                                        CorrectionEffect::out_at, CorrectionEffect::absent);
  correction.decision = *rc::gen::element(Decision::approved, Decision::pending, Decision::refused);
  correction.at = random_minute();
  return correction;
}

inline Correction random_outage() {
  auto lost = outage(the_day, "00:00-00:01", *rc::gen::element<std::string>("tinh", "snv"));
  lost.outage = random_part();
  return lost;
}

inline CalendarDay random_closure() {
  auto row = closure(the_day, "00:00", *rc::gen::element<std::string>("", "tinh", "snv"));
  row.from = std::max(minutes(0), random_minute());
  return row;
}

inline void add_duty(Office& office) {
  office.facts.schedules.push_back(
      *rc::gen::element(schedule("truc", "17:30-21:00/30/60/5/5"),
                        schedule("truc", "22:00-06:00+1/60/60/5/5"), schedule("truc", "11:45-13:00/15/15"),
                        schedule("truc", "05:00-07:00/60/30"), schedule("truc", "07:30-07:30+1/60/60")));
  office.facts.duties.push_back(duty(*rc::gen::element<std::string>("9", "10", "11"), "truc"));
}

/// Adds some of every kind of fact that people state about one person or one day.
inline void add_facts(Office& office) {
  auto& facts = office.facts;
  for (int i = *rc::gen::inRange(0, 3); i > 0; --i) facts.absences.push_back(random_paper(office));
  if (one_in(3)) facts.regimes.push_back(random_regime());
  for (int i = *rc::gen::inRange(0, 3); i > 0; --i) facts.corrections.push_back(random_correction(office));
  if (one_in(4)) facts.corrections.push_back(random_outage());
  if (one_in(4)) facts.calendar.push_back(random_closure());
  if (one_in(3)) add_duty(office);
  if (one_in(3)) facts.badges.push_back({"A", "09080706", span(the_day, the_day), BadgeState::active, true});
}

/// A day about which much is stated.
inline RandomDay eventful_day() {
  auto day = random_day();
  if (one_in(4)) return day;
  add_facts(day.office);
  return day;
}

/// All that is said of a day, reasons included.
inline std::string everything(const Judged& judged) {
  auto text = judged.text() + (judged.day.verdict.temporary_card ? " lent" : "");
  for (std::size_t i = 0; i < judged.day.verdict.sessions.size(); ++i) text += " | " + judged.reasons(i);
  return text;
}

}  // namespace badge::attendance::testing
