#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace badge::tools {

struct HttpAnswer {
  int status = 0;
  std::string content_type, set_cookie, body;
};

struct HttpQuestion {
  std::string_view method = "GET";
  std::string_view target;  // "/api/v1/health"
  std::string_view content_type = "application/json";
  std::string_view body;
};

/// One kept-alive HTTP/1.1 connection to a badge-server on this machine, blocking: as little between the
/// measured server and the stop-watch as possible. Plain http only; used by one thread.
class HttpConnection {
 public:
  /// `token` may be empty. Connects at the first question.
  HttpConnection(std::uint16_t port, std::string token) : port_(port), token_(std::move(token)) {}
  ~HttpConnection() { close(); }
  HttpConnection(HttpConnection&& other) noexcept;
  HttpConnection& operator=(HttpConnection&&) = delete;

  /// The answer, whatever its status; an error where there is none: a sentence. The connection is closed then
  /// and made anew by the next question.
  [[nodiscard]] tl::expected<HttpAnswer, std::string> ask(const HttpQuestion& question);

 private:
  bool connect();
  void close();
  [[nodiscard]] tl::expected<HttpAnswer, std::string> read_answer();

  std::uint16_t port_;
  std::string token_;
  int socket_ = -1;
  std::string buffer_;  // what was read and belongs to no answer yet
};

}  // namespace badge::tools
