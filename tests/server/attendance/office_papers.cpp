#include "tests/server/attendance/office.hpp"

namespace badge::attendance::testing {

Absence leave(std::string_view from, std::string_view to, std::vector<std::string> sessions) {
  return {"A", AbsenceKind::annual_leave, span(from, to), std::move(sessions), "GNP 12", {}};
}

Absence leave_at(std::string_view day, std::string_view time) {
  auto paper = leave(day, day);
  paper.time = clock_span(time);
  return paper;
}

Regime regime(RegimePlace place, int minutes_a_day) {
  return {"A", RegimeKind::nursing, place, minutes(minutes_a_day), span("2020-01-01"), "QĐ 7"};
}

Duty duty(std::string_view day, std::string schedule) {
  return {"A", date(day), std::move(schedule), "snv", "LT 3"};
}

Correction correction(std::string_view day, CorrectionEffect effect, std::string session,
                      std::string_view at) {
  Correction correction;
  correction.staff_code = "A";
  correction.date = date(day);
  correction.session = std::move(session);
  correction.effect = effect;
  if (!at.empty()) correction.at = minute(at);
  correction.decision = Decision::approved;
  return correction;
}

Correction explanation(std::string_view day, Decision decision, std::string session) {
  auto explanation = correction(day, CorrectionEffect::present, std::move(session));
  explanation.decision = decision;
  return explanation;
}

Correction outage(std::string_view day, std::string_view time, std::string unit) {
  auto outage = correction(day, CorrectionEffect::present);
  outage.staff_code.clear();
  outage.unit_code = std::move(unit);
  outage.outage = clock_span(time);
  return outage;
}

CalendarDay closure(std::string_view day, std::string_view since, std::string unit) {
  CalendarDay row;
  row.date = date(day);
  row.kind = CalendarKind::closure;
  row.name = "Bão số 3";
  row.unit_code = std::move(unit);
  row.from = minute(since);
  return row;
}

}  // namespace badge::attendance::testing
