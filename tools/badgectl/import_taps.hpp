#pragma once
#include "tools/badgectl/import_command.hpp"

namespace badge::tools {

/// Sends a file of any size in slices of whole rows, never more than one of them in memory. Returns the
/// counts; fails with every error of the file, after the server has forgotten what was sent.
[[nodiscard]] boost::json::object import_taps(const Session& session, const ImportCommand& command);

}  // namespace badge::tools
