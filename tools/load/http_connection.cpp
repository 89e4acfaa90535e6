#include "tools/load/http_connection.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <utility>

namespace badge::tools {
namespace {

constexpr std::size_t head_bytes_max = 64 * 1024;            // far more than badge-server sends
constexpr std::size_t body_bytes_max = 256UL * 1024 * 1024;  // a month of 100,000 people as JSON
constexpr time_t answer_wait_s = 300;  // the slowest answer: a verification of millions of taps

bool same_name(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
           return (x >= 'A' && x <= 'Z' ? x + 32 : x) == (y >= 'A' && y <= 'Z' ? y + 32 : y);
         });
}

/// The value of a header field in `head`, without spaces around it; empty where there is none.
std::string_view field(std::string_view head, std::string_view name) {
  for (std::size_t at = head.find("\r\n"); at != std::string_view::npos && at + 2 < head.size();
       at = head.find("\r\n", at + 2)) {
    std::string_view line = head.substr(at + 2);
    line = line.substr(0, line.find("\r\n"));
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || !same_name(line.substr(0, colon), name)) continue;
    std::string_view value = line.substr(colon + 1);
    while (!value.empty() && value.front() == ' ') value.remove_prefix(1);
    return value;
  }
  return {};
}

bool send_all(int socket, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

/// Appends what comes next; false at the end of the connection, at an error, and after `answer_wait_s`.
bool read_more(int socket, std::string& buffer) {
  char chunk[64 * 1024];
  for (;;) {
    const ssize_t got = ::recv(socket, chunk, sizeof chunk, 0);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    buffer.append(chunk, static_cast<std::size_t>(got));
    return true;
  }
}

}  // namespace

HttpConnection::HttpConnection(HttpConnection&& other) noexcept
    : port_(other.port_),
      token_(std::move(other.token_)),
      socket_(std::exchange(other.socket_, -1)),
      buffer_(std::move(other.buffer_)) {}

bool HttpConnection::connect() {
  socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (socket_ < 0) return false;
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port_);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const int on = 1;
  ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  const timeval wait{answer_wait_s, 0};
  ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &wait, sizeof wait);
  sockaddr generic{};
  std::memcpy(&generic, &address, sizeof generic);
  if (::connect(socket_, &generic, sizeof address) == 0) return true;
  close();
  return false;
}

void HttpConnection::close() {
  if (socket_ >= 0) ::close(socket_);
  socket_ = -1;
  buffer_.clear();
}

tl::expected<HttpAnswer, std::string> HttpConnection::ask(const HttpQuestion& question) {
  std::string request(question.method);
  request.append(" ").append(question.target).append(" HTTP/1.1\r\nHost: 127.0.0.1\r\n");
  if (!token_.empty()) request.append("Authorization: Bearer ").append(token_).append("\r\n");
  if (!question.body.empty()) request.append("Content-Type: ").append(question.content_type).append("\r\n");
  if (!question.body.empty() || question.method != "GET")
    request.append("Content-Length: ").append(std::to_string(question.body.size())).append("\r\n");
  request.append("\r\n").append(question.body);

  if (socket_ < 0 && !connect())
    return tl::unexpected("nobody answers at 127.0.0.1:" + std::to_string(port_));
  if (!send_all(socket_, request)) {
    close();
    return tl::unexpected(std::string("the connection ended while the request was sent"));
  }
  auto answer = read_answer();
  if (!answer) close();
  return answer;
}

tl::expected<HttpAnswer, std::string> HttpConnection::read_answer() {
  std::size_t head_end = 0;
  while ((head_end = buffer_.find("\r\n\r\n")) == std::string::npos) {
    if (buffer_.size() > head_bytes_max)
      return tl::unexpected(std::string("the head of the answer does not end"));
    if (!read_more(socket_, buffer_))
      return tl::unexpected(std::string("the connection ended before the answer"));
  }
  const std::string_view head = std::string_view(buffer_).substr(0, head_end + 2);
  HttpAnswer answer;
  if (head.size() < 12 || std::from_chars(head.data() + 9, head.data() + 12, answer.status).ec != std::errc())
    return tl::unexpected("this is no HTTP answer: " + std::string(head.substr(0, 40)));
  answer.content_type = field(head, "Content-Type");
  answer.set_cookie = field(head, "Set-Cookie");

  std::size_t length = 0;
  const std::string_view length_text = field(head, "Content-Length");
  if (!length_text.empty())
    std::from_chars(length_text.data(), length_text.data() + length_text.size(), length);
  if (length > body_bytes_max) return tl::unexpected("an answer of " + std::to_string(length) + " bytes");
  const bool last = same_name(field(head, "Connection"), "close");
  const std::size_t total = head_end + 4 + length;
  while (buffer_.size() < total)
    if (!read_more(socket_, buffer_))
      return tl::unexpected(std::string("the connection ended within the answer"));
  answer.body = buffer_.substr(head_end + 4, length);
  buffer_.erase(0, total);
  if (last) close();
  return answer;
}

}  // namespace badge::tools
