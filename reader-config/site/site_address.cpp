#include "reader-config/site/site_address.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace badge {
namespace {

constexpr std::size_t host_bytes_max = 253;  // the longest name that DNS has

std::optional<int> number(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (digits.empty() || error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

bool is_host_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == ':';
}

bool is_loopback_address(std::string_view host) {
  return host == "::1" ||
         (host.starts_with("127.") && host.find_first_not_of("0123456789.") == std::string::npos);
}

}  // namespace

bool ServerAddress::is_loopback() const { return host == "localhost" || is_loopback_address(host); }

bool ListenAddress::is_loopback() const { return is_loopback_address(address); }

tl::expected<ServerAddress, std::string> parse_server_address(std::string_view url) {
  ServerAddress address;
  if (url.starts_with("https://")) {
    address.tls = true;
    url.remove_prefix(8);
  } else if (url.starts_with("http://")) {
    url.remove_prefix(7);
  } else {
    return tl::unexpected<std::string>(
        "begins with https:// or http://, for example https://chamcong.example.vn");
  }
  if (url.ends_with('/')) url.remove_suffix(1);
  std::string_view host = url;
  std::string_view rest;
  if (url.starts_with('[')) {
    const auto close = url.find(']');
    if (close == std::string_view::npos) return tl::unexpected<std::string>("an IPv6 address ends with ']'");
    host = url.substr(1, close - 1);
    rest = url.substr(close + 1);
  } else if (const auto colon = url.find(':'); colon != std::string_view::npos) {
    host = url.substr(0, colon);
    rest = url.substr(colon);
  }
  const bool host_is_good =
      !host.empty() && host.size() <= host_bytes_max && std::ranges::all_of(host, is_host_letter);
  if (!host_is_good)
    return tl::unexpected<std::string>("names a host and perhaps a port, no path, no password");
  address.host = std::string(host);
  address.port = address.tls ? 443 : 80;
  if (!rest.empty()) {
    const auto port = rest.front() == ':' ? number(rest.substr(1)) : std::nullopt;
    if (!port || *port < 1 || *port > 65535) return tl::unexpected<std::string>("a port is 1 to 65535");
    address.port = static_cast<std::uint16_t>(*port);
  }
  return address;
}

std::optional<ListenAddress> parse_listen_address(std::string_view text) {
  const auto colon = text.rfind(':');
  if (colon == std::string_view::npos) return std::nullopt;
  auto host = text.substr(0, colon);
  const bool in_brackets = host.starts_with('[') && host.ends_with(']');
  if (in_brackets) host = host.substr(1, host.size() - 2);
  const auto port = number(text.substr(colon + 1));
  const std::string address(host);
  std::array<unsigned char, sizeof(in6_addr)> binary{};
  const int family = in_brackets ? AF_INET6 : AF_INET;
  if (::inet_pton(family, address.c_str(), binary.data()) != 1) return std::nullopt;
  if (!port || *port < 0 || *port > 65535) return std::nullopt;
  return ListenAddress{address, static_cast<std::uint16_t>(*port)};
}

std::optional<std::chrono::minutes> parse_utc_offset(std::string_view text) {
  if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') return std::nullopt;
  if (text.find_first_not_of("0123456789", 1) != 3 || text.find_first_not_of("0123456789", 4) != text.npos) {
    return std::nullopt;
  }
  const auto hours = number(text.substr(1, 2));
  const auto minutes = number(text.substr(4, 2));
  if (!hours || !minutes || *minutes > 59) return std::nullopt;
  const int total = (*hours * 60 + *minutes) * (text[0] == '-' ? -1 : 1);
  if (total < -12 * 60 || total > 14 * 60) return std::nullopt;
  return std::chrono::minutes(total);
}

}  // namespace badge
