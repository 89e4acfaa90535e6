#pragma once
#include <sys/types.h>

#include <array>
#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "firmware-bridge/reader/message.hpp"

namespace badge::bridge {

/// One badge-reader process and the socket to it (reader/message.hpp). Lives on the io thread.
///
/// The callbacks are called on the io thread, never from inside `start` or `send`, and none after `ended` or
/// after the destructor. The destructor kills a process that still runs; it is collected in the background.
class ReaderProcess {
 public:
  struct Callbacks {
    std::function<void(const FromReader&)> said;
    std::function<void(std::string why)> ended;  // once; "exit status 3", "signal 11", "said nonsense: …"
  };

  /// The error says why the program could not be started.
  static tl::expected<std::unique_ptr<ReaderProcess>, std::string> start(
      boost::asio::io_context& io, const std::filesystem::path& program,
      const std::vector<std::string>& arguments, Callbacks callbacks);
  ~ReaderProcess();

  /// Never waits: what a stuck reader does not take is dropped; it is killed soon anyway.
  void send(const ToReader& message);
  void kill();
  /// Asks it to end, by closing its socket. `ended` follows.
  void close();
  [[nodiscard]] pid_t pid() const;

 private:
  struct Shared;
  explicit ReaderProcess(std::shared_ptr<Shared> shared) : shared_(std::move(shared)) {}
  std::shared_ptr<Shared> shared_;
};

}  // namespace badge::bridge
