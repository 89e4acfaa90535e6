#pragma once
/// What the report commands print alike.
#include <string>

#include "tools/badgectl/session.hpp"

namespace badge::tools {

/// JSON or CSV as the server sent it, without the mark that only spreadsheet programs need. Throws
/// CommandFailed where the server refused.
void print_as_it_came(const Session& session, const Answer& answer);

/// 2026-07-09, or 09/07/2026 in Vietnamese.
[[nodiscard]] std::string date_for(const Session& session, const std::string& iso);

}  // namespace badge::tools
