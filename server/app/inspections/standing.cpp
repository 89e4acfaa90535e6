#include "server/app/inspections/standing.hpp"

#include <algorithm>
#include <array>

namespace badge::app {
namespace {

using namespace inspection;  // its nouns are what this file speaks of

bool is_named(const Inspecting& asker, const Inspection& inspection) {
  const auto& own = asker.who().staff_code;
  return !own.empty() && std::ranges::any_of(inspection.findings, [&](const Finding& finding) {
    return std::ranges::binary_search(finding.people, own);
  });
}

/// Somebody's part in one inspection, and whether it lets them write a step.
class Writing {
 public:
  using Refused = std::optional<StepRefused>;
  Writing(const Inspecting& asker, const Inspection& inspection)
      : asker_(asker), inspection_(inspection), part_(part_of(asker, inspection)) {}

  // ── before the start ──
  Refused operator()(const Prepared& prepared) const {
    if (inspection_.has_begun()) return StepRefused::begun_already;
    return part_.leads ? may_prepare(asker_, prepared) : StepRefused::not_yours;
  }
  Refused operator()(const Joined&) const { return if_(part_.leads); }
  Refused operator()(const Left&) const { return if_(part_.leads); }
  Refused operator()(const Dropped&) const {
    if (inspection_.has_begun()) return StepRefused::begun_already;
    return if_(part_.leads);
  }
  Refused operator()(const Started&) const {
    if (inspection_.has_begun()) return StepRefused::begun_already;
    if (inspection_.state == State::dropped) return StepRefused::not_found;
    if (!part_.team) return StepRefused::not_yours;
    const bool has_leader = !inspection_.team.empty() && inspection_.team.front().role == TeamRole::leader;
    return has_leader ? std::nullopt : Refused(StepRefused::no_leader);
  }

  // ── what is seen: late marks of a phone that was offline are taken after the end too ──
  Refused operator()(const Marked&) const { return begun_and(part_.team); }
  Refused operator()(const Answered&) const { return begun_and(part_.team); }
  Refused operator()(const Found&) const { return begun_and(part_.team); }
  Refused operator()(const Named& named) const { return about(named.finding, part_.team); }
  Refused operator()(const Settled&) const { return begun_and(part_.leads); }
  Refused operator()(const Ended& ended) const {
    if (const auto refused = begun_and(part_.leads)) return refused;
    if (ended.signed_by.empty() && ended.refusal_reason.empty()) return StepRefused::nobody_signed;
    const bool disputed =
        std::ranges::any_of(inspection_.marks, [](const auto& seen) { return seen.second.is_disputed(); });
    return disputed ? Refused(StepRefused::disputed) : std::nullopt;
  }
  Refused operator()(const Issued&) const {
    if (const auto refused = begun_and(part_.leads)) return refused;
    return inspection_.ended ? std::nullopt : Refused(StepRefused::not_ended);
  }

  // ── what becomes of it ──
  Refused operator()(const Extended& extended) const { return about(extended.finding, part_.follows_up); }
  Refused operator()(const Repaired& repaired) const { return about(repaired.finding, part_.answers); }
  Refused operator()(const Reviewed& reviewed) const {
    if (const auto refused = about(reviewed.finding, part_.follows_up)) return refused;
    const auto& repairs = finding(reviewed.finding)->repairs;
    const bool waits = !repairs.empty() && !repairs.back().review;
    return waits ? std::nullopt : Refused(StepRefused::nothing_to_review);
  }
  Refused operator()(const Viewed& viewed) const {
    const auto* about_it = finding(viewed.finding);
    if (about_it == nullptr) return not_there();
    const auto& own = asker_.who().staff_code;
    if (own.empty()) return StepRefused::not_yours;
    if (viewed.of == ViewOf::head) return if_(part_.answers || about_it->found.head.code == own);
    return if_(std::ranges::binary_search(about_it->people, own));
  }
  Refused operator()(const Handled& handled) const {
    return about(handled.finding, part_.follows_up || part_.answers);
  }
  Refused operator()(const Decided& decided) const { return about(decided.finding, part_.follows_up); }
  Refused operator()(const Carried& carried) const {
    return about(carried.finding, part_.follows_up || part_.answers);
  }
  Refused operator()(const Closed& closed) const {
    if (const auto refused = about(closed.finding, part_.follows_up)) return refused;
    return gaps_of(*finding(closed.finding)).empty() ? std::nullopt : Refused(StepRefused::case_has_gaps);
  }

  /// Steps of other files.
  template <class Other>
  Refused operator()(const Other&) const {
    return StepRefused::not_found;
  }

  /// Who may make an inspection of a unit: its inspectors; of one's own unit, who answers for it. For anybody
  /// else there is no such unit.
  static Refused may_prepare(const Inspecting& asker, const Prepared& prepared) {
    if (prepared.unit_code.empty()) return if_(asker.is_inspector());
    const bool own = prepared.basis == Basis::own && asker.answers_for(prepared.unit_code);
    return own || asker.inspects(prepared.unit_code) ? std::nullopt : Refused(StepRefused::no_such_unit);
  }

 private:
  static Refused if_(bool may) { return may ? std::nullopt : Refused(StepRefused::not_yours); }
  /// Somebody who sees a part of it alone must not learn what else there is.
  [[nodiscard]] Refused not_there() const {
    return may_see_whole(asker_, inspection_) ? StepRefused::no_such_finding : StepRefused::not_found;
  }
  [[nodiscard]] Refused begun_and(bool may) const {
    if (!may) return StepRefused::not_yours;
    return inspection_.has_begun() ? std::nullopt : Refused(StepRefused::not_begun);
  }
  [[nodiscard]] Refused about(std::string_view id, bool may) const {
    return finding(id) == nullptr ? not_there() : begun_and(may);
  }
  [[nodiscard]] const Finding* finding(std::string_view id) const {
    const auto found = std::ranges::find_if(inspection_.findings,
                                            [&](const Finding& one) { return one.found.finding == id; });
    return found == inspection_.findings.end() ? nullptr : &*found;
  }

  const Inspecting& asker_;
  const Inspection& inspection_;
  const Part part_;
};

}  // namespace

Inspecting::Inspecting(const Identity& who, const attendance::UnitTree& units, attendance::Date today)
    : who_(who), units_(units), today_(today) {
  constexpr std::array inspector = {Role::inspector};
  constexpr std::array answering = {Role::head, Role::hr};
  inspects_ = scope_of(who, inspector, today);
  answers_ = scope_of(who, answering, today);
}

bool Inspecting::inspects(std::string_view unit) const {
  const auto no = units_.find(unit);
  return inspects_ && no && inspects_->holds(units_, *no, today_);
}

bool Inspecting::answers_for(std::string_view unit) const {
  const auto no = units_.find(unit);
  return answers_ && no && answers_->holds(units_, *no, today_);
}

bool Inspecting::inspects_all() const { return inspects_ && inspects_->is_everything(); }

Part part_of(const Inspecting& asker, const Inspection& inspection) {
  const auto& name = asker.who().name;
  const auto& unit = inspection.prepared.unit_code;
  const auto* member = inspection.member(name);
  Part part;
  part.leads =
      inspection.prepared_first.by == name || (member != nullptr && member->role != TeamRole::member);
  part.team = part.leads || member != nullptr;
  const bool inspects = unit.empty() ? asker.inspects_all() : asker.inspects(unit);
  part.follows_up = part.team || (inspection.has_begun() && inspects);
  part.answers = inspection.has_begun() && asker.answers_for(unit);
  return part;
}

bool may_see_whole(const Inspecting& asker, const Inspection& inspection) {
  const auto part = part_of(asker, inspection);
  return part.follows_up || part.answers;
}

bool may_know(const Inspecting& asker, const Inspection& inspection) {
  return may_see_whole(asker, inspection) || (inspection.has_begun() && is_named(asker, inspection));
}

std::optional<StepRefused> objection(const Inspecting& asker, const Inspection* inspection,
                                     const What& what) {
  if (inspection == nullptr) {
    const auto* prepared = std::get_if<Prepared>(&what);
    return prepared == nullptr ? StepRefused::not_found : Writing::may_prepare(asker, *prepared);
  }
  if (!may_know(asker, *inspection)) return StepRefused::not_found;
  return std::visit(Writing(asker, *inspection), what);
}

bool may_see(const Inspecting& asker, const Feedback& feedback) {
  const auto& unit = feedback.received.unit_code;
  if (feedback.by == asker.who().name) return true;
  return unit.empty() ? asker.inspects_all() : asker.inspects(unit);
}

std::string_view to_string(StepRefused refused) {
  switch (refused) {
    case StepRefused::not_found:
      return "not_found";
    case StepRefused::not_yours:
      return "not_yours";
    case StepRefused::begun_already:
      return "begun_already";
    case StepRefused::not_begun:
      return "not_begun";
    case StepRefused::not_ended:
      return "not_ended";
    case StepRefused::no_such_unit:
      return "no_such_unit";
    case StepRefused::no_such_plan:
      return "no_such_plan";
    case StepRefused::no_such_person:
      return "no_such_person";
    case StepRefused::no_such_login:
      return "no_such_login";
    case StepRefused::no_such_finding:
      return "no_such_finding";
    case StepRefused::no_leader:
      return "no_leader";
    case StepRefused::nobody_signed:
      return "nobody_signed";
    case StepRefused::case_has_gaps:
      return "case_has_gaps";
    case StepRefused::disputed:
      return "disputed";
    case StepRefused::nothing_to_review:
      return "nothing_to_review";
  }
  return "";
}

}  // namespace badge::app
