#include "firmware-bridge/display.hpp"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <boost/asio/local/stream_protocol.hpp>
#include <cstdio>
#include <list>

#include "firmware-bridge/display_page.hpp"
#include "firmware-bridge/listeners.hpp"

namespace badge::bridge {

namespace asio = boost::asio;
using local = asio::local::stream_protocol;

namespace {

class StandardOutput final : public Display {
 public:
  void show(const std::string& /*entrance*/, const Feedback& feedback) override {
    const auto text = feedback.line() + '\n';
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

  void show(const std::string& /*entrance*/, const Feedback& feedback) override {
    tell(clients_, feedback.line() + '\n');
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

std::vector<std::unique_ptr<Display>> make_displays(asio::io_context& io, const SiteConfig& site,
                                                    OnPress on_press) {
  std::vector<std::unique_ptr<Display>> displays;
  switch (site.display.output) {
    case DisplayOutput::none:
      break;
    case DisplayOutput::standard_output:
      displays.push_back(std::make_unique<StandardOutput>());
      break;
    case DisplayOutput::unix_socket:
      displays.push_back(std::make_unique<SocketDisplay>(io, site.display.socket));
      break;
  }
  if (site.display.listen) displays.push_back(std::make_unique<PageDisplay>(io, site, std::move(on_press)));
  return displays;
}

}  // namespace badge::bridge
