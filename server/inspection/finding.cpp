#include "server/inspection/finding.hpp"

#include <algorithm>

namespace badge::inspection {
namespace {

/// The id of the finding that a step is about; empty: of none.
std::string_view finding_of(const What& what) {
  return std::visit(
      [](const auto& step) -> std::string_view {
        if constexpr (requires { step.finding; }) return step.finding;
        return {};
      },
      what);
}

/// Takes the steps of one finding, in the order of their time.
class History {
 public:
  History(Finding& finding, const Step& step) : finding_(finding), step_(step) {}

  void operator()(const Found& found) const {
    if (finding_.by.empty()) static_cast<Said&>(finding_) = said();
    finding_.found = found;
  }
  void operator()(const Named& named) const {
    auto& people = finding_.people;
    const auto place = std::ranges::lower_bound(people, named.staff_code);
    if (place == people.end() || *place != named.staff_code) people.insert(place, named.staff_code);
  }
  void operator()(const Extended& extended) const { finding_.extensions.push_back(extended); }
  void operator()(const Repaired& repaired) const {
    finding_.repairs.push_back({said(), repaired, std::nullopt, {}});
  }
  void operator()(const Reviewed& reviewed) const {
    if (finding_.repairs.empty()) return;
    auto& repair = finding_.repairs.back();
    repair.review = reviewed;
    repair.reviewed = said();
  }
  void operator()(const Viewed& viewed) const { finding_.views.push_back({said(), viewed}); }
  void operator()(const Handled& handled) const { finding_.handled = handled; }
  void operator()(const Decided& decided) const { finding_.decided = decided; }
  void operator()(const Closed&) const { finding_.closed_at = step_.at; }
  void operator()(const Carried& carried) const { finding_.carried.push_back(carried); }
  template <class Other>
  void operator()(const Other&) const {}

 private:
  [[nodiscard]] Said said() const { return {step_.by, step_.at}; }

  Finding& finding_;
  const Step& step_;
};

}  // namespace

std::optional<Date> Finding::due() const {
  return extensions.empty() ? found.due : std::optional(extensions.back().due);
}

std::vector<Finding> findings_of(std::span<const Step> steps) {
  std::vector<Finding> findings;
  for (const auto& step : steps) {
    const auto* found = std::get_if<Found>(&step.what);
    const auto is_known = [&] {
      return std::ranges::any_of(findings,
                                 [&](const Finding& one) { return one.found.finding == found->finding; });
    };
    if (found == nullptr || is_known()) continue;
    findings.emplace_back().found.finding = found->finding;
  }
  for (const auto& step : steps) {
    const auto id = finding_of(step.what);
    const auto about =
        std::ranges::find_if(findings, [&](const Finding& one) { return one.found.finding == id; });
    if (about != findings.end()) std::visit(History(*about, step), step.what);
  }
  return findings;
}

FindingState state_of(const Finding& finding, Date today) {
  if (finding.closed_at) return FindingState::closed;
  if (!finding.repairs.empty()) {
    const auto& last = finding.repairs.back();
    if (!last.review) return FindingState::repair_waits;
    if (last.review->accepted) return FindingState::mended;
  }
  const auto due = finding.due();
  return due && *due < today ? FindingState::overdue : FindingState::open;
}

std::vector<CaseGap> gaps_of(const Finding& finding) {
  std::vector<CaseGap> gaps;
  const auto demand = [&](bool is_there, CaseGap gap) {
    if (!is_there) gaps.push_back(gap);
  };
  const auto& handled = finding.handled;
  demand(handled && !handled->cause.empty(), CaseGap::cause);
  demand(handled && !handled->who.empty(), CaseGap::who);
  demand(handled && !handled->head_part.empty(), CaseGap::head_part);
  demand(handled && !handled->measure.empty(), CaseGap::outcome);
  if (handled && handled->outcome == Outcome::proposed) {
    demand(!handled->to.empty() && !handled->paper.empty(), CaseGap::proposal);
    demand(finding.decided.has_value(), CaseGap::answer);
  }
  return gaps;
}

std::vector<std::string> not_carried(const Finding& finding) {
  std::vector<std::string> people;
  if (!finding.closed_at) return people;
  std::ranges::copy_if(finding.people, std::back_inserter(people), [&](const std::string& person) {
    return std::ranges::find(finding.carried, person, &Carried::staff_code) == finding.carried.end();
  });
  return people;
}

}  // namespace badge::inspection
