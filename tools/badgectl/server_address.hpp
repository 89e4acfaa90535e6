#pragma once
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace badge::tools {

/// Where the server listens: "https://host", "http://127.0.0.1:8080".
struct ServerAddress {
  bool tls = false;
  std::string host;
  std::string port;
};

/// As it is written in a browser, without a slash at the end.
[[nodiscard]] std::string to_string(const ServerAddress& address);

/// Plain HTTP is taken for this machine only: a token must not travel in the open. The error is a sentence.
[[nodiscard]] tl::expected<ServerAddress, std::string> parse_server_address(std::string_view url);

}  // namespace badge::tools
