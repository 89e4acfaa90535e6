#pragma once
#include <sys/stat.h>

#include <fstream>
#include <string>
#include <vector>

#include "tests/e2e/server_under_test.hpp"
#include "tests/support/process.hpp"
#include "tests/support/temp_dir.hpp"

namespace badge::test {

/// The real badgectl, as the administrator of a server.
class Badgectl {
 public:
  /// `more`: words before the command, such as --ca FILE.
  explicit Badgectl(const ServerUnderTest& server, const std::string& scheme = "http",
                    std::vector<std::string> more = {})
      : words_({program("badgectl"), "--server", scheme + "://127.0.0.1:" + std::to_string(server.port()),
                "--token-file", folder_ / "admin.token", "--lang", "vi"}) {
    words_.insert(words_.end(), more.begin(), more.end());
    std::ofstream(folder_ / "admin.token") << server.administrator_token() << "\n";
    ::chmod((folder_ / "admin.token").c_str(), 0600);
  }

  Finished operator()(const std::vector<std::string>& command) const {
    std::vector<std::string> all = words_;
    all.insert(all.end(), command.begin(), command.end());
    return run(all);
  }

  /// A file with this text, for a command that reads one.
  [[nodiscard]] std::string file(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ / name) << text;
    return folder_ / name;
  }

 private:
  TempDir folder_;
  std::vector<std::string> words_;
};

}  // namespace badge::test
