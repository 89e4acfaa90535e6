#pragma once
#include <string>

#include "tests/support/process.hpp"
#include "tests/support/temp_dir.hpp"

namespace badge::test {

/// The real reader-sim program with a pty of its own, controlled by lines on its standard input.
/// Ready to be opened when constructed.
class ReaderSim {
 public:
  explicit ReaderSim(const std::vector<std::string>& more_arguments = {});

  /// For libnfc: "pn532_uart:" and a link that stays the same when the reader is plugged in again.
  [[nodiscard]] std::string connection() const { return "pn532_uart:" + link(); }
  [[nodiscard]] std::string link() const { return folder_ / "reader"; }

  /// Its answer, which begins with "ok" or "error".
  std::string command(const std::string& line);

  /// The same, for commands that must succeed: throws std::runtime_error with the answer if it does not.
  std::string ok(const std::string& line);

  /// One value of `status`, such as "reads" or "commands".
  [[nodiscard]] std::string status(const std::string& key);

  [[nodiscard]] Process& process() { return process_; }

 private:
  TempDir folder_;
  Process process_;
};

}  // namespace badge::test
