#pragma once
#include <string_view>

#include "server/http/message.hpp"

namespace badge::http {

struct StaticRequest {
  std::string_view method, path, if_none_match, accept_encoding;
};

/// The web page at `path`, with the security headers of a page. "/" and every path without a dot in its last
/// segment are the start page: the page itself knows what its paths mean.
[[nodiscard]] Response static_response(const StaticRequest& request);

}  // namespace badge::http
