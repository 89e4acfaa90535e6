#include "tools/badgectl/client.hpp"

#include <algorithm>
#include <array>
#include <boost/asio/connect.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>
#include <charconv>
#include <chrono>
#include <optional>
#include <thread>

namespace badge::tools {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using boost::system::error_code;
using std::chrono::seconds;

constexpr seconds connect_wait_max{10};
constexpr seconds send_wait_max{120};     // 8 MB on a bad line
constexpr seconds answer_wait_max{1800};  // `verify` and `backup` read the whole store first
constexpr seconds piece_wait_max{60};     // between two pieces of an answer
constexpr seconds retry_wait_max{30};     // whatever a server asks for
constexpr std::size_t piece_bytes = 64 * 1024;

seconds retry_after(std::string_view header) {
  int wait_s = 1;
  std::from_chars(header.data(), header.data() + header.size(), wait_s);
  return std::clamp(seconds(wait_s), seconds(1), retry_wait_max);
}

}  // namespace

struct Client::Exchange {
  http::verb method;
  std::string target, content_type;
  std::string_view body;
  const std::function<void(std::string_view)>* take = nullptr;  // of a download
};

/// One connection after another, each operation under its own time limit.
class Client::Network {
 public:
  explicit Network(const ClientOptions& options) : options_(options) {
    if (!options.server.tls) return;
    error_code failed;
    if (options.ca_file.empty()) {
      tls_.set_default_verify_paths(failed);
    } else {
      tls_.load_verify_file(options.ca_file.string(), failed);
      if (failed) {
        throw ConnectionFailed("--ca \"" + options.ca_file.string() +
                               "\": cannot be read as PEM certificates (" + failed.message() + ")");
      }
    }
    tls_.set_verify_mode(asio::ssl::verify_peer);
  }

  struct Reply {
    Answer answer;
    seconds retry_after{1};
  };

  Reply exchange(const Exchange& exchange) {
    beast::tcp_stream socket(io_);
    connect(socket);
    if (!options_.server.tls) return converse(socket, socket, exchange);
    beast::ssl_stream<beast::tcp_stream> secure(std::move(socket), tls_);
    secure.set_verify_callback(asio::ssl::host_name_verification(options_.server.host));
    // What the macro SSL_set_tlsext_host_name does, without its cast.
    std::string name = options_.server.host;
    SSL_ctrl(secure.native_handle(), SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name, name.data());
    run(secure.next_layer(), connect_wait_max, "agree on TLS",
        [&](auto done) { secure.async_handshake(asio::ssl::stream_base::client, std::move(done)); });
    return converse(secure, secure.next_layer(), exchange);
  }

 private:
  [[nodiscard]] std::string place() const { return options_.server.host + ":" + options_.server.port; }

  /// Starts one operation and waits for its end; the socket's own timer ends it at `limit`.
  template <class Start>
  error_code attempt(beast::tcp_stream& socket, seconds limit, Start start) {
    error_code outcome;
    socket.expires_after(limit);
    start([&outcome](error_code failed, auto&&...) { outcome = failed; });
    io_.restart();
    io_.run();
    return outcome;
  }

  void expect(error_code outcome, std::string_view what) const {
    if (!outcome) return;
    throw ConnectionFailed("server " + place() + ": could not " + std::string(what) + " (" +
                           outcome.message() + ")");
  }

  template <class Start>
  void run(beast::tcp_stream& socket, seconds limit, std::string_view what, Start start) {
    expect(attempt(socket, limit, std::move(start)), what);
  }

  void connect(beast::tcp_stream& socket) {
    error_code failed;
    asio::ip::tcp::resolver resolver(io_);
    const auto found = resolver.resolve(options_.server.host, options_.server.port, failed);
    if (failed)
      throw ConnectionFailed("server " + place() + ": the name is not known (" + failed.message() + ")");
    run(socket, connect_wait_max, "connect; is badge-server running?",
        [&](auto done) { socket.async_connect(found, std::move(done)); });
  }

  template <class Stream>
  Reply converse(Stream& stream, beast::tcp_stream& socket, const Exchange& exchange) {
    http::request<http::span_body<const char>> request(exchange.method, exchange.target, 11);
    request.set(http::field::host, place());
    request.set(http::field::authorization, "Bearer " + options_.token);
    request.set(http::field::accept_language, options_.language);
    request.set(http::field::connection, "close");
    if (!exchange.content_type.empty()) request.set(http::field::content_type, exchange.content_type);
    request.body() = {exchange.body.data(), exchange.body.size()};
    if (exchange.method != http::verb::get) request.prepare_payload();

    // A server that refuses a request answers before it has read all of it: the answer counts, not the failed
    // write.
    std::optional<ConnectionFailed> not_sent;
    try {
      run(socket, send_wait_max, "send the request",
          [&](auto done) { http::async_write(stream, request, std::move(done)); });
    } catch (const ConnectionFailed& failure) {
      not_sent = failure;
    }
    beast::flat_buffer buffer;
    http::response_parser<http::buffer_body> parser;
    parser.body_limit(boost::none);
    try {
      run(socket, answer_wait_max, "read the answer",
          [&](auto done) { http::async_read_header(stream, buffer, parser, std::move(done)); });
    } catch (const ConnectionFailed&) {
      if (not_sent) throw *not_sent;
      throw;
    }
    Reply reply;
    reply.answer.status = static_cast<int>(parser.get().result_int());
    reply.answer.content_type = std::string(parser.get()[http::field::content_type]);
    reply.retry_after = retry_after(parser.get()[http::field::retry_after]);
    read_body(stream, socket, buffer, parser, exchange, reply.answer);
    return reply;
  }

  template <class Stream, class Parser>
  void read_body(Stream& stream, beast::tcp_stream& socket, beast::flat_buffer& buffer, Parser& parser,
                 const Exchange& exchange, Answer& answer) {
    std::array<char, piece_bytes> piece;
    while (!parser.is_done()) {
      parser.get().body().data = piece.data();
      parser.get().body().size = piece.size();
      const auto outcome = attempt(socket, piece_wait_max, [&](auto done) {
        http::async_read(stream, buffer, parser, std::move(done));
      });
      if (outcome != http::error::need_buffer) expect(outcome, "read the answer");
      const std::string_view text(piece.data(), piece.size() - parser.get().body().size);
      if (exchange.take != nullptr && answer.good()) {
        (*exchange.take)(text);
      } else if (answer.body.size() + text.size() > answer_bytes_max) {
        throw ConnectionFailed("server " + place() + ": the answer is too large; ask for a smaller part");
      } else {
        answer.body += text;
      }
    }
  }

  const ClientOptions& options_;
  asio::io_context io_{1};
  asio::ssl::context tls_{asio::ssl::context::tls_client};
};

Client::Client(ClientOptions options)
    : options_(std::move(options)), network_(std::make_unique<Network>(options_)) {}

Client::~Client() = default;

Answer Client::send_patiently(const Exchange& exchange) {
  for (int tried = 1;; ++tried) {
    auto reply = network_->exchange(exchange);
    const bool is_full = reply.answer.status == 429 || reply.answer.status == 503;
    if (!is_full || tried == tries_max) return std::move(reply.answer);
    std::this_thread::sleep_for(reply.retry_after);
  }
}

Answer Client::get(std::string_view target) {
  return send_patiently({http::verb::get, std::string(target), "", {}});
}

Answer Client::del(std::string_view target) {
  return send_patiently({http::verb::delete_, std::string(target), "", {}});
}

Answer Client::post(std::string_view target, std::string_view content_type, std::string_view body) {
  return send_patiently({http::verb::post, std::string(target), std::string(content_type), body});
}

Answer Client::put(std::string_view target, std::string_view content_type, std::string_view body) {
  return send_patiently({http::verb::put, std::string(target), std::string(content_type), body});
}

Answer Client::download(std::string_view target, const std::function<void(std::string_view)>& take) {
  return send_patiently({http::verb::get, std::string(target), "", {}, &take});
}

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  std::string encoded;
  for (const char c : text) {
    if (plain.find(c) != std::string_view::npos) {
      encoded += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    encoded += '%';
    encoded += hex[byte >> 4];
    encoded += hex[byte & 0x0F];
  }
  return encoded;
}

}  // namespace badge::tools
