#include "server/attendance/stated.hpp"

#include <algorithm>

namespace badge::attendance {

namespace {

void apply(const Correction& correction, const PlannedSession& session, StatedSession& stated) {
  switch (correction.effect) {
    case CorrectionEffect::present:
      stated.in = stated.out = &correction;
      stated.in_at = session.start;
      stated.out_at = session.end;
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
      stated = {.absent = &correction};
      return;
  }
}

void add(const Correction& correction, const PlannedSession& session, StatedSession& stated) {
  switch (correction.decision) {
    case Decision::approved:
      stated.pending = stated.refused = nullptr;
      return apply(correction, session, stated);
    case Decision::pending:
      stated.pending = &correction;
      return;
    case Decision::refused:
      stated.refused = &correction;
      return;
  }
}

/// An end is forgiven if a tap that would have been in time could have been lost in the outage.
void add_outage(const Correction& outage, const PlannedSession& session, StatedSession& stated) {
  if (!outage.outage) return;
  const auto overlaps = [&](minutes from, minutes to) {
    return outage.outage->from <= to && from <= outage.outage->to;
  };
  if (overlaps(session.opens, session.start + session.late_grace)) stated.in_outage = &outage;
  if (overlaps(session.end - session.early_grace, session.closes)) stated.out_outage = &outage;
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
      if (correction.date == facts.date && speaks_of(correction, session)) add(correction, session, stated);
    }
    if (facts.outages != nullptr) {
      for (const auto* outage : *facts.outages) {
        if (speaks_of(*outage, session)) add_outage(*outage, session, stated);
      }
    }
    day.push_back(stated);
  }
  return day;
}

}  // namespace badge::attendance
