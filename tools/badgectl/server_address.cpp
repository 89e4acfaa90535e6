#include "tools/badgectl/server_address.hpp"

#include <algorithm>

namespace badge::tools {
namespace {

bool is_this_machine(std::string_view host) {
  return host == "localhost" || host == "::1" || host.starts_with("127.");
}

bool is_port(std::string_view text) {
  return !text.empty() && text.size() <= 5 &&
         std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

tl::expected<ServerAddress, std::string> parse_server_address(std::string_view url) {
  const auto refused = [&](std::string_view rule) {
    return tl::unexpected("server \"" + std::string(url) + "\": " + std::string(rule));
  };
  ServerAddress address;
  auto rest = url;
  if (rest.starts_with("https://")) {
    address.tls = true;
    rest.remove_prefix(8);
  } else if (rest.starts_with("http://")) {
    rest.remove_prefix(7);
  } else {
    return refused("must begin with https:// or, on this machine, http://");
  }
  if (rest.ends_with('/')) rest.remove_suffix(1);
  const bool bracketed = rest.starts_with('[');  // an IPv6 address
  const auto host_end = bracketed ? rest.find(']') : rest.find(':');
  if (bracketed && host_end == std::string_view::npos) return refused("the ']' of the address is missing");
  address.host = std::string(bracketed ? rest.substr(1, host_end - 1) : rest.substr(0, host_end));
  auto port = host_end == std::string_view::npos ? std::string_view() : rest.substr(host_end);
  if (bracketed) port.remove_prefix(1);
  if (port.empty()) {
    address.port = address.tls ? "443" : "80";
  } else if (port.front() == ':' && is_port(port.substr(1))) {
    address.port = std::string(port.substr(1));
  } else {
    return refused("must be host and port only, for example https://chamcong.tinh.gov.vn:8443");
  }
  if (address.host.empty() || address.host.find_first_of("/@?#") != std::string::npos) {
    return refused("must be host and port only, for example https://chamcong.tinh.gov.vn:8443");
  }
  if (!address.tls && !is_this_machine(address.host)) {
    return refused("a token must not travel unencrypted; use https://, or http:// on the server itself");
  }
  return address;
}

std::string to_string(const ServerAddress& address) {
  const bool is_v6 = address.host.find(':') != std::string::npos;
  const auto host = is_v6 ? "[" + address.host + "]" : address.host;
  const bool is_usual_port = address.port == (address.tls ? "443" : "80");
  return (address.tls ? "https://" : "http://") + host + (is_usual_port ? "" : ":" + address.port);
}

}  // namespace badge::tools
