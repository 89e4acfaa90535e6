#include "server/notices/webhook.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <stdexcept>

#include "server/notices/base64.hpp"

namespace badge::notices {
namespace {

std::string seconds_of(std::chrono::sys_seconds at) { return std::to_string(at.time_since_epoch().count()); }

}  // namespace

std::optional<std::string> webhook_secret(std::string_view text) {
  constexpr std::string_view prefix = "whsec_";
  if (!text.starts_with(prefix)) return std::nullopt;
  auto secret = from_base64(text.substr(prefix.size()));
  const bool fits =
      secret && secret->size() >= webhook_secret_bytes_min && secret->size() <= webhook_secret_bytes_max;
  return fits ? secret : std::nullopt;
}

std::string webhook_signature(std::string_view secret, std::string_view id, std::chrono::sys_seconds at,
                              std::string_view body) {
  const auto content = std::string(id) + '.' + seconds_of(at) + '.' + std::string(body);
  std::array<unsigned char, EVP_MAX_MD_SIZE> mac{};
  unsigned int size = 0;
  if (HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()),
           reinterpret_cast<const unsigned char*>(content.data()), content.size(), mac.data(),
           &size) == nullptr) {
    throw std::runtime_error("HMAC-SHA-256 is not available from OpenSSL");
  }
  return "v1," + to_base64({reinterpret_cast<const char*>(mac.data()), size});
}

tl::expected<void, NotDelivered> post_webhook(const oidc::Fetch& fetch, const std::string& url,
                                              std::string_view secret, const WebhookMessage& message) {
  const auto answer =
      fetch({url,
             message.body,
             {"Content-Type: application/json", "User-Agent: chuyen-can", "webhook-id: " + message.id,
              "webhook-timestamp: " + seconds_of(message.at),
              "webhook-signature: " + webhook_signature(secret, message.id, message.at, message.body)}});
  if (answer) return {};
  constexpr long gone = 410;
  using Why = NotDelivered::Why;
  const auto& error = answer.error();
  const auto why = error.status == gone ? Why::gone : error.is_refusal ? Why::failed : Why::unreachable;
  return tl::unexpected(NotDelivered{why, error.why});
}

}  // namespace badge::notices
