#pragma once
#include <filesystem>
#include <string>

#include "tools/badgectl/session.hpp"

namespace badge::tools {

struct ImportCommand {
  std::string kind;
  std::filesystem::path file;
  bool dry_run = false;
  bool withdraw = false;               // take back what the rows name
  std::string complete_for, from, to;  // of taps; all three or none
};

/// Sends the file, prints what it changed or withdrew, or every error of it. Taps go in slices, with a
/// progress bar.
void run_import(const Session& session, const ImportCommand& command);

}  // namespace badge::tools
