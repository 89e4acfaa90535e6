#pragma once
/// Messages to programs, signed as Standard Webhooks (standardwebhooks.com) has it.
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "server/notices/delivery.hpp"
#include "server/oidc/fetch.hpp"

namespace badge::notices {

inline constexpr std::size_t webhook_secret_bytes_min = 24, webhook_secret_bytes_max = 64;  // as it demands

/// The bytes of "whsec_" and their base64. Nothing: it is written otherwise, too short or too long.
[[nodiscard]] std::optional<std::string> webhook_secret(std::string_view text);

/// "v1,…": an HMAC-SHA-256 over id, time and body.
[[nodiscard]] std::string webhook_signature(std::string_view secret, std::string_view id,
                                            std::chrono::sys_seconds at, std::string_view body);

struct WebhookMessage {
  std::string id;               // the same at every attempt
  std::string body;             // JSON
  std::chrono::sys_seconds at;  // of this attempt
};

/// Posts it; delivered with any 2xx. 410 means that nobody listens there any more. Blocks as `fetch` does.
[[nodiscard]] tl::expected<void, NotDelivered> post_webhook(const oidc::Fetch& fetch, const std::string& url,
                                                            std::string_view secret,
                                                            const WebhookMessage& message);

}  // namespace badge::notices
