#include "server/http/server.hpp"

#include <spdlog/spdlog.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <future>
#include <optional>
#include <thread>

#include "server/http/conversation.hpp"

namespace badge::http {
namespace {

using asio::ip::tcp;

std::string where(const Listen& listen) { return listen.address + ":" + std::to_string(listen.port); }

tcp::acceptor open_acceptor(asio::io_context& io, const Listen& listen) {
  try {
    const tcp::endpoint endpoint(asio::ip::make_address(listen.address), listen.port);
    return tcp::acceptor(io, endpoint);  // sets SO_REUSEADDR: a restart need not wait for old connections
  } catch (const boost::system::system_error& error) {
    throw CannotListen("listen \"" + where(listen) + "\": " + error.code().message());
  }
}

std::optional<asio::ssl::context> make_tls(const Listen& listen) {
  if (listen.tls_certificate.empty()) return std::nullopt;
  asio::ssl::context tls(asio::ssl::context::tls_server);
  tls.set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_sslv2 |
                  asio::ssl::context::no_sslv3 | asio::ssl::context::no_tlsv1 |
                  asio::ssl::context::no_tlsv1_1);
  boost::system::error_code error;
  tls.use_certificate_chain_file(listen.tls_certificate, error);
  if (error) throw CannotListen("tls_certificate \"" + listen.tls_certificate + "\": " + error.message());
  tls.use_private_key_file(listen.tls_key, asio::ssl::context::pem, error);
  if (error) throw CannotListen("tls_key \"" + listen.tls_key + "\": " + error.message());
  return tls;
}

/// Full: said where it can be said at once, without a conversation.
void turn_away(tcp::socket& socket, bool is_tls) {
  constexpr std::string_view full =
      "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
  boost::system::error_code ignored;
  socket.non_blocking(true, ignored);
  if (!is_tls) socket.write_some(asio::buffer(full), ignored);
  socket.close(ignored);
}

}  // namespace

class Server::Parts {
 public:
  Parts(const Listen& listen, Services services)
      : tls_(make_tls(listen)),
        shared_{io_, services, listen.patience},
        acceptor_(open_acceptor(io_, listen)),
        retry_(io_) {
    port_ = acceptor_.local_endpoint().port();
    asio::co_spawn(io_, accept(), asio::detached);
    thread_ = std::thread([this] {
      io_.run();
      ended_.set_value();
    });
  }

  ~Parts() { stop(); }

  [[nodiscard]] std::uint16_t port() const { return port_; }

  void stop() {
    if (!thread_.joinable()) return;
    asio::post(io_, [this] { begin_to_stop(); });
    // run() ends by itself with the last conversation; those that do not end are cut off.
    if (ended_.get_future().wait_for(stop_grace) == std::future_status::timeout) io_.stop();
    thread_.join();
  }

 private:
  static constexpr std::chrono::milliseconds accept_retry{100};  // for a descriptor to become free

  asio::awaitable<void> accept() {
    constexpr auto as_values = asio::as_tuple(asio::use_awaitable);
    while (!shared_.stopping) {
      auto [error, socket] = co_await acceptor_.async_accept(as_values);
      if (shared_.stopping) co_return;
      if (error) {
        log_once(error.message());
        retry_.expires_after(accept_retry);
        co_await retry_.async_wait(as_values);
        continue;
      }
      if (shared_.connections.size() >= connections_max) {
        log_once("all " + std::to_string(connections_max) + " connections are in use");
        turn_away(socket, tls_.has_value());
        continue;
      }
      trouble_.clear();
      start(std::move(socket));
    }
  }

  void start(tcp::socket socket) {
    boost::system::error_code ignored;
    socket.set_option(tcp::no_delay(true), ignored);  // answers are whole: waiting for more only delays them
    beast::tcp_stream stream(std::move(socket));
    auto conversation =
        tls_ ? converse_tls({std::move(stream), *tls_}, shared_) : converse_plain(std::move(stream), shared_);
    asio::co_spawn(io_, std::move(conversation), [](const std::exception_ptr& failure) {
      try {
        if (failure) std::rethrow_exception(failure);
      } catch (const std::exception& error) {
        spdlog::error("http: a connection ended by a fault: {}", error.what());
      }
    });
  }

  void begin_to_stop() {
    shared_.stopping = true;
    boost::system::error_code ignored;
    acceptor_.close(ignored);
    retry_.cancel();
    for (auto* const connection : shared_.connections) connection->stop();
  }

  void log_once(const std::string& trouble) {
    if (trouble == trouble_) return;
    trouble_ = trouble;
    spdlog::warn("http: cannot take a connection: {}", trouble);
  }

  std::optional<asio::ssl::context> tls_;
  Shared shared_;
  asio::io_context io_{1};  // destroyed before what its unfinished conversations use
  tcp::acceptor acceptor_;
  asio::steady_timer retry_;
  std::uint16_t port_ = 0;
  std::string trouble_;  // already logged, not over yet
  std::promise<void> ended_;
  std::thread thread_;
};

Server::Server(const Listen& listen, Services services) : parts_(std::make_unique<Parts>(listen, services)) {}
Server::~Server() = default;
std::uint16_t Server::port() const { return parts_->port(); }
void Server::stop() { parts_->stop(); }

}  // namespace badge::http
