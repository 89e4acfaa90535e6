#include "server/app/person_report.hpp"

#include "server/app/sentences.hpp"
#include "server/attendance/session_taps.hpp"

namespace badge::app {

namespace {

using attendance::Date;
using attendance::DayKind;
using attendance::JudgedDay;
using attendance::ReasonCode;
using attendance::SessionState;

Names names_for(const Evidence::PersonTaps& taps) {
  Names names;
  names.place_of_tap = [&taps](const attendance::Tap& tap) {
    const auto& source = taps.details[tap.source].source;
    return !source.entrance.empty() ? source.entrance : source.reader;
  };
  return names;
}

std::string clock_of(const JudgedDay& day, std::int32_t tap) {
  if (tap < 0) return {};
  return clock_text(attendance::clock_minute(attendance::tap_at(day.facts.taps, tap), day.facts.date));
}

DayRow day_row(const JudgedDay& day, const Evidence::PersonTaps& taps, const attendance::InForce& in_force,
               Language language) {
  DayRow row;
  row.date = day.facts.date;
  row.weekday = weekday_text(row.date, language);
  row.kind = day.verdict.kind;
  if (day.facts.plan->calendar != nullptr) row.name = day.facts.plan->calendar->name;
  row.unit_code = in_force.book().units().code(day.stay->unit);
  row.sessions = session_rows(day, taps, language);
  for (const auto& tap : day.facts.taps) {
    if (std::chrono::floor<std::chrono::days>(tap.at) != row.date) continue;
    row.taps.push_back(clock_text(attendance::clock_minute(tap, row.date)));
  }
  return row;
}

}  // namespace

std::vector<SessionRow> session_rows(const JudgedDay& day, const Evidence::PersonTaps& taps,
                                     Language language) {
  const auto names = names_for(taps);
  std::vector<SessionRow> rows;
  for (std::size_t i = 0; i < day.verdict.sessions.size(); ++i) {
    const auto& verdict = day.verdict.sessions[i];
    const auto& plan = day.facts.plan->sessions[i];
    SessionRow row;
    row.name = plan.rule->name;
    row.start = clock_text(plan.start);
    row.end = clock_text(plan.end);
    row.state = verdict.state;
    row.late_min = verdict.late.count();
    row.early_min = verdict.early.count();
    row.missing_in = verdict.missing_in;
    row.missing_out = verdict.missing_out;
    row.in = clock_of(day, verdict.in);
    row.out = clock_of(day, verdict.out);
    for (const auto& reason : verdict.reasons) row.reasons.push_back(to_string(reason.code));
    row.text = explain(day, i, names, language);
    rows.push_back(std::move(row));
  }
  return rows;
}

PersonName person_name(const attendance::RuleBook& book, const attendance::RuleBook::Stay& stay, Date date) {
  const auto& posting = *stay.posting;
  return {std::string(posting.staff_code),
          std::string(posting.full_name),
          std::string(posting.position),
          {std::string(posting.unit_code), book.units().full_name_on(stay.unit, date)}};
}

std::optional<PersonReport> person_report(const Evidence& evidence, std::string_view staff,
                                          std::chrono::year_month month, const Scope& scope,
                                          Language language) {
  const auto snapshot = evidence.snapshot();
  const auto book = evidence.rule_book(snapshot);
  const auto person = book->people().find(staff);
  if (!person) return std::nullopt;

  const auto days = attendance::days_of(month);
  const auto around = attendance::with_neighbours(days);
  const auto coverage = evidence.coverage(snapshot, *book, around.to + std::chrono::days(1));
  const attendance::InForce in_force(*book, coverage, around);
  auto taps = evidence.taps_of(snapshot, *book, *person, days);
  attendance::PersonDays person_days(in_force, *person, days, taps.taps, evidence.now());
  std::optional<PersonReport> report;
  while (const auto* day = person_days.next()) {
    if (!scope.holds(*book, *person, *day->stay, day->facts.date)) continue;
    if (!report) report.emplace();
    report->month = month;
    report->person = person_name(*book, *day->stay, day->facts.date);
    report->tally.add(day->verdict);
    report->days.push_back(day_row(*day, taps, in_force, language));
  }
  return report;
}

}  // namespace badge::app
