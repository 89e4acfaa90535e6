#include "server/app/imports/form_rows.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "server/app/imports/words.hpp"
#include "server/app/sentences.hpp"
#include "server/documents/csv_writer.hpp"
#include "server/store/fact_keys.hpp"

namespace badge::app {
namespace {

std::vector<std::string> columns_of(const std::vector<FormRow>& rows) {
  std::vector<std::string> columns;
  for (const auto& row : rows) {
    for (const auto& [column, value] : row) {
      if (std::ranges::find(columns, column) == columns.end()) columns.push_back(column);
    }
  }
  return columns;
}

std::string in_one_line(std::string value) {
  std::ranges::replace_if(value, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return value;
}

/// Empty: until further notice.
std::string end_cell(const attendance::DateSpan& span) {
  return span.to == attendance::DateSpan::forever ? std::string() : date_cell(span.to);
}

/// "07:30", and up to 24:00.
std::string clock_cell(attendance::minutes of_day) {
  return of_day == attendance::day_length ? "24:00" : clock_text(of_day);
}

std::string moment_cell(attendance::LocalTime at) {
  const auto date = std::chrono::floor<std::chrono::days>(at);
  const std::chrono::hh_mm_ss time(at - date);
  const auto minutes =
      date_cell(date) + ' ' + clock_text(std::chrono::floor<std::chrono::minutes>(at - date));
  return time.seconds().count() == 0 ? minutes : minutes + fmt::format(":{:02}", time.seconds().count());
}

std::string half_days_cell(std::int32_t halves) {
  return std::to_string(halves / 2) + (halves % 2 == 0 ? "" : ".5");
}

std::string named_weekdays(std::uint8_t weekdays) {
  std::vector<std::string> codes;
  for (const auto& word : weekday_words()) {
    if ((unsigned{weekdays} >> (word.meaning.iso_encoding() - 1) & 1U) != 0) codes.emplace_back(word.code);
  }
  return store::keys::joined(codes);
}

/// Empty: every day of the week.
std::string weekdays_cell(std::uint8_t weekdays) {
  return weekdays == attendance::every_weekday ? std::string() : named_weekdays(weekdays);
}

std::string yes_cell(bool is_so) { return is_so ? "yes" : "no"; }

/// "62.5"
std::string percent_cell(std::int64_t tenths) { return fmt::format("{}.{}", tenths / 10, tenths % 10); }

}  // namespace

FormRow row_of(const attendance::CalendarDay& day) {
  const bool has_time = day.kind == attendance::CalendarKind::closure && day.from != attendance::minutes(0);
  return {{"date", date_cell(day.date)},
          {"kind", code_of(day.kind, calendar_words())},
          {"name", day.name},
          {"works_like", day.works_like ? code_of(*day.works_like, weekday_words()) : std::string()},
          {"unit_code", day.unit_code},
          {"from_time", has_time ? clock_text(day.from) : std::string()},
          {"except_units", store::keys::joined(day.except_units)},
          {"except_staff", store::keys::joined(day.except_staff)},
          {"paper", day.paper}};
}

FormRow row_of(const attendance::Assignment& assignment) {
  return {{"schedule", assignment.schedule},
          {"unit_code", assignment.unit_code},
          {"staff_code", assignment.staff_code},
          {"valid_from", date_cell(assignment.valid.from)},
          {"valid_to", end_cell(assignment.valid)}};
}

attendance::Posting posting_of(const attendance::KeptPosting& kept) {
  return {std::string(kept.staff_code),
          std::string(kept.full_name),
          std::string(kept.unit_code),
          std::string(kept.position),
          std::string(kept.category),
          kept.valid,
          kept.list_order,
          std::string(kept.works_at),
          kept.entrances};
}

std::string date_cell(attendance::Date date) {
  const std::chrono::year_month_day day(date);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}

std::string csv_of(const std::vector<FormRow>& rows) {
  const auto columns = columns_of(rows);
  documents::CsvWriter csv;
  for (const auto& column : columns) csv.plain(column);
  csv.end_row();
  for (const auto& row : rows) {
    for (const auto& column : columns) {
      const auto cell = std::ranges::find(row, column, &FormRow::value_type::first);
      csv.plain(cell == row.end() ? std::string() : in_one_line(cell->second));
    }
    csv.end_row();
  }
  return std::move(csv).str();
}

std::string value_of(const FormRow& row, std::string_view column) {
  const auto cell = std::ranges::find(row, column, &FormRow::value_type::first);
  return cell == row.end() ? std::string() : cell->second;
}

FormRow only(const FormRow& row, const std::vector<std::string_view>& columns) {
  FormRow kept;
  for (const auto column : columns) kept.emplace_back(column, value_of(row, column));
  return kept;
}

FormRow row_of(const attendance::Correction& correction) {
  const bool has_time = correction.effect == attendance::CorrectionEffect::in_at ||
                        correction.effect == attendance::CorrectionEffect::out_at;
  return {{"staff_code", correction.staff_code},
          {"unit_code", correction.unit_code},
          {"date", date_cell(correction.date)},
          {"session", correction.session},
          {"effect", code_of(correction.effect, correction_effect_words())},
          {"at", has_time ? clock_text(correction.at) : std::string()},
          {"from_time", correction.outage ? clock_cell(correction.outage->from) : std::string()},
          {"to_time", correction.outage ? clock_cell(correction.outage->to) : std::string()},
          {"cause", code_of(correction.cause, correction_cause_words())},
          {"explanation", correction.explanation},
          {"decision", code_of(correction.decision, decision_words())},
          {"decided_by", correction.decided_by},
          {"decision_reason", correction.decision_reason},
          {"paper", correction.paper}};
}

FormRow row_of(const attendance::Absence& absence) {
  return {{"staff_code", absence.staff_code},
          {"kind", code_of(absence.kind, absence_words())},
          {"from", date_cell(absence.days.from)},
          {"to", date_cell(absence.days.to)},
          {"sessions", store::keys::joined(absence.sessions)},
          {"paper", absence.paper},
          {"reported_at", absence.reported_at ? moment_cell(*absence.reported_at) : std::string()},
          {"from_time", absence.time ? clock_cell(absence.time->from) : std::string()},
          {"to_time", absence.time ? clock_cell(absence.time->to) : std::string()},
          {"weekdays", weekdays_cell(absence.weekdays)},
          {"approved_by", absence.approved_by},
          {"kept", absence.kept_despite_taps ? "yes" : ""}};
}

FormRow row_of(const attendance::Unit& unit) {
  return {{"code", unit.code},
          {"name", unit.name},
          {"kind", unit.kind},
          {"parent_code", unit.parent_code},
          {"valid_from", date_cell(unit.valid.from)},
          {"valid_to", end_cell(unit.valid)}};
}

FormRow row_of(const attendance::Head& head) {
  return {{"unit_code", head.unit_code},
          {"staff_code", head.staff_code},
          {"role", code_of(head.role, head_role_words())},
          {"valid_from", date_cell(head.valid.from)},
          {"valid_to", end_cell(head.valid)},
          {"paper", head.paper}};
}

FormRow row_of(const attendance::Duty& duty) {
  return {{"date", date_cell(duty.date)},
          {"schedule", duty.schedule},
          {"unit_code", duty.unit_code},
          {"staff_code", duty.staff_code},
          {"paper", duty.paper}};
}

FormRow row_of(const attendance::LeaveEntitlement& leave) {
  const bool has_end = leave.carried_until != attendance::Date{};
  return {{"staff_code", leave.staff_code},
          {"year", std::to_string(leave.year)},
          {"service_from", date_cell(leave.service_from)},
          {"base_days", half_days_cell(leave.base_half_days)},
          {"carried_days", half_days_cell(leave.carried_half_days)},
          {"carried_until", has_end ? date_cell(leave.carried_until) : std::string()},
          {"paper", leave.paper}};
}

FormRow row_of(const attendance::Credit& credit) {
  const auto to =
      credit.time.to > attendance::day_length ? credit.time.to - attendance::day_length : credit.time.to;
  return {{"staff_code", credit.staff_code},
          {"kind", code_of(credit.kind, credit_words())},
          {"date", date_cell(credit.date)},
          {"from_time", clock_cell(credit.time.from)},
          {"to_time", clock_cell(to)},
          {"earns_min", std::to_string(credit.earns.count())},
          {"expires", date_cell(credit.expires)},
          {"paper", credit.paper},
          {"approved_by", credit.approved_by}};
}

FormRow row_of(const attendance::Regime& regime) {
  return {{"staff_code", regime.staff_code},
          {"kind", code_of(regime.kind, regime_words())},
          {"place", code_of(regime.place, regime_place_words())},
          {"minutes_a_day", std::to_string(regime.a_day.count())},
          {"from", date_cell(regime.days.from)},
          {"to", date_cell(regime.days.to)},
          {"paper", regime.paper}};
}

FormRow row_of(const attendance::DutySlot& slot) {
  return {{"unit_code", slot.unit_code},
          {"schedule", slot.schedule},
          {"from", date_cell(slot.days.from)},
          {"to", end_cell(slot.days)},
          {"weekdays", weekdays_cell(slot.weekdays)},
          {"people_min", std::to_string(slot.people_min)}};
}

FormRow row_of(const attendance::EntranceService& service) {
  return {{"entrance", service.entrance},
          {"unit_code", service.unit_code},
          {"valid_from", date_cell(service.valid.from)},
          {"valid_to", end_cell(service.valid)}};
}

FormRow row_of(const attendance::Succession& succession) {
  return {{"from_unit", succession.from_unit},
          {"to_unit", succession.to_unit},
          {"date", date_cell(succession.date)},
          {"paper", succession.paper}};
}

FormRow row_of(const attendance::PayPeriod& rule) {
  return {{"unit_code", rule.unit_code},
          {"valid_from", date_cell(rule.valid_from)},
          {"first_day", std::to_string(rule.first_day)}};
}

FormRow row_of(const attendance::NamedPeriod& period) {
  const auto& compared = period.compared_with;
  return {{"code", period.code},
          {"name", period.name},
          {"from", date_cell(period.days.from)},
          {"to", date_cell(period.days.to)},
          {"compared_from", compared ? date_cell(compared->from) : std::string()},
          {"compared_to", compared ? date_cell(compared->to) : std::string()}};
}

FormRow row_of(const attendance::ListRule& rule) {
  return {{"unit_code", rule.unit_code},
          {"valid_from", date_cell(rule.valid_from)},
          {"late_times", rule.late_times ? std::to_string(*rule.late_times) : std::string()},
          {"away_min", rule.away_min ? std::to_string(rule.away_min->count()) : std::string()},
          {"rule", rule.rule}};
}

FormRow row_of(const attendance::TripReport& report) {
  return {{"staff_code", report.staff_code},
          {"trip_from", date_cell(report.trip_from)},
          {"reported_on", date_cell(report.reported_on)},
          {"paper", report.paper}};
}

FormRow row_of(const attendance::TimesheetSymbol& symbol) {
  return {{"unit_code", symbol.unit_code},
          {"valid_from", date_cell(symbol.valid_from)},
          {"meaning", code_of(symbol.meaning, day_meaning_words())},
          {"symbol", symbol.symbol},
          {"name", symbol.name},
          {"column", symbol.column},
          {"weight", half_days_cell(symbol.weight_halves)}};
}

FormRow row_of(const attendance::TimesheetForm& form) {
  return {{"unit_code", form.unit_code},
          {"valid_from", date_cell(form.valid_from)},
          {"method", code_of(form.method, timesheet_method_words())},
          {"half_days", code_of(form.half_days, half_days_words())},
          {"body", form.body},
          {"budget_code", form.budget_code},
          {"form", form.form},
          {"issued_by", form.issued_by},
          {"timekeeper", form.timekeeper},
          {"division_head", form.division_head},
          {"approver", form.approver}};
}

FormRow row_of(const inspection::IndicatorValue& value) {
  return {{"unit_code", value.unit_code},
          {"period", to_string(value.period)},
          {"indicator", code_of(value.indicator, indicator_words())},
          {"value", is_rate(value.indicator) ? percent_cell(value.value) : std::to_string(value.value)},
          {"source_paper", value.source_paper}};
}

std::vector<FormRow> rows_of(const attendance::Schedule& schedule) {
  std::vector<FormRow> rows;
  for (const auto& season : schedule.seasons) {
    for (const auto& session : season.sessions) {
      rows.push_back({{"schedule", schedule.name},
                      {"valid_from", date_cell(season.valid_from)},
                      {"weekdays", named_weekdays(season.weekdays)},
                      {"session", session.name},
                      {"start", clock_text(session.start)},
                      {"end", clock_text(session.end)},
                      {"opens_before_min", std::to_string(session.opens_before.count())},
                      {"closes_after_min", std::to_string(session.closes_after.count())},
                      {"late_grace_min", std::to_string(session.late_grace.count())},
                      {"early_grace_min", std::to_string(session.early_grace.count())},
                      {"flex_earlier_min", std::to_string(season.flex_earlier.count())},
                      {"flex_later_min", std::to_string(season.flex_later.count())},
                      {"taps", code_of(schedule.taps, taps_demanded_words())},
                      {"repeat_quiet_s", std::to_string(schedule.repeat_quiet.count())},
                      {"stay_min", std::to_string(schedule.stay_min.count())},
                      {"lone_tap_reach_min", std::to_string(schedule.lone_tap_reach.count())},
                      {"noon_one_tap", yes_cell(schedule.noon_one_tap)},
                      {"minutes_after_grace", yes_cell(schedule.minutes_after_grace)},
                      {"ignores_calendar", yes_cell(schedule.ignores_calendar)},
                      {"explanation_days", std::to_string(schedule.explanation_days)}});
    }
  }
  return rows;
}

FormRow row_of(const attendance::Badge& badge) {
  return {{"staff_code", badge.staff_code},
          {"uid", badge.uid},
          {"valid_from", date_cell(badge.valid.from)},
          {"valid_to", end_cell(badge.valid)},
          {"state", code_of(badge.state, badge_state_words())},
          {"kind", code_of(badge.temporary, badge_kind_words())}};
}

FormRow row_of(const attendance::Posting& posting) {
  return {{"code", posting.staff_code},          {"full_name", posting.full_name},
          {"unit_code", posting.unit_code},      {"position", posting.position},
          {"category", posting.category},        {"valid_from", date_cell(posting.valid.from)},
          {"valid_to", end_cell(posting.valid)}, {"list_order", std::to_string(posting.list_order)},
          {"works_at", posting.works_at},        {"entrances", store::keys::joined(posting.entrances)}};
}

}  // namespace badge::app
