#pragma once
#include <map>
#include <string>

#include "server/app/evidence.hpp"
#include "server/inspection/inspection.hpp"

namespace badge::app {

/// The first minute in which a reader in check mode saw somebody's badge, by staff code. That a badge was
/// shown says nothing of whether it is worn.
using BadgesShown = std::map<std::string, attendance::LocalTime, std::less<>>;

/// During an inspection that has begun, from its start to its end or to now, in checks that were opened by
/// somebody of `team` (staff codes) or by an inspector; a guard's are not of an inspection. Nobody is shown
/// to themselves. Reads at most store::checked_rows_max rows, the newest. Any thread; blocks.
[[nodiscard]] BadgesShown badges_shown(const Evidence& evidence, const store::Snapshot& snapshot,
                                       const attendance::RuleBook& book,
                                       const inspection::Inspection& inspection,
                                       const std::vector<std::string>& team);

}  // namespace badge::app
