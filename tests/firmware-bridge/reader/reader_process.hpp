#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "firmware-bridge/reader/message.hpp"
#include "tests/support/process.hpp"

namespace badge::test {

/// The real badge-reader with the test in the place of badge-bridge.
class ReaderProcess {
 public:
  explicit ReaderProcess(const std::string& connection, const std::vector<std::string>& more_arguments = {},
                         const std::vector<std::string>& environment = {});
  ~ReaderProcess();
  ReaderProcess(const ReaderProcess&) = delete;
  ReaderProcess& operator=(const ReaderProcess&) = delete;

  void send(const bridge::ToReader& message) const;
  void hang_up();  // what a bridge that dies does

  /// The next message that is no `alive`; nothing if the reader says none, or has ended.
  [[nodiscard]] std::optional<bridge::FromReader> next(std::chrono::milliseconds limit = patience);
  /// The next `alive`, other messages are kept for `next`.
  [[nodiscard]] std::optional<bridge::ReaderAlive> next_alive();

  /// Reads on until a message of this kind comes.
  template <class Kind>
  [[nodiscard]] std::optional<Kind> next_of() {
    while (const auto message = next()) {
      if (const auto* kind = std::get_if<Kind>(&*message)) return *kind;
    }
    return std::nullopt;
  }

  [[nodiscard]] Process& process() { return *process_; }

 private:
  std::optional<bridge::FromReader> receive(std::chrono::milliseconds limit) const;

  int socket_ = -1;
  std::unique_ptr<Process> process_;
  std::vector<bridge::FromReader> kept_;
};

}  // namespace badge::test
