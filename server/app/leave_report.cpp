#include "server/app/leave_report.hpp"

#include <algorithm>

#include "server/app/ledger_sentences.hpp"
#include "server/app/person_ledgers.hpp"
#include "server/app/sentences.hpp"
#include "server/app/unit_people.hpp"
#include "server/attendance/watch.hpp"

namespace badge::app {

namespace {

using attendance::Credit;
using attendance::Date;
using attendance::DateSpan;
using attendance::PersonNo;
using attendance::RuleBook;
using std::chrono::days;

DateSpan days_of_year(int year) {
  return {Date(std::chrono::year(year) / 1 / 1), Date(std::chrono::year(year) / 12 / 31)};
}

Date today(const Evidence& evidence) { return std::chrono::floor<days>(evidence.now()); }

/// Null: not in service on any of the days.
const RuleBook::Stay* last_stay(const RuleBook& book, PersonNo person, const DateSpan& span) {
  const RuleBook::Stay* last = nullptr;
  for (const auto& stay : book.stays(person)) {
    if (stay.days.overlaps(span)) last = &stay;
  }
  return last;
}

LeaveFigures figures_of(const PersonLedgers& ledgers) {
  const auto& leave = ledgers.leave;
  const auto& credit = ledgers.credit;
  LeaveFigures figures;
  figures.has_entitlement = ledgers.has_entitlement;
  figures.used = leave.used.in_days();
  if (ledgers.has_entitlement) {
    figures.entitled = leave.entitled.in_days();
    figures.seniority = leave.seniority.in_days();
    figures.carried = leave.carried.in_days();
    figures.carried_expired = leave.carried_expired.in_days();
    figures.remaining = leave.remaining.in_days();
    figures.over = leave.over.in_days();
    figures.months = leave.months;
  }
  figures.earned_min = credit.earned.count();
  figures.taken_min = credit.taken.count();
  figures.expired_min = credit.expired.count();
  figures.left_min = credit.left.count();
  figures.expires_soon_min = credit.expires_soon.count();
  figures.over_taken_min = credit.over_taken.count();
  return figures;
}

/// What a person's taps say of the person's credits, which lie within `span`.
class Confirmations {
 public:
  Confirmations(const Evidence& evidence, const store::Snapshot& snapshot, const RuleBook& book,
                PersonNo person, const DateSpan& span)
      : book_(book),
        person_(person),
        coverage_(evidence.coverage(snapshot, book, span.to + days(2))),
        taps_(evidence.taps_of(snapshot, book, person, span).taps) {}

  [[nodiscard]] attendance::Confirmation of(const Credit& credit) const {
    return attendance::confirmation(credit, taps_, listened(credit));
  }

 private:
  [[nodiscard]] bool listened(const Credit& credit) const {
    const auto* stay = book_.stay_on(person_, credit.date);
    if (stay == nullptr) return false;
    // Work may last into the next day.
    const attendance::InForce in_force(book_, coverage_, {credit.date - days(1), credit.date + days(2)});
    const attendance::Watch watch(in_force, *stay, credit.date);
    return !watch.first_doubt(credit.date + credit.time.from, credit.date + credit.time.to,
                              book_.people().has_badge_on(person_, credit.date));
  }

  const RuleBook& book_;
  PersonNo person_;
  attendance::Coverage coverage_;
  std::vector<attendance::Tap> taps_;
};

/// Those that could still be taken.
std::vector<const attendance::CreditStanding*> shown_credits(const attendance::CreditLedger& ledger,
                                                             Date since) {
  std::vector<const attendance::CreditStanding*> shown;
  for (const auto& standing : ledger.credits) {
    if (standing.credit->expires >= since) shown.push_back(&standing);
  }
  return shown;
}

std::string_view word_of(attendance::CreditKind kind) {
  switch (kind) {
    case attendance::CreditKind::overtime:
      return "overtime";
    case attendance::CreditKind::duty:
      return "duty";
    case attendance::CreditKind::saturday_desk:
      return "saturday_desk";
  }
  return {};
}

CreditRow credit_row(const attendance::CreditStanding& standing, attendance::Confirmation confirmation,
                     Language language) {
  const auto& credit = *standing.credit;
  CreditRow row;
  row.kind = word_of(credit.kind);
  row.date = credit.date;
  row.from = clock_text(credit.time.from);
  row.to = clock_text(credit.time.to);
  row.earns_min = credit.earns.count();
  row.taken_min = standing.taken.count();
  row.expired_min = standing.expired.count();
  row.left_min = standing.left.count();
  row.expires = credit.expires;
  row.paper = credit.paper;
  row.approved_by = credit.approved_by;
  row.confirmation = confirmation;
  row.text = describe(confirmation, language);
  return row;
}

std::vector<CreditRow> credit_rows(const Evidence& evidence, const store::Snapshot& snapshot,
                                   const RuleBook& book, PersonNo person,
                                   const std::vector<const attendance::CreditStanding*>& shown,
                                   Language language) {
  std::vector<CreditRow> rows;
  if (shown.empty()) return rows;
  DateSpan span{shown.front()->credit->date, shown.front()->credit->date};
  for (const auto* standing : shown) {
    span.from = std::min(span.from, standing->credit->date);
    span.to = std::max(span.to, standing->credit->date);
  }
  const Confirmations confirmations(evidence, snapshot, book, person, span);
  for (const auto* standing : shown) {
    rows.push_back(credit_row(*standing, confirmations.of(*standing->credit), language));
  }
  return rows;
}

}  // namespace

std::optional<LeaveReport> leave_report(const Evidence& evidence, std::string_view staff, int year,
                                        const Scope& scope, Language language) {
  const auto snapshot = evidence.snapshot();
  const auto book = evidence.rule_book(snapshot);
  const auto facts = evidence.ledger_facts(snapshot);
  const auto person = book->people().find(staff);
  const auto all_year = days_of_year(year);
  const auto* stay = person ? last_stay(*book, *person, all_year) : nullptr;
  if (stay == nullptr) return std::nullopt;
  const auto seen_on = std::min(stay->days.to, all_year.to);
  if (!scope.holds(*book, *person, *stay, seen_on)) return std::nullopt;

  const std::vector<PersonNo> only = {*person};
  const auto ledgers = ledgers_of(*book, *facts, only, year, today(evidence)).front();
  LeaveReport report{person_name(*book, *stay, seen_on), year, figures_of(ledgers), {}, {}, {}};
  for (const auto& use : ledgers.leave.uses) {
    const double over = ledgers.has_entitlement ? use.over.in_days() : 0;
    report.uses.push_back({use.date, use.amount.in_days(), use.from_carried.in_days(), over});
  }
  report.credits =
      credit_rows(evidence, snapshot, *book, *person, shown_credits(ledgers.credit, all_year.from), language);
  report.text = describe(report.figures, language);
  return report;
}

std::optional<LeaveTable> leave_table(const Evidence& evidence, std::string_view unit, int year,
                                      const Scope& scope) {
  const auto snapshot = evidence.snapshot();
  const auto book = evidence.rule_book(snapshot);
  const auto facts = evidence.ledger_facts(snapshot);
  const auto all_year = days_of_year(year);
  auto found = people_of_unit(*book, unit, all_year, scope);
  if (!found) return std::nullopt;
  std::erase_if(found->people, [&](const UnitPerson& one) {
    return one.stay != last_stay(*book, one.person, all_year);  // the balance goes where the person goes
  });

  std::vector<PersonNo> people;
  for (const auto& one : found->people) people.push_back(one.person);
  const auto ledgers = ledgers_of(*book, *facts, people, year, today(evidence));
  LeaveTable table{std::move(found->top), year, {}};
  for (std::size_t i = 0; i < people.size(); ++i) {
    const auto& one = found->people[i];
    table.rows.push_back({person_name(*book, *one.stay, one.seen_on), figures_of(ledgers[i])});
  }
  return table;
}

}  // namespace badge::app
