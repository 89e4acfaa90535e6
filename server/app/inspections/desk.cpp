#include "server/app/inspections/desk.hpp"

#include <algorithm>
#include <utility>

namespace badge::app {
namespace {

using inspection::Inspection, inspection::LocalTime;

attendance::Date day_of(LocalTime at) { return std::chrono::floor<std::chrono::days>(at); }

}  // namespace

std::vector<StepFate> InspectionDesk::deliver(const Identity& who, std::span<const SentStep> steps) {
  const std::lock_guard lock(writing_);
  StepDelivery delivery({store_, evidence_, board_, book_}, who);
  std::vector<StepFate> fates;
  fates.reserve(steps.size());
  for (const auto& step : steps) fates.push_back(delivery.take(step));
  delivery.commit();
  return fates;
}

std::optional<OpenedInspection> InspectionDesk::open(const Identity& who, std::string_view file) const {
  OpenedInspection opened;
  opened.files = book_.get();
  const auto* known = opened.files->inspection(file);
  if (known == nullptr) return std::nullopt;
  const auto snapshot = evidence_.snapshot();
  const auto book = evidence_.rule_book(snapshot);
  const Inspecting asker(who, book->units(), day_of(evidence_.now()));
  if (!may_know(asker, known->inspection)) return std::nullopt;
  auto inspection = inspection::inspection_of(store_.steps(file));
  if (!inspection) return std::nullopt;
  opened.inspection = *std::move(inspection);
  opened.list = list_with_marked(store_.listed(file), opened.inspection.marks);
  opened.wearing = wearing_of(opened.list, opened.inspection.marks);
  for (auto& one : opened.list) {
    const auto person = one.full_name.empty() ? book->people().find(one.staff_code) : std::nullopt;
    if (person) one.full_name = book->people().postings(*person).back().full_name;
  }
  opened.shown = badges_shown(evidence_, snapshot, *book, opened.inspection, team_codes(opened.inspection));
  opened.part = part_of(asker, opened.inspection);
  opened.whole = may_see_whole(asker, opened.inspection);
  if (opened.part.follows_up && opened.inspection.state == inspection::State::started) {
    opened.numbers = badge_numbers(snapshot.card_numbers(), opened.list, day_of(evidence_.now()));
  }
  if (!opened.whole) {
    const auto& own = who.staff_code;
    std::erase_if(opened.inspection.findings, [&](const inspection::Finding& finding) {
      return !std::ranges::binary_search(finding.people, own);
    });
    for (auto& finding : opened.inspection.findings) finding.people = {own};
    std::erase_if(opened.list, [&](const inspection::Listed& one) { return one.staff_code != own; });
    std::erase_if(opened.inspection.marks, [&](const auto& seen) { return seen.first != own; });
    std::erase_if(opened.shown, [&](const auto& shown) { return shown.first != own; });
    opened.inspection.answers.clear();
    opened.wearing = {};
  }
  return opened;
}

std::function<bool(const Identity&)> InspectionDesk::who_may_know(const std::string& file) const {
  const auto files = book_.get();
  const auto book = evidence_.rule_book(evidence_.snapshot());
  return [file, files, book, today = day_of(evidence_.now())](const Identity& who) {
    const Inspecting asker(who, book->units(), today);
    if (const auto* known = files->inspection(file)) return may_know(asker, known->inspection);
    const auto feedback = files->feedback.find(file);
    if (feedback != files->feedback.end()) return may_see(asker, *feedback->second);
    return files->plans.contains(file) && asker.is_inspector();
  };
}

std::vector<std::shared_ptr<const KnownInspection>> InspectionDesk::list(const Identity& who) const {
  const auto files = book_.get();
  const auto book = evidence_.rule_book(evidence_.snapshot());
  const Inspecting asker(who, book->units(), day_of(evidence_.now()));
  std::vector<std::shared_ptr<const KnownInspection>> known;
  for (const auto& [file, inspection] : files->inspections) {
    if (may_know(asker, inspection->inspection)) known.push_back(inspection);
  }
  std::ranges::sort(known, std::greater(), [](const auto& one) {
    const auto& inspection = one->inspection;
    return std::pair(inspection.has_begun() ? inspection.started_at : inspection.prepared_first.at,
                     inspection.file);
  });
  return known;
}

std::optional<InspectionResults> InspectionDesk::results(const Identity& who, std::string_view unit,
                                                         const attendance::DateSpan& days) const {
  const auto book = evidence_.rule_book(evidence_.snapshot());
  const auto today = day_of(evidence_.now());
  return inspection_results(*book_.get(), Inspecting(who, book->units(), today), book->units(), unit, days,
                            today);
}

std::vector<FindingInFile> InspectionDesk::findings(const Identity& who, const InspectionFiles& files) const {
  const auto book = evidence_.rule_book(evidence_.snapshot());
  const auto today = day_of(evidence_.now());
  return findings_to_follow(files, Inspecting(who, book->units(), today), today);
}

/// Of those of the team who have a login here.
std::vector<std::string> InspectionDesk::team_codes(const Inspection& inspection) const {
  std::vector<std::string> codes;
  for (const auto& member : inspection.team) {
    const auto login = member.login.empty() ? std::nullopt : store_.login(member.login);
    if (login && !login->staff_code.empty()) codes.push_back(login->staff_code);
  }
  return codes;
}

std::optional<PersonInspections> InspectionDesk::of_person(std::string_view staff_code,
                                                           const attendance::DateSpan& days,
                                                           const Scope& scope) const {
  const auto book = evidence_.rule_book(evidence_.snapshot());
  const auto person = book->people().find(staff_code);
  if (!person) return std::nullopt;
  const auto may_see = [&](attendance::Date date) {
    const auto* stay = book->stay_on(*person, date);
    return stay != nullptr && scope.holds(*book, *person, *stay, date);
  };
  bool is_theirs = false;
  for (auto date = days.from; date <= days.to && !is_theirs; date += std::chrono::days(1)) {
    is_theirs = may_see(date);
  }
  if (!is_theirs) return std::nullopt;
  PersonInspections found{book_.get(), {}};
  found.inspections = inspections_of(*found.files, staff_code, store_.lines_of(staff_code),
                                     store_.steps_about(staff_code), days, day_of(evidence_.now()));
  std::erase_if(found.inspections,
                [&](const InspectionOfPerson& one) { return !may_see(day_of(one.inspection->started_at)); });
  return found;
}

std::vector<PlanWithProgress> InspectionDesk::plans() const {
  const auto files = book_.get();
  std::vector<inspection::Check> checks;
  for (const auto& [file, known] : files->inspections) {
    const auto& inspection = known->inspection;
    if (!inspection.has_begun() || inspection.prepared.unit_code.empty()) continue;
    checks.push_back({inspection.prepared.unit_code, inspection.started->unit_kind,
                      day_of(inspection.started_at), inspection.prepared.plan});
  }
  std::vector<PlanWithProgress> plans;
  for (const auto& [file, plan] : files->plans) plans.push_back({plan, progress_of(*plan, checks)});
  std::ranges::stable_sort(plans, std::greater(),
                           [](const PlanWithProgress& one) { return one.plan->stated.year; });
  return plans;
}

std::vector<std::shared_ptr<const inspection::Feedback>> InspectionDesk::feedback(const Identity& who) const {
  const auto files = book_.get();
  const auto book = evidence_.rule_book(evidence_.snapshot());
  const Inspecting asker(who, book->units(), day_of(evidence_.now()));
  std::vector<std::shared_ptr<const inspection::Feedback>> cases;
  for (const auto& [file, one] : files->feedback) {
    if (may_see(asker, *one)) cases.push_back(one);
  }
  std::ranges::stable_sort(cases, std::greater(), [](const auto& one) { return one->at; });
  return cases;
}

}  // namespace badge::app
