#include "server/app/token.hpp"

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <stdexcept>

#include "reader-config/tap/digest.hpp"

namespace badge::app {

std::string make_token() {
  Digest random;
  if (RAND_bytes(random.bytes.data(), static_cast<int>(random.bytes.size())) != 1) {
    throw std::runtime_error("the system gives no random bytes");
  }
  return random.hex();
}

TokenHash hash_token(std::string_view token) {
  TokenHash hash{};
  unsigned int size = 0;
  if (EVP_Digest(token.data(), token.size(), hash.data(), &size, EVP_sha256(), nullptr) != 1) {
    throw std::runtime_error("SHA-256 is not available from OpenSSL");
  }
  return hash;
}

}  // namespace badge::app
