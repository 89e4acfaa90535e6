#pragma once
/// A child program of a test. It dies with the thread that started it (PR_SET_PDEATHSIG), and with this
/// object (SIGKILL). The test fails where a sanitizer found something in the child, whatever
/// the test makes of its end.
#include <sys/types.h>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "tests/support/eventually.hpp"

namespace badge::test {

/// The path of a program that is built beside the running test: program("badge-reader").
[[nodiscard]] std::string program(const std::string& name);

class Process {
 public:
  struct Options {
    std::vector<std::string> environment{};  // "NAME=value", added to the test's own
    std::string folder{};                    // working directory; empty: the test's own
    int fd3 = -1;  // becomes file descriptor 3 of the child; the caller keeps and closes its own
  };

  /// Starts `arguments[0]` (a path, or a name that is looked up in PATH). Throws std::system_error if it
  /// cannot.
  explicit Process(std::vector<std::string> arguments, const Options& options);
  explicit Process(std::vector<std::string> arguments);
  ~Process();
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  [[nodiscard]] pid_t pid() const { return pid_; }
  [[nodiscard]] bool running();
  void signal(int number);  // nothing if it has ended

  /// Writes to its standard input; `close_input` is the end of file.
  void write(const std::string& text);
  void close_input();

  /// The next line of its standard output without the line end; nothing at the end of file or of patience.
  [[nodiscard]] std::optional<std::string> read_line(std::chrono::milliseconds limit = patience);
  /// Everything that it has written so far: standard output beyond the lines read, and standard error.
  [[nodiscard]] std::string output();
  [[nodiscard]] std::string errors();

  /// Waits for its end: exit code, or 128 + signal. Nothing if it runs on.
  [[nodiscard]] std::optional<int> wait(std::chrono::milliseconds limit = patience);

 private:
  void drain();
  bool reap();

  pid_t pid_ = -1;
  int input_ = -1, output_ = -1, errors_ = -1;
  std::string output_text_, errors_text_;
  std::optional<int> status_;
};

/// Runs a program to its end.
struct Finished {
  int status = 0;
  std::string output, errors;
};
[[nodiscard]] Finished run(std::vector<std::string> arguments, const Process::Options& options);
[[nodiscard]] Finished run(std::vector<std::string> arguments);

}  // namespace badge::test
