#pragma once
#include <filesystem>

#include "tools/badgectl/session.hpp"

namespace badge::tools {

/// Makes a backup at the server, brings it here, checks its digest, flushes it to the disk under its name,
/// and only then tells the server that it is safe: bridges forget what a completed backup holds. The file
/// must not exist.
void make_backup(const Session& session, const std::filesystem::path& file);

/// Has the server recompute all that is derived. Fails where something differs.
void verify(const Session& session);

/// Checks the log of who did what, row by row, and prints its length and digest. Fails where it is not whole.
void verify_audit(const Session& session);

/// Which doors are alive, what is stored, what needs a person.
void print_status(const Session& session);

}  // namespace badge::tools
