#pragma once
#include <string>

#include "tools/badgectl/session.hpp"

namespace badge::tools {

/// A unit's period: a month, or from one day to another.
struct Period {
  std::string unit, month, from, to;
};

void close_period(const Session& session, const Period& period, bool preliminary);
/// Opens the period's close in force again.
void reopen_period(const Session& session, const Period& period, const std::string& reason);
void list_closes(const Session& session, const Period& period);
/// `since`: a position to compare with; empty: the sheet of the closed period.
void list_changes(const Session& session, const Period& period, const std::string& since,
                  const std::string& format);

}  // namespace badge::tools
