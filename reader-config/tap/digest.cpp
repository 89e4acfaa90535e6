#include "reader-config/tap/digest.hpp"

#include <openssl/evp.h>

#include <memory>
#include <stdexcept>

namespace badge {
namespace {

// One context a thread: creating one costs more than hashing a row.
EVP_MD_CTX* thread_context() {
  struct Free {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
  };
  thread_local const std::unique_ptr<EVP_MD_CTX, Free> context{EVP_MD_CTX_new()};
  return context.get();
}

int nibble(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

}  // namespace

std::string Digest::hex() const {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  text.reserve(bytes.size() * 2);
  for (const auto byte : bytes) {
    text += digits[byte >> 4];
    text += digits[byte & 0x0F];
  }
  return text;
}

std::optional<Digest> Digest::parse(std::string_view hex) {
  Digest digest;
  if (hex.size() != digest.bytes.size() * 2) return std::nullopt;
  for (std::size_t i = 0; i < digest.bytes.size(); ++i) {
    const int high = nibble(hex[2 * i]);
    const int low = nibble(hex[2 * i + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    digest.bytes[i] = static_cast<std::uint8_t>(high << 4 | low);
  }
  return digest;
}

Digest chain(const Digest& previous, std::string_view line) {
  // Fetched once: EVP_sha256() would be looked up among the providers for every row, which costs more than
  // hashing it. Never freed: rows are hashed until the process ends.
  static const EVP_MD* const sha256 = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  Digest digest;
  auto* const context = thread_context();
  const bool done = EVP_DigestInit_ex(context, sha256, nullptr) == 1 &&
                    EVP_DigestUpdate(context, previous.bytes.data(), previous.bytes.size()) == 1 &&
                    EVP_DigestUpdate(context, line.data(), line.size()) == 1 &&
                    EVP_DigestFinal_ex(context, digest.bytes.data(), nullptr) == 1;
  if (!done) throw std::runtime_error("SHA-256 is not available from OpenSSL");
  return digest;
}

}  // namespace badge
