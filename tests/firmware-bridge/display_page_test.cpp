// The page's audience: real sockets, and no waiting for anybody.
#include "firmware-bridge/display_page.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "tests/firmware-bridge/facts.hpp"
#include "tests/support/eventually.hpp"
#include "tests/support/http_client.hpp"

namespace badge::bridge::test {
namespace {

using badge::test::eventually;
using badge::test::RawConnection;
using testing::HasSubstr;

sockaddr_in loopback(std::uint16_t port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

std::uint16_t free_port() {
  const int probe = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  auto address = loopback(0);
  socklen_t size = sizeof address;
  ::bind(probe, reinterpret_cast<const sockaddr*>(&address), size);
  ::getsockname(probe, reinterpret_cast<sockaddr*>(&address), &size);
  ::close(probe);
  return ntohs(address.sin_port);
}

class DisplayPage : public testing::Test {
 protected:
  DisplayPage() {
    site.display.listen = ListenAddress{.address = "127.0.0.1", .port = free_port()};
    page.emplace(io, site, [](const CheckPress&) { return Pressed::no_such_check; });
    page->state({morning, true, {{"cong-a-1", "cong-a", true}}});
    turn();
  }
  void turn() {
    io.restart();
    io.poll();
  }
  /// Turns until `screen` follows the events.
  void admit(int screen) {
    const std::string wish = "GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n";
    ASSERT_EQ(::send(screen, wish.data(), wish.size(), 0), static_cast<ssize_t>(wish.size()));
    std::string heard;
    ASSERT_TRUE(eventually([&] {
      turn();
      char byte = 0;
      if (::recv(screen, &byte, 1, MSG_DONTWAIT) == 1) heard += byte;
      return heard.ends_with("event: state");
    })) << heard;
  }

  boost::asio::io_context io;
  SiteConfig site;
  std::optional<PageDisplay> page;
};

TEST_F(DisplayPage, LetsAScreenGoThatFallsBehindItsBufferAndServesTheOthers) {
  const int stuck = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const int little = 2048;
  ::setsockopt(stuck, SOL_SOCKET, SO_RCVBUF, &little, sizeof little);
  auto address = loopback(site.display.listen->port);
  ASSERT_EQ(::connect(stuck, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
  admit(stuck);
  constexpr int taps = 2000;  // 300 KB, many times what the kernel keeps for one screen
  for (int i = 0; i < taps; ++i) page->show("cong-a", not_recorded());
  std::size_t kept = 0;
  std::array<char, 4096> bytes{};
  ssize_t count = 0;
  while ((count = ::recv(stuck, bytes.data(), bytes.size(), 0)) > 0) kept += static_cast<std::size_t>(count);
  EXPECT_LT(kept, 64U * 1024) << "it was closed behind what its buffers held";
  ::close(stuck);

  const int reading = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  ASSERT_EQ(::connect(reading, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
  admit(reading);
  page->show("cong-a", not_recorded());
  const auto size = ::recv(reading, bytes.data(), bytes.size(), MSG_DONTWAIT);
  EXPECT_THAT(std::string(bytes.data(), size > 0 ? static_cast<std::size_t>(size) : 0),
              HasSubstr("event: tap"));
  ::close(reading);
}

TEST_F(DisplayPage, ForgetsAVisitorWhoSaysNothing) {
  std::vector<std::unique_ptr<RawConnection>> silent;
  for (std::size_t i = 0; i < PageDisplay::visits_max; ++i) {
    silent.push_back(std::make_unique<RawConnection>(site.display.listen->port));
    turn();
  }
  RawConnection one_more(site.display.listen->port);
  turn();
  (void)one_more.read_to_end();
  EXPECT_TRUE(one_more.closed()) << "there is no room while they are silent";
  silent.clear();
  const int next = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const auto address = loopback(site.display.listen->port);
  turn();
  ASSERT_EQ(::connect(next, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
  admit(next);
  ::close(next);
}

}  // namespace
}  // namespace badge::bridge::test
