#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "server/store/snapshot.hpp"
#include "tests/support/process.hpp"
#include "tests/support/temp_dir.hpp"
#include "tools/load/http_connection.hpp"

namespace badge::test {

/// The real badge-server in a folder of its own, at a port that stays the same when it is killed and started
/// again. Initialised when constructed, not yet started. What fails throws std::runtime_error with what the
/// program said.
class ServerUnderTest {
 public:
  explicit ServerUnderTest(std::vector<std::string> environment = {}, const std::string& more_config = "");

  void start();  // returns when it answers
  void start_without_waiting();
  [[nodiscard]] bool answers();
  void kill();  // SIGKILL; nothing if it does not run
  void stop();  // SIGTERM, and it must end well
  [[nodiscard]] bool running();

  /// With the administrator's token. An answer of another status than 2xx throws, `ask` returns it.
  std::string get(const std::string& target);
  std::string post(const std::string& target, const std::string& body = "",
                   const std::string& type = "application/json");
  tools::HttpAnswer ask(const std::string& method, const std::string& target, const std::string& body = "",
                        const std::string& type = "application/json");

  /// A token for a bridge of this name.
  [[nodiscard]] std::string add_bridge(const std::string& name);
  void import(const std::string& kind, const std::string& csv);
  [[nodiscard]] std::string person(const std::string& staff_code,
                                   const std::string& month);  // JSON of the report

  /// Backs up into `file`, by the steps that badgectl takes, and completes it.
  void backup(const std::string& file);
  /// Stops it, and puts the backup in the place of its data.
  void restore(const std::string& file);

  /// Looks at the stored data with the server stopped, and starts it again if it ran.
  void with_store(const std::function<void(const store::Snapshot&)>& look);

  [[nodiscard]] std::uint16_t port() const { return port_; }
  [[nodiscard]] const std::string& administrator_token() const { return token_; }
  [[nodiscard]] std::string folder() const { return folder_.path().string(); }
  [[nodiscard]] std::string log();  // of the process that runs, for messages of tests

 private:
  TempDir folder_;
  std::uint16_t port_;
  std::vector<std::string> environment_;
  std::string token_;
  std::unique_ptr<Process> process_;
};

}  // namespace badge::test
