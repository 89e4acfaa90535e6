#include "server/app/person_ledgers.hpp"

#include <algorithm>
#include <set>

#include "server/attendance/month.hpp"

namespace badge::app {

using attendance::Absence;
using attendance::AbsenceKind;
using attendance::Credit;
using attendance::Date;
using attendance::DateSpan;
using attendance::PaperSession;
using attendance::PersonNo;
using attendance::RuleBook;

namespace {

bool is_booked(const Absence& paper) {
  return paper.kind == AbsenceKind::annual_leave || paper.kind == AbsenceKind::compensatory;
}

/// From the person's first credit, or the year's first day, to the year's last.
DateSpan booked_days(const LedgerFacts& facts, std::string_view staff, int year) {
  const std::chrono::year which(year);
  DateSpan days{Date(which / 1 / 1), Date(which / 12 / 31)};
  const auto credits = facts.credits(staff);
  if (!credits.empty()) days.from = std::min(days.from, credits.front().date);
  return days;
}

std::chrono::year_month month_of(Date date) {
  const std::chrono::year_month_day day(date);
  return day.year() / day.month();
}

/// The months in which somebody's booked papers lie.
std::set<std::chrono::year_month> booked_months(const RuleBook& book, std::span<const PersonNo> people,
                                                const DateSpan& days) {
  std::set<std::chrono::year_month> months;
  for (const auto person : people) {
    for (const auto& paper : book.absences(person)) {
      if (!is_booked(paper) || !paper.days.overlaps(days)) continue;
      const auto last = month_of(std::min(paper.days.to, days.to));
      for (auto month = month_of(std::max(paper.days.from, days.from)); month <= last;
           month += std::chrono::months(1)) {
        months.insert(month);
      }
    }
  }
  return months;
}

/// Each person's sessions on paper, in order of date.
std::vector<std::vector<PaperSession>> booked_sessions(const RuleBook& book, std::span<const PersonNo> people,
                                                       const DateSpan& days) {
  std::vector<std::vector<PaperSession>> sessions(people.size());
  for (const auto month : booked_months(book, people, days)) {
    const attendance::Coverage nobody_listened;  // what was due does not depend on it
    const auto days_of_month = attendance::days_of(month);
    const attendance::InForce in_force(book, nobody_listened, attendance::with_neighbours(days_of_month));
    for (std::size_t i = 0; i < people.size(); ++i) {
      if (std::ranges::none_of(book.absences(people[i]), is_booked)) continue;
      const auto of_month = attendance::paper_sessions(in_force, people[i], days_of_month);
      sessions[i].insert(sessions[i].end(), of_month.begin(), of_month.end());
    }
  }
  return sessions;
}

Date last_day_of_service(const RuleBook& book, PersonNo person) {
  Date last = Date::min();
  for (const auto& posting : book.people().postings(person)) last = std::max(last, posting.valid.to);
  return last;
}

attendance::LeaveEntitlement nothing_stated(int year) {
  attendance::LeaveEntitlement nothing;
  nothing.year = year;
  nothing.base_half_days = 0;
  nothing.service_from = Date(std::chrono::year(year) / 1 / 1);
  return nothing;
}

/// The ledger begins with the first credit, or with the year.
attendance::CreditLedger credit_ledger(std::span<const Credit> credits,
                                       std::span<const PaperSession> sessions, const DateSpan& booked,
                                       Date as_of) {
  const auto end = std::ranges::upper_bound(credits, booked.to, {}, &Credit::date);
  auto uses = attendance::compensatory_uses(sessions);
  std::erase_if(uses, [&](const auto& use) { return !booked.contains(use.date); });
  return attendance::credit_ledger({credits.begin(), end}, std::move(uses), as_of);
}

}  // namespace

std::vector<PersonLedgers> ledgers_of(const RuleBook& book, const LedgerFacts& facts,
                                      std::span<const PersonNo> people, int year, Date today) {
  std::vector<DateSpan> booked;
  for (const auto person : people) booked.push_back(booked_days(facts, book.people().code(person), year));
  if (booked.empty()) return {};
  const DateSpan days{std::ranges::min(booked, {}, &DateSpan::from).from, booked.front().to};
  const auto as_of = std::min(today, days.to);
  const auto sessions = booked_sessions(book, people, days);

  std::vector<PersonLedgers> ledgers(people.size());
  for (std::size_t i = 0; i < people.size(); ++i) {
    const auto& staff = book.people().code(people[i]);
    const auto* stated = facts.entitlement(staff, year);
    ledgers[i].has_entitlement = stated != nullptr;
    ledgers[i].leave = attendance::leave_balance(stated != nullptr ? *stated : nothing_stated(year),
                                                 last_day_of_service(book, people[i]),
                                                 attendance::leave_days(sessions[i]), as_of);
    ledgers[i].credit = credit_ledger(facts.credits(staff), sessions[i], booked[i], as_of);
  }
  return ledgers;
}

}  // namespace badge::app
