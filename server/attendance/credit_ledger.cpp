#include "server/attendance/credit_ledger.hpp"

#include <algorithm>
#include <tuple>

namespace badge::attendance {

namespace {

bool may_serve(const Credit& credit, Date date) { return credit.date <= date && date <= credit.expires; }

/// Returns what was not to be had.
minutes draw(std::vector<CreditStanding>& credits, const CompensatoryUse& use) {
  auto wanted = use.taken;
  for (auto& standing : credits) {
    if (!may_serve(*standing.credit, use.date)) continue;
    const auto drawn = std::min(standing.left, wanted);
    standing.left -= drawn;
    standing.taken += drawn;
    wanted -= drawn;
  }
  return wanted;
}

}  // namespace

std::vector<CompensatoryUse> compensatory_uses(std::span<const PaperSession> sessions) {
  std::vector<CompensatoryUse> uses;
  for (const auto& session : sessions) {
    if (session.paper->kind != AbsenceKind::compensatory) continue;
    if (uses.empty() || uses.back().date != session.date) uses.push_back({session.date, minutes(0)});
    uses.back().taken += session.covered.to - session.covered.from;
  }
  return uses;
}

CreditLedger credit_ledger(std::span<const Credit> credits, std::vector<CompensatoryUse> uses, Date today) {
  CreditLedger ledger;
  for (const auto& credit : credits) {
    ledger.credits.push_back({&credit, minutes(0), minutes(0), credit.earns});
    ledger.earned += credit.earns;
  }
  std::stable_sort(ledger.credits.begin(), ledger.credits.end(), [](const auto& a, const auto& b) {
    return std::tie(a.credit->expires, a.credit->date) < std::tie(b.credit->expires, b.credit->date);
  });
  std::stable_sort(uses.begin(), uses.end(), [](const auto& a, const auto& b) { return a.date < b.date; });

  for (const auto& use : uses) {
    ledger.taken += use.taken;
    const auto over = draw(ledger.credits, use);
    ledger.over_taken += over;
    if (over > minutes(0)) ledger.over_taken_on.push_back({use.date, over});
  }
  for (auto& standing : ledger.credits) {
    if (standing.credit->expires < today) std::swap(standing.expired, standing.left);
    ledger.expired += standing.expired;
    ledger.left += standing.left;
    if (standing.credit->expires <= today + expires_soon) ledger.expires_soon += standing.left;
  }
  return ledger;
}

}  // namespace badge::attendance
