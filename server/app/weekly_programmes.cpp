#include "server/app/weekly_programmes.hpp"

#include <map>
#include <set>
#include <utility>

#include "server/app/imports/form_rows.hpp"
#include "server/documents/unicode.hpp"
#include "server/store/fact_keys.hpp"

namespace badge::app {
namespace {

using attendance::Absence;
using attendance::RuleBook;

/// Errors of the rows that we made are errors of the lines that they were made from.
ImportErrors with_lines(ImportErrors errors, const std::vector<std::size_t>& lines) {
  for (auto& error : errors.listed) {
    if (error.line >= 2 && error.line - 2 < lines.size()) error.line = lines[error.line - 2];
  }
  return errors;
}

std::string file_of(const ProgrammePapers& papers) {
  if (papers.papers.empty()) return "staff_code,kind,from,to,sessions,paper,reported_at\n";
  std::vector<FormRow> rows;
  for (const auto& paper : papers.papers) rows.push_back(row_of(paper));
  return csv_of(rows);
}

/// What HR added to a paper since (that it stands despite taps, who approved it) is not the programme's.
void keep_what_was_added(ImportPlan& plan, const store::RosterFacts& stored, const ProgrammeOf& of) {
  std::map<decltype(store::key_of(std::declval<const Absence&>())), const Absence*> of_programme;
  for (const auto& paper : stored.absences) {
    if (paper.paper == of.paper) of_programme.emplace(store::key_of(paper), &paper);
  }
  std::erase_if(plan.facts, [&](store::Fact& fact) {
    auto& planned = std::get<Absence>(fact);
    const auto same = of_programme.find(store::key_of(planned));
    if (same == of_programme.end() || same->second->kind != planned.kind) return false;
    planned.kept_despite_taps = same->second->kept_despite_taps;
    planned.approved_by = same->second->approved_by;
    planned.reported_at = same->second->reported_at;
    if (planned != *same->second) return false;
    --plan.changed;
    ++plan.unchanged;
    return true;
  });
}

/// The papers of an earlier version that this one states no more.
std::vector<Absence> vanished(const store::RosterFacts& stored, const ProgrammePapers& stated,
                              const ProgrammeOf& of, const RuleBook& book, const Scope& people) {
  std::set<decltype(store::key_of(std::declval<const Absence&>()))> keys;
  for (const auto& paper : stated.papers) keys.insert(store::key_of(paper));
  std::vector<Absence> gone;
  for (const auto& paper : stored.absences) {
    if (paper.paper != of.paper || !of.week.contains(paper.days.from)) continue;
    const auto person = book.people().find(paper.staff_code);
    const auto* stay = person ? book.stay_on(*person, paper.days.from) : nullptr;
    if (stay == nullptr || !people.holds(book.units(), stay->unit, paper.days.from)) continue;
    if (!keys.contains(store::key_of(paper))) gone.push_back(paper);
  }
  return gone;
}

/// Of the unit, where one is named; else the author's.
Scope people_of(const std::string& unit, const Scope& author) {
  return unit.empty() ? author : Scope({unit}, {});
}

}  // namespace

tl::expected<WeeklyProgrammes::Outcome, ImportErrors> WeeklyProgrammes::take(const Asked& asked) {
  const auto book = evidence_.rule_book(evidence_.snapshot());
  auto of = asked.of;  // its number as a file's cell would be read, so that it is found again
  of.paper = documents::to_nfc(documents::trimmed(of.paper)).value_or("");
  const auto people = people_of(asked.unit, asked.scope);
  auto rows = read_programme(asked.text, of, *book, people, asked.scope, asked.language);
  if (!rows) return tl::unexpected(std::move(rows.error()));
  const auto papers = papers_of(*rows, of);
  const auto text = file_of(papers);
  Outcome outcome{*std::move(rows), {}, {}};
  const auto amend = [&](ImportPlan& plan, const store::RosterFacts& stored) -> std::optional<ImportError> {
    keep_what_was_added(plan, stored, of);
    for (auto& paper : vanished(stored, papers, of, *book, people)) {
      if (asked.scope.is_own(paper.staff_code)) continue;  // nobody takes back their own
      const auto person = book->people().find(paper.staff_code);
      outcome.withdrawn.push_back(
          {paper.staff_code, std::string(book->people().postings(*person).back().full_name), paper});
      plan.withdrawn.emplace_back(std::move(paper));
    }
    return std::nullopt;
  };
  const FactFile file{ImportKind::absences, text,           asked.file, asked.author,
                      asked.dry_run,        asked.language, false,      asked.scope};
  auto counts = imports_.run(file, {amend, nullptr});
  if (!counts) return tl::unexpected(with_lines(std::move(counts.error()), papers.lines));
  outcome.counts = *std::move(counts);
  return outcome;
}

}  // namespace badge::app
