#include "tests/support/http_client.hpp"

#include <algorithm>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>
#include <optional>
#include <stdexcept>

#include "tests/support/eventually.hpp"

namespace badge::test {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using Error = boost::system::error_code;
using TlsStream = beast::ssl_stream<beast::tcp_stream>;

std::string lower(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return result;
}

}  // namespace

class HttpClient::Parts {
 public:
  Parts(std::uint16_t port, Options options) : port_(port), options_(std::move(options)) {
    if (options_.ca_file.empty()) return;
    tls_.emplace(asio::ssl::context::tls_client);
    tls_->load_verify_file(options_.ca_file);
    tls_->set_verify_mode(asio::ssl::verify_peer);
  }

  HttpAnswer send(const std::string& method, const std::string& target, const std::string& body,
                  const HttpFields& fields) {
    http::request<http::string_body> request;
    request.version(11);
    request.method_string(method);
    request.target(target);
    request.set(http::field::host, "localhost:" + std::to_string(port_));
    for (const HttpFields* list : {&std::as_const(options_.fields), &fields}) {
      for (const auto& [name, value] : *list) request.set(name, value);
    }
    request.body() = body;
    request.prepare_payload();

    const bool was_open = tls_ ? tls_stream_.has_value() : stream_.has_value();
    if (!was_open) open();
    auto answer = tls_ ? exchange(*tls_stream_, request) : exchange(*stream_, request);
    if (!answer && was_open) {  // the server has closed it since the last answer
      open();
      answer = tls_ ? exchange(*tls_stream_, request) : exchange(*stream_, request);
    }
    if (!answer) throw std::runtime_error(method + ' ' + target + ": no answer: " + error_.message());
    return *std::move(answer);
  }

  int connections = 0;

 private:
  void open() {
    ++connections;
    stream_.reset();
    tls_stream_.reset();
    buffer_.clear();
    beast::tcp_stream stream(io_);
    const asio::ip::tcp::endpoint server(asio::ip::address_v4::loopback(), port_);
    stream.expires_after(patience);
    stream.async_connect(server, [this](Error error) { error_ = error; });
    run();
    if (error_) throw std::runtime_error("connect: " + error_.message());
    if (!tls_) {
      stream_.emplace(std::move(stream));
      return;
    }
    tls_stream_.emplace(std::move(stream), *tls_);
    tls_stream_->set_verify_callback(asio::ssl::host_name_verification("localhost"));
    tls_stream_->async_handshake(asio::ssl::stream_base::client, [this](Error error) { error_ = error; });
    run();
    if (error_) {
      tls_stream_.reset();
      throw std::runtime_error("TLS: " + error_.message());
    }
  }

  template <typename Stream>
  std::optional<HttpAnswer> exchange(Stream& stream, const http::request<http::string_body>& request) {
    beast::get_lowest_layer(stream).expires_after(patience);
    http::async_write(stream, request, [this](Error error, std::size_t) { error_ = error; });
    run();  // also after an error: a server that refuses early has answered before it closed
    http::response_parser<http::string_body> parser;
    parser.body_limit(boost::none);
    parser.skip(request.method() == http::verb::head);
    http::async_read(stream, buffer_, parser, [this](Error error, std::size_t) { error_ = error; });
    run();
    if (error_) return std::nullopt;
    HttpAnswer answer;
    auto response = parser.release();
    answer.status = static_cast<int>(response.result_int());
    for (const auto& field : response) answer.fields[lower(field.name_string())] = std::string(field.value());
    answer.body = std::move(response.body());
    if (!response.keep_alive()) {
      stream_.reset();
      tls_stream_.reset();
    }
    return answer;
  }

  void run() {
    io_.restart();
    io_.run();
  }

  asio::io_context io_;
  std::uint16_t port_;
  Options options_;
  std::optional<asio::ssl::context> tls_;
  std::optional<beast::tcp_stream> stream_;
  std::optional<TlsStream> tls_stream_;
  beast::flat_buffer buffer_;
  Error error_;
};

HttpClient::HttpClient(std::uint16_t port) : HttpClient(port, Options()) {}
HttpClient::HttpClient(std::uint16_t port, Options options)
    : parts_(std::make_unique<Parts>(port, std::move(options))) {}
HttpClient::~HttpClient() = default;
HttpClient::HttpClient(HttpClient&&) noexcept = default;
HttpClient& HttpClient::operator=(HttpClient&&) noexcept = default;

HttpAnswer HttpClient::send(const std::string& method, const std::string& target, const std::string& body,
                            const HttpFields& fields) {
  return parts_->send(method, target, body, fields);
}

int HttpClient::connections() const { return parts_->connections; }

HttpClient::Options bearer(const std::string& token) { return {{}, {{"Authorization", "Bearer " + token}}}; }

}  // namespace badge::test
