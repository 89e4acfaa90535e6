#include "server/app/totp.hpp"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <stdexcept>

#include "server/oidc/percent_encoded.hpp"

namespace badge::app {

std::int64_t totp_step(Instant at) {
  return std::chrono::floor<std::chrono::seconds>(at).time_since_epoch() / totp_step_length;
}

std::string totp_code(std::string_view secret, std::int64_t step) {
  std::array<unsigned char, 8> counter{};  // big-endian
  for (std::size_t i = 0; i < counter.size(); ++i)
    counter.at(counter.size() - 1 - i) =
        static_cast<unsigned char>(static_cast<std::uint64_t>(step) >> (8 * i));
  std::array<unsigned char, EVP_MAX_MD_SIZE> mac{};
  unsigned int size = 0;
  if (HMAC(EVP_sha1(), secret.data(), static_cast<int>(secret.size()), counter.data(), counter.size(),
           mac.data(), &size) == nullptr) {
    throw std::runtime_error("HMAC-SHA-1 is not available from OpenSSL");
  }
  // RFC 4226, 5.3: four bytes from where the last half byte points, without their sign.
  const std::size_t from = mac.at(size - 1) & 0x0FU;
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < 4; ++i) number = (number << 8U) | mac.at(from + i);
  auto code = std::to_string((number & 0x7FFFFFFFU) % 1'000'000);
  return std::string(totp_digits - code.size(), '0') + code;
}

std::optional<std::int64_t> step_of_code(std::string_view secret, std::string_view code, std::int64_t now,
                                         std::int64_t last_step) {
  if (code.size() != totp_digits) return std::nullopt;
  std::optional<std::int64_t> found;
  for (auto step = now - totp_steps_off; step <= now + totp_steps_off; ++step) {
    const bool same = CRYPTO_memcmp(totp_code(secret, step).data(), code.data(), totp_digits) == 0;
    if (same && step > last_step && !found) found = step;
  }
  return found;
}

std::string base32(std::string_view bytes) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  std::string text;
  std::uint32_t bits = 0;
  unsigned held = 0;
  for (const char c : bytes) {
    bits = (bits << 8U) | static_cast<unsigned char>(c);
    for (held += 8; held >= 5; held -= 5) text += letters[(bits >> (held - 5)) & 0x1FU];
  }
  if (held > 0) text += letters[(bits << (5 - held)) & 0x1FU];
  return text;
}

std::string totp_uri(std::string_view issuer, std::string_view login, std::string_view secret) {
  const auto by = oidc::percent_encoded(issuer);
  return "otpauth://totp/" + by + ":" + oidc::percent_encoded(login) + "?secret=" + base32(secret) +
         "&issuer=" + by;
}

}  // namespace badge::app
