#include "firmware-bridge/display.hpp"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <boost/asio/local/stream_protocol.hpp>
#include <cstdio>
#include <list>
#include <string>

namespace badge::bridge {

namespace asio = boost::asio;
using local = asio::local::stream_protocol;

namespace {

class NoDisplay final : public Display {
 public:
  void show(std::string_view) override {}
};

class StandardOutput final : public Display {
 public:
  void show(std::string_view line) override {
    const auto text = std::string(line) + '\n';
    std::fwrite(text.data(), 1, text.size(), stdout);
    std::fflush(stdout);
  }
};

class SocketDisplay final : public Display {
 public:
  static constexpr std::size_t clients_max = 8;  // displays at one entrance

  SocketDisplay(asio::io_context& io, const std::filesystem::path& path)
      : path_(remove_socket(path)), acceptor_(io, local::endpoint(path.native())) {
    ::chmod(path.c_str(), 0660);
    ::fcntl(acceptor_.native_handle(), F_SETFD, FD_CLOEXEC);
    accept();
  }
  SocketDisplay(const SocketDisplay&) = delete;
  SocketDisplay& operator=(const SocketDisplay&) = delete;
  ~SocketDisplay() override { ::unlink(path_.c_str()); }

  void show(std::string_view line) override {
    const auto text = std::string(line) + '\n';
    // A display that does not read is let go: it must not hold up a person at the reader.
    std::erase_if(clients_, [&](local::socket& client) {
      const auto sent = ::send(client.native_handle(), text.data(), text.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
      return sent != static_cast<ssize_t>(text.size());
    });
  }

 private:
  /// A killed bridge leaves its socket behind. Anything else under this name is not ours to remove.
  static const std::filesystem::path& remove_socket(const std::filesystem::path& path) {
    std::error_code error;
    if (std::filesystem::is_socket(path, error)) std::filesystem::remove(path, error);
    return path;
  }

  void accept() {
    acceptor_.async_accept([this](boost::system::error_code error, local::socket client) {
      if (error) return;
      ::fcntl(client.native_handle(), F_SETFD, FD_CLOEXEC);
      if (clients_.size() == clients_max) clients_.pop_front();
      clients_.push_back(std::move(client));
      accept();
    });
  }

  std::filesystem::path path_;
  local::acceptor acceptor_;
  std::list<local::socket> clients_;
};

}  // namespace

std::unique_ptr<Display> make_display(asio::io_context& io, const DisplayConfig& config) {
  switch (config.output) {
    case DisplayOutput::none:
      return std::make_unique<NoDisplay>();
    case DisplayOutput::standard_output:
      return std::make_unique<StandardOutput>();
    case DisplayOutput::unix_socket:
      return std::make_unique<SocketDisplay>(io, config.socket);
  }
  return std::make_unique<NoDisplay>();
}

}  // namespace badge::bridge
