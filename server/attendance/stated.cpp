#include "server/attendance/stated.hpp"

#include <algorithm>

namespace badge::attendance {

namespace {

void apply(const Correction& correction, StatedSession& stated) {
  switch (correction.effect) {
    case CorrectionEffect::present:
      stated.in = stated.out = &correction;
      stated.in_at = stated.out_at = std::nullopt;
      stated.absent = nullptr;
      return;
    case CorrectionEffect::in_at:
      stated.in = &correction;
      stated.in_at = correction.at;
      stated.absent = nullptr;
      return;
    case CorrectionEffect::out_at:
      stated.out = &correction;
      stated.out_at = correction.at;
      stated.absent = nullptr;
      return;
    case CorrectionEffect::absent:
      stated = {};
      stated.absent = &correction;
      return;
  }
}

void add(const Correction& correction, StatedSession& stated) {
  switch (correction.decision) {
    case Decision::approved:
      stated.pending = stated.refused = nullptr;
      return apply(correction, stated);
    case Decision::pending:
      stated.pending = &correction;
      return;
    case Decision::refused:
      stated.refused = &correction;
      return;
  }
}

bool speaks_of(const Correction& correction, const PlannedSession& session) {
  return correction.session.empty() || correction.session == session.rule->name;
}

}  // namespace

bool has_corrections(const DayFacts& facts) {
  if (facts.outages != nullptr) return true;
  return std::any_of(facts.corrections.begin(), facts.corrections.end(),
                     [&](const Correction& correction) { return correction.date == facts.date; });
}

StatedDay stated_on(const DayFacts& facts) {
  StatedDay day;
  for (const auto& session : facts.plan->sessions) {
    StatedSession stated;
    for (const auto& correction : facts.corrections) {
      if (correction.date == facts.date && speaks_of(correction, session)) add(correction, stated);
    }
    day.push_back(stated);
  }
  return day;
}

const Correction* outage_in(const DayFacts& facts, const PlannedSession& session, minutes from, minutes to) {
  if (facts.outages == nullptr) return nullptr;
  for (const auto* outage : *facts.outages) {
    if (outage->outage && speaks_of(*outage, session) && outage->outage->from <= to &&
        from <= outage->outage->to)
      return outage;
  }
  return nullptr;
}

}  // namespace badge::attendance
