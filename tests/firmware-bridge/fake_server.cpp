#include "tests/firmware-bridge/fake_server.hpp"

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <sstream>
#include <stdexcept>

namespace badge::bridge::test {
namespace {

/// Reads until `done(text)`, or false at the end of the connection or of `stopping`.
bool read_until(int client, std::string& text, const std::atomic<bool>& stopping,
                const std::function<bool(const std::string&)>& done) {
  while (!done(text)) {
    pollfd wanted{client, POLLIN, 0};
    if (stopping) return false;
    if (::poll(&wanted, 1, 20) == 0) continue;
    std::array<char, 4096> buffer{};
    const auto size = ::recv(client, buffer.data(), buffer.size(), 0);
    if (size <= 0) return false;
    text.append(buffer.data(), static_cast<std::size_t>(size));
  }
  return true;
}

FakeServer::Request parse_head(const std::string& head) {
  FakeServer::Request request;
  std::istringstream lines(head);
  lines >> request.method >> request.target;
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line) && line != "\r") {
    const auto colon = line.find(':');
    auto name = line.substr(0, colon);
    std::ranges::transform(name, name.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c; });
    request.fields[name] = line.substr(colon + 2, line.size() - colon - 3);
  }
  return request;
}

}  // namespace

FakeServer::FakeServer(Handler handler, std::uint16_t port) : handler_(std::move(handler)) {
  listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const int on = 1;
  ::setsockopt(listener_, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  auto* const any = reinterpret_cast<sockaddr*>(&address);
  socklen_t size = sizeof address;
  if (::bind(listener_, any, size) != 0 || ::listen(listener_, 8) != 0 ||
      ::getsockname(listener_, any, &size) != 0) {
    throw std::runtime_error("the fake server cannot listen");
  }
  port_ = ntohs(address.sin_port);
  thread_ = std::thread([this] { serve(); });
}

FakeServer::~FakeServer() {
  stopping_ = true;
  thread_.join();
  ::close(listener_);
}

void FakeServer::serve() {
  while (!stopping_) {
    pollfd wanted{listener_, POLLIN, 0};
    if (::poll(&wanted, 1, 20) == 0) continue;
    const int client = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (client < 0) continue;
    ++connections_;
    converse(client);
    ::close(client);
  }
}

void FakeServer::converse(int client) {
  std::string text;
  while (read_until(client, text, stopping_,
                    [](const auto& t) { return t.find("\r\n\r\n") != std::string::npos; })) {
    const auto head_size = text.find("\r\n\r\n") + 4;
    auto request = parse_head(text.substr(0, head_size));
    const auto length = request.fields.find("content-length");
    const auto body_size = length == request.fields.end() ? 0 : std::stoul(length->second);
    const auto whole = [&](const std::string& t) { return t.size() >= head_size + body_size; };
    if (!read_until(client, text, stopping_, whole)) return;
    request.body = text.substr(head_size, body_size);
    text.erase(0, head_size + body_size);
    const auto answer = handler_(request);
    if (answer.hang_up_first) return;
    std::string reply = "HTTP/1.1 " + std::to_string(answer.status) + " Whatever\r\n";
    if (!answer.etag.empty()) reply += "ETag: " + answer.etag + "\r\n";
    if (answer.status != 304) reply += "Content-Length: " + std::to_string(answer.body.size()) + "\r\n";
    reply += "\r\n" + answer.body;
    ::send(client, reply.data(), reply.size(), MSG_NOSIGNAL);
  }
}

}  // namespace badge::bridge::test
