#include "firmware-bridge/uplink_http.hpp"

#include <fcntl.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>
#include <optional>
#include <variant>

namespace badge::bridge {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using tcp = asio::ip::tcp;
using boost::system::error_code;

namespace {

using Request = http::request<http::string_body>;
using Parser = http::response_parser<http::string_body>;

// Every operation gives its error as a value. (Named once: see the note on co_await in ARCHITECTURE.md.)
constexpr auto as_result = asio::as_tuple(asio::use_awaitable);

std::string host_header(const ServerAddress& server) {
  const bool is_ipv6 = server.host.find(':') != std::string::npos;
  const auto host = is_ipv6 ? '[' + server.host + ']' : server.host;
  return host + ':' + std::to_string(server.port);
}

}  // namespace

struct UplinkHttp::Tls {
  asio::ssl::context context{asio::ssl::context::tls_client};
};

/// A TCP stream, with TLS around it or not. Beast's functions take either.
class UplinkHttp::Connection {
 public:
  using Plain = beast::tcp_stream;
  using Secure = asio::ssl::stream<beast::tcp_stream>;

  Connection(const asio::any_io_executor& executor, Tls* tls) {
    if (tls != nullptr) {
      secure_.emplace(executor, tls->context);
    } else {
      plain_.emplace(executor);
    }
  }

  beast::tcp_stream& tcp_layer() { return secure_ ? secure_->next_layer() : *plain_; }

  asio::awaitable<error_code> open(const ServerAddress& server) {
    tcp::resolver resolver(tcp_layer().get_executor());
    const auto port = std::to_string(server.port);
    auto [resolve_error, addresses] = co_await resolver.async_resolve(server.host, port, as_result);
    if (resolve_error) co_return resolve_error;
    auto [connect_error, address] = co_await tcp_layer().async_connect(addresses, as_result);
    if (connect_error) co_return connect_error;
    ::fcntl(tcp_layer().socket().native_handle(), F_SETFD, FD_CLOEXEC);
    error_code ignored;
    tcp_layer().socket().set_option(tcp::no_delay(true), ignored);
    if (!secure_) co_return error_code();
    auto name = server.host;  // the macro for it casts in the old style
    SSL_ctrl(secure_->native_handle(), SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name, name.data());
    secure_->set_verify_mode(asio::ssl::verify_peer);
    secure_->set_verify_callback(asio::ssl::host_name_verification(server.host));
    auto [handshake_error] = co_await secure_->async_handshake(asio::ssl::stream_base::client, as_result);
    co_return handshake_error;
  }

  asio::awaitable<error_code> write(Request& request) {
    if (secure_) {
      auto [error, size] = co_await http::async_write(*secure_, request, as_result);
      co_return error;
    }
    auto [error, size] = co_await http::async_write(*plain_, request, as_result);
    co_return error;
  }

  asio::awaitable<error_code> read(Parser& parser) {
    if (secure_) {
      auto [error, size] = co_await http::async_read(*secure_, buffer_, parser, as_result);
      co_return error;
    }
    auto [error, size] = co_await http::async_read(*plain_, buffer_, parser, as_result);
    co_return error;
  }

  bool used = false;  // has answered before: the server may have closed it since

 private:
  std::optional<Plain> plain_;
  std::optional<Secure> secure_;
  beast::flat_buffer buffer_;
};

UplinkHttp::UplinkHttp(asio::any_io_executor executor, ServerAddress server,
                       const std::filesystem::path& ca_file)
    : executor_(std::move(executor)), server_(std::move(server)) {
  if (!server_.tls) return;
  tls_ = std::make_unique<Tls>();
  error_code error;
  if (ca_file.empty()) {
    tls_->context.set_default_verify_paths(error);
  } else {
    tls_->context.load_verify_file(ca_file.native(), error);
  }
  if (error)
    throw std::runtime_error(ca_file.native() + ": is no certificate in PEM (" + error.message() + ")");
}

UplinkHttp::~UplinkHttp() = default;

void UplinkHttp::close() {
  if (connection_) connection_->tcp_layer().close();
}

asio::awaitable<tl::expected<HttpReply, std::string>> UplinkHttp::exchange(const HttpRequest& request,
                                                                           std::size_t reply_body_bytes_max) {
  const bool may_be_stale = connection_ && connection_->used;
  auto reply = co_await try_once(request, reply_body_bytes_max);
  if (!reply && may_be_stale) reply = co_await try_once(request, reply_body_bytes_max);
  co_return reply;
}

asio::awaitable<tl::expected<HttpReply, std::string>> UplinkHttp::try_once(const HttpRequest& request,
                                                                           std::size_t reply_body_bytes_max) {
  const bool fresh = !connection_;
  if (fresh) connection_ = std::make_unique<Connection>(executor_, tls_.get());
  auto& link = *connection_;
  link.tcp_layer().expires_after(exchange_time_max);

  error_code error;
  if (fresh) error = co_await link.open(server_);
  Request message(request.method == "POST" ? http::verb::post : http::verb::get, request.target, 11);
  message.set(http::field::host, host_header(server_));
  message.set(http::field::authorization, "Bearer " + request.bearer_token);
  message.set(http::field::user_agent, "badge-bridge");
  if (!request.if_none_match.empty()) message.set(http::field::if_none_match, request.if_none_match);
  if (!request.content_type.empty()) message.set(http::field::content_type, request.content_type);
  message.body() = request.body;
  message.prepare_payload();
  if (!error) error = co_await link.write(message);

  Parser parser;
  parser.header_limit(reply_header_bytes_max);
  parser.body_limit(reply_body_bytes_max);
  if (!error) error = co_await link.read(parser);
  if (error) {
    connection_.reset();
    co_return tl::unexpected(error.message());
  }
  const auto& answer = parser.get();
  HttpReply reply{static_cast<int>(answer.result_int()), answer.body(),
                  std::string(answer[http::field::etag])};
  link.used = true;
  link.tcp_layer().expires_never();
  if (!answer.keep_alive()) connection_.reset();
  co_return reply;
}

}  // namespace badge::bridge
