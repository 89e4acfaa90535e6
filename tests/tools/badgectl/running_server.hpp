#pragma once
#include <memory>
#include <string>
#include <vector>

#include "tests/support/process.hpp"
#include "tests/support/temp_dir.hpp"

namespace badge::tools::test {

/// The real badge-server on a port of its own, with an administrator's token, and badgectl pointed at it.
/// What fails throws std::runtime_error.
class RunningServer {
 public:
  RunningServer();

  /// badgectl with these arguments, in English, in `folder`.
  [[nodiscard]] badge::test::Finished badgectl(std::vector<std::string> arguments) const;
  [[nodiscard]] badge::test::Finished badgectl_vietnamese(std::vector<std::string> arguments) const;

  /// Writes a file into the folder; returns its name.
  std::string file(const std::string& name, std::string_view text) const;
  [[nodiscard]] std::string read(const std::string& name) const;
  [[nodiscard]] std::string path(const std::string& name) const { return folder_ / name; }
  [[nodiscard]] const std::string& url() const { return url_; }

 private:
  [[nodiscard]] badge::test::Finished run_in(const std::string& language,
                                             std::vector<std::string> arguments) const;

  badge::test::TempDir folder_;
  std::unique_ptr<badge::test::Process> process_;
  std::string url_;
};

}  // namespace badge::tools::test
