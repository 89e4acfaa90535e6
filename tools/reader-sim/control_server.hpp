#pragma once
#include <poll.h>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace badge::tools {

inline constexpr std::size_t control_clients_max = 8;  // a person, a test, a script, and some to spare

/// Reads command lines from standard input and from a UNIX socket, and writes an answer to each where it came
/// from. One thread: `add_to` before a poll, `serve` after it.
class ControlServer {
 public:
  using Handler = std::function<std::string(std::string_view line)>;

  /// `socket_path`: empty for standard input only. Throws std::runtime_error if it is in use or cannot be
  /// made.
  explicit ControlServer(std::string socket_path);
  ~ControlServer();
  ControlServer(const ControlServer&) = delete;
  ControlServer& operator=(const ControlServer&) = delete;

  void add_to(std::vector<pollfd>& fds) const;
  void serve(const std::vector<pollfd>& fds, const Handler& handler);

  /// Standard input has ended and there is no socket: nobody can say anything any more.
  [[nodiscard]] bool deserted() const { return channels_.empty() && listener_ < 0; }

 private:
  struct Channel {
    int in;
    int out;
    std::string pending;  // the beginning of a line
  };

  void listen();
  void accept();
  static bool serve_channel(Channel& channel, const Handler& handler);
  static void close_channel(const Channel& channel);

  std::string socket_path_;
  int listener_ = -1;
  std::vector<Channel> channels_;
};

}  // namespace badge::tools
