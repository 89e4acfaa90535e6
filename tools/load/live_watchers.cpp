#include "tools/load/live_watchers.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstring>
#include <stdexcept>

namespace badge::tools {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds told_within{10};  // of the last tap; what is not told by then is lost
constexpr int poll_ms = 100;
constexpr int quiet_ms = 500;  // nothing more is told of what was before

int connect_to(std::uint16_t port) {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  sockaddr generic{};
  std::memcpy(&generic, &address, sizeof generic);
  if (socket < 0 || ::connect(socket, &generic, sizeof address) != 0) {
    throw std::runtime_error("a live page could not connect");
  }
  return socket;
}

void ask_for_events(int socket, const std::string& token) {
  const auto request =
      "GET /api/v1/live HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token + "\r\n\r\n";
  if (::send(socket, request.data(), request.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(request.size())) {
    throw std::runtime_error("a live page could not ask");
  }
  std::array<char, 12> status{};
  if (::recv(socket, status.data(), status.size(), MSG_WAITALL) != 12 ||
      std::string_view(status.data(), 12) != "HTTP/1.1 200") {
    throw std::runtime_error("a live page was refused: " + std::string(status.data(), 12));
  }
}

}  // namespace

LiveWatchers::LiveWatchers(const MeasuredServer& server, std::size_t count) : watchers_(count) {
  for (auto& watcher : watchers_) {
    watcher.socket = connect_to(server.port());
    ask_for_events(watcher.socket, server.administrator_token());
  }
  pass_over_the_past();
  reading_ = std::jthread([this] { read_until_told(); });
}

LiveWatchers::~LiveWatchers() {
  wanted_ = 0;
  if (reading_.joinable()) reading_.join();
  for (const auto& watcher : watchers_) ::close(watcher.socket);
}

LiveWatchers::Outcome LiveWatchers::finish(std::size_t taps) {
  wanted_ = taps;
  reading_.join();
  Outcome outcome{SIZE_MAX, 0, 0};
  for (const auto& watcher : watchers_) {
    outcome.fewest = std::min(outcome.fewest, watcher.taps);
    outcome.most = std::max(outcome.most, watcher.taps);
    outcome.missed += watcher.missed;
  }
  return outcome;
}

std::vector<pollfd> LiveWatchers::waits() const {
  std::vector<pollfd> waits;
  for (const auto& watcher : watchers_) waits.push_back({watcher.socket, POLLIN, 0});
  return waits;
}

bool LiveWatchers::read_once(std::vector<pollfd>& waits, int wait_ms) {
  if (::poll(waits.data(), waits.size(), wait_ms) <= 0) return false;
  std::array<char, 65536> piece{};
  for (std::size_t i = 0; i < waits.size(); ++i) {
    if ((waits[i].revents & (POLLIN | POLLHUP)) == 0) continue;
    const auto bytes = ::recv(watchers_[i].socket, piece.data(), piece.size(), 0);
    if (bytes > 0) {
      count(watchers_[i], {piece.data(), static_cast<std::size_t>(bytes)});
    } else {
      waits[i].fd = -1;
    }
  }
  return true;
}

/// A page that opens is told of the last taps before it: those are not counted.
void LiveWatchers::pass_over_the_past() {
  auto sockets = waits();
  while (read_once(sockets, quiet_ms)) {
  }
  for (auto& watcher : watchers_) watcher.taps = 0;
}

/// As long as nobody has said how many are wanted, and then until all have come.
void LiveWatchers::read_until_told() {
  auto sockets = waits();
  auto last_news = Clock::now();
  const auto all_told = [&] {
    return std::ranges::all_of(watchers_,
                               [&](const Watcher& one) { return one.taps + one.missed >= wanted_; });
  };
  while (!all_told()) {
    if (read_once(sockets, poll_ms)) {
      last_news = Clock::now();
    } else if (wanted_ != SIZE_MAX && Clock::now() - last_news > told_within) {
      return;
    }
  }
}

void LiveWatchers::count(Watcher& watcher, std::string_view text) {
  constexpr std::string_view missed = "data: {\"count\":";
  watcher.rest += text;
  std::size_t begin = 0;
  for (auto end = watcher.rest.find('\n'); end != std::string::npos; end = watcher.rest.find('\n', begin)) {
    const auto line = std::string_view(watcher.rest).substr(begin, end - begin);
    begin = end + 1;
    if (line == "event: tap") ++watcher.taps;
    if (!line.starts_with(missed)) continue;
    std::size_t count = 0;
    std::from_chars(line.data() + missed.size(), line.data() + line.size(), count);
    watcher.missed += count;
  }
  watcher.rest.erase(0, begin);
}

}  // namespace badge::tools
