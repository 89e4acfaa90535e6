#pragma once
#include <string>

#include "server/http/head.hpp"

namespace badge::http {

/// Where a request comes from, for counting guesses: an IPv4 address, or the /64 network of an IPv6 one,
/// which is what a single home or office holds. Behind a proxy it is the last address that the proxy names.
[[nodiscard]] std::string client_address(const Head& head, bool behind_proxy);

}  // namespace badge::http
