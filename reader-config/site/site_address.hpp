#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "reader-config/site/site_config.hpp"

namespace badge {

/// "http://host[:port]" or "https://host[:port]", host a name or an address ([::1] in brackets). The error is
/// the rule that was broken.
[[nodiscard]] tl::expected<ServerAddress, std::string> parse_server_address(std::string_view url);

/// "127.0.0.1:8090" or "[::1]:8090": an IP address and a port. Nothing where it is written otherwise.
[[nodiscard]] std::optional<ListenAddress> parse_listen_address(std::string_view text);

/// "+07:00" to minutes, from -12:00 to +14:00. Nothing where it is written otherwise.
[[nodiscard]] std::optional<std::chrono::minutes> parse_utc_offset(std::string_view text);

}  // namespace badge
