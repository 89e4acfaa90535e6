#include "server/app/paper_report.hpp"

#include <algorithm>

#include "server/app/imports/words.hpp"
#include "server/app/ledger_sentences.hpp"
#include "server/app/month_taps.hpp"
#include "server/app/person_ledgers.hpp"
#include "server/app/sentences.hpp"
#include "server/app/unit_people.hpp"

namespace badge::app {

namespace {

using attendance::Absence;
using attendance::Date;
using attendance::DateSpan;
using attendance::PaperFinding;
using attendance::PersonNo;
using attendance::RuleBook;

/// Checks the papers of one person after the other.
class Desk {
 public:
  Desk(const Evidence& evidence, const store::Snapshot& snapshot, const RuleBook& book,
       const LedgerFacts& facts, const DateSpan& month)
      : now_(evidence.now()),
        book_(book),
        facts_(facts),
        month_(month),
        coverage_(evidence.coverage(snapshot, book_, month.to + std::chrono::days(2))),
        in_force_(book, coverage_,
                  attendance::with_neighbours({month.from, month.to + attendance::paper_sessions_beyond})) {}

  /// `month_taps`: the person's of the month.
  [[nodiscard]] std::vector<PaperFinding> check(PersonNo person, const PersonLedgers& ledgers,
                                                std::vector<attendance::Tap> month_taps) const {
    const auto sessions = attendance::paper_sessions(
        in_force_, person, {month_.from, month_.to + attendance::paper_sessions_beyond});
    const auto taps = taps_inside(person, month_taps);
    attendance::PapersOfPerson papers;
    papers.papers = book_.absences(person);
    papers.month = month_;
    papers.sessions = sessions;
    papers.taps = taps;
    if (ledgers.has_entitlement) papers.leave = ledgers.leave.uses;
    if (facts_.keeps_credits()) papers.over_taken = ledgers.credit.over_taken_on;
    return attendance::check_papers(papers);
  }

 private:
  [[nodiscard]] std::vector<attendance::PaperTap> taps_inside(PersonNo person,
                                                              std::vector<attendance::Tap>& taps) const {
    attendance::PersonDays days(in_force_, person, month_, taps, now_);
    std::vector<attendance::PaperTap> inside;
    while (const auto* day = days.next()) {
      const auto of_day = attendance::taps_inside_papers(day->facts, day->verdict);
      inside.insert(inside.end(), of_day.begin(), of_day.end());
    }
    return inside;
  }

  const attendance::LocalTime now_;
  const RuleBook& book_;
  const LedgerFacts& facts_;
  const DateSpan month_;
  const attendance::Coverage coverage_;
  const attendance::InForce in_force_;
};

PaperFaultRow row_of(const PaperFinding& finding, const PersonName& person, Language language) {
  const auto& paper = *finding.paper;
  PaperFaultRow row;
  row.person = person;
  row.fault = finding.fault;
  for (const auto& word : absence_words()) {
    if (word.meaning == paper.kind) row.kind = word.code;
  }
  row.days = paper.days;
  row.paper = paper.paper;
  row.reported_at = paper.reported_at;
  row.late_by_min = finding.late_by.count();
  row.taps = finding.taps;
  row.over_days = finding.over.in_days();
  row.over_min = finding.over_taken.count();
  row.paper_text = describe_in_full(paper, language);
  row.text = describe(finding, language);
  return row;
}

}  // namespace

std::optional<PaperReport> paper_report(const Evidence& evidence, std::string_view unit,
                                        std::chrono::year_month month, const Scope& scope,
                                        Language language) {
  const auto snapshot = evidence.snapshot();
  const auto book = evidence.rule_book(snapshot);
  const auto facts = evidence.ledger_facts(snapshot);
  const auto days = attendance::days_of(month);
  const Scope asked({std::string(unit)}, {});
  auto found = people_of_unit(*book, unit, days, scope);
  if (!found) return std::nullopt;
  std::erase_if(found->people, [&](const UnitPerson& one) {
    return std::ranges::none_of(book->absences(one.person),
                                [&](const Absence& paper) { return paper.days.overlaps(days); });
  });

  std::vector<PersonNo> people;
  for (const auto& one : found->people) people.push_back(one.person);
  const auto year = static_cast<int>(month.year());
  const auto ledgers =
      ledgers_of(*book, *facts, people, year, std::chrono::floor<std::chrono::days>(evidence.now()));
  auto taps = month_taps(evidence, snapshot, month, people);
  const Desk desk(evidence, snapshot, *book, *facts, days);
  PaperReport report{std::move(found->top), month, {}};
  for (std::size_t i = 0; i < people.size(); ++i) {
    const auto& one = found->people[i];
    for (const auto& finding : desk.check(one.person, ledgers[i], std::move(taps[i]))) {
      const auto begins = std::max(finding.paper->days.from, days.from);
      const auto* stay = book->stay_on(one.person, begins);
      if (stay != nullptr && !asked.holds(book->units(), stay->unit, begins)) continue;
      report.rows.push_back(row_of(finding, person_name(*book, *one.stay, one.seen_on), language));
    }
  }
  return report;
}

}  // namespace badge::app
