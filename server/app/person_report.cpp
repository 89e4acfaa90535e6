#include "server/app/person_report.hpp"

#include <algorithm>

#include "server/app/deviation_list.hpp"
#include "server/app/sentences.hpp"
#include "server/app/signed_days.hpp"
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

bool says_the_same(const SessionRow& row, const attendance::SheetLine& line) {
  return row.name == line.session && row.state == line.state && row.late_min == line.late.count() &&
         row.early_min == line.early.count() && row.missing_in == line.missing_in &&
         row.missing_out == line.missing_out;
}

SessionRow signed_session(const attendance::SheetLine& line, Language language) {
  SessionRow row;
  row.name = line.session;
  row.state = line.state;
  row.late_min = line.late.count();
  row.early_min = line.early.count();
  row.missing_in = line.missing_in;
  row.missing_out = line.missing_out;
  row.in = line.in;
  row.out = line.out;
  row.text = (language == Language::vi ? "Theo bảng công đã chốt: " : "By the closed sheet: ") +
             describe_line(line, language) + ".";
  return row;
}

/// What facts that came later say of a session is not on the sheet; where they say the same, their sentences
/// tell more than its line.
void put_signed(DayRow& row, std::span<const attendance::SheetLine> lines, Language language) {
  std::vector<SessionRow> sessions;
  for (const auto& line : lines) {
    const auto same = std::ranges::find_if(
        row.sessions, [&](const SessionRow& session) { return says_the_same(session, line); });
    sessions.push_back(same != row.sessions.end() ? *same : signed_session(line, language));
  }
  row.sessions = std::move(sessions);
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
                                          const attendance::DateSpan& days, const Scope& scope,
                                          Language language, Verdicts verdicts) {
  const auto snapshot = evidence.snapshot();
  const auto book = evidence.rule_book(snapshot);
  const auto person = book->people().find(staff);
  if (!person) return std::nullopt;

  std::optional<SignedDays> signed_days;
  if (verdicts == Verdicts::as_signed) signed_days.emplace(snapshot, *book, *person, days);
  const auto around = attendance::with_neighbours(days);
  const auto heard =
      attendance::with_neighbours(attendance::days_of(month_of(days)));  // as the month's report
  const auto coverage =
      evidence.coverage(snapshot, *book, std::max(heard.to, around.to) + std::chrono::days(1));
  const attendance::InForce in_force(*book, coverage, around);
  auto taps = evidence.taps_of(snapshot, *book, *person, days);
  attendance::PersonDays person_days(in_force, *person, days, taps.taps, evidence.now());
  std::optional<PersonReport> report;
  while (const auto* day = person_days.next()) {
    if (!scope.holds(*book, *person, *day->stay, day->facts.date)) continue;
    if (!report) report.emplace();
    report->days_asked = days;
    report->person = person_name(*book, *day->stay, day->facts.date);
    auto& row = report->days.emplace_back(day_row(*day, taps, in_force, language));
    const auto lines = signed_days ? signed_days->of(day->stay->unit, day->facts.date) : std::nullopt;
    if (lines) {
      report->tally += attendance::tally_of({{}, {}, {}, {lines->begin(), lines->end()}});
      put_signed(row, *lines, language);
    } else {
      report->tally.add(day->verdict);
    }
  }
  return report;
}

}  // namespace badge::app
