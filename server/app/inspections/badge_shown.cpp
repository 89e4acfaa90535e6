#include "server/app/inspections/badge_shown.hpp"

#include <algorithm>
#include <set>

namespace badge::app {
namespace {

using attendance::Date, attendance::LocalTime;

/// Whose checks count.
std::set<std::string, std::less<>> checkers(const store::Snapshot& snapshot,
                                            const std::vector<std::string>& team, Date date) {
  std::set<std::string, std::less<>> codes(team.begin(), team.end());
  for (const auto& [staff_code, grant] : snapshot.check_openers()) {
    if (grant.role == store::Role::inspector && grant.valid.contains(date)) codes.insert(staff_code);
  }
  return codes;
}

}  // namespace

BadgesShown badges_shown(const Evidence& evidence, const store::Snapshot& snapshot,
                         const attendance::RuleBook& book, const inspection::Inspection& inspection,
                         const std::vector<std::string>& team) {
  BadgesShown shown;
  if (!inspection.has_begun()) return shown;
  const auto& office = evidence.office();
  const auto& people = book.people();
  const auto who = checkers(snapshot, team, std::chrono::floor<std::chrono::days>(inspection.started_at));
  const auto until = inspection.ended ? inspection.ended_at : evidence.now();
  const auto rows = snapshot.checked_rows(office.to_instant(inspection.started_at),
                                          office.to_instant(until + std::chrono::seconds(1)));
  for (const auto& row : rows) {
    if (!row.card || !row.inspector) continue;
    const auto inspector = people.holder_at(row.inspector->hex(), office.to_local(row.opened_at));
    const auto at = office.to_local(row.at);
    const auto person = people.holder_at(row.card->hex(), at);
    if (!inspector || !person || inspector == person || !who.contains(people.code(*inspector))) continue;
    const auto [place, is_new] = shown.try_emplace(std::string(people.code(*person)), at);
    if (!is_new) place->second = std::min(place->second, at);
  }
  return shown;
}

}  // namespace badge::app
