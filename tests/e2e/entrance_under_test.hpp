#pragma once
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "reader-config/tap/tap.hpp"
#include "tests/support/process.hpp"
#include "tests/support/reader_sim.hpp"
#include "tests/support/temp_dir.hpp"

namespace badge::test {

/// What an entrance showed for one badge.
enum class Shown {
  green,
  amber,
  red,
  verified  // by a portable reader that wrote nothing
};

/// The real badge-bridge and badge-reader at one emulated reader, in a folder of their own. Not yet started.
/// What fails throws std::runtime_error with what the program said.
class EntranceUnderTest {
 public:
  struct Options {
    std::string name = "cong-a";  // of the bridge and of the entrance; its reader is <name>-1
    std::uint16_t server_port = 0;
    std::string token;
    std::vector<std::string> environment;
    std::string more_config;  // keys for the top of site.toml
    std::string scheme = "http";
    bool portable = false;  // its reader stands at no entrance
  };
  explicit EntranceUnderTest(Options options);

  void start();
  void kill();         // SIGKILL to the bridge; its reader dies with it
  void kill_reader();  // SIGKILL to badge-reader only
  void stop();         // SIGTERM, and it must end well within 2 s
  [[nodiscard]] bool running();

  [[nodiscard]] ReaderSim& reader() { return reader_; }

  /// Holds a badge to the reader until it shows something, then takes it away. Nothing if it shows nothing
  /// within `limit`.
  std::optional<Shown> tap(const std::string& uid, std::chrono::milliseconds limit = patience);

  /// The same in steps, for tests that do other things meanwhile. A badge takes the place of the last one.
  void show_badge(const std::string& uid);  // and forgets what was shown before
  [[nodiscard]] std::optional<Shown> shown();
  void take_badge_away();

  void move_to_server(std::uint16_t port);  // from the next start on

  [[nodiscard]] std::string journal() const { return folder_ / "journal.db"; }
  [[nodiscard]] std::string folder() const { return folder_.path().string(); }
  [[nodiscard]] std::string log();

 private:
  void write_config();
  Options options_;
  TempDir folder_;
  ReaderSim reader_;
  std::unique_ptr<Process> process_;
  bool holds_badge_ = false;
};

}  // namespace badge::test
