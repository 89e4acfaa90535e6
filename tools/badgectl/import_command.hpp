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
  // Of attlog: by how much the machine's clock was ahead, its name, and a file of its numbers (may be empty).
  int clock_ahead_s = 0;
  std::string reader;
  std::filesystem::path codes;
};

/// Sends the file, prints what it changed or withdrew, or every error of it. Taps go in slices, with a
/// progress bar.
void run_import(const Session& session, const ImportCommand& command);

}  // namespace badge::tools
