#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

struct evp_pkey_st;  // OpenSSL's

namespace badge::oidc {

enum class Algorithm : std::uint8_t { rs256, es256 };

/// The public keys with which a provider signs (RFC 7517). A value; any thread.
class KeySet {
 public:
  /// Keys of other kinds, of other uses, and RSA keys below rsa_bits_min are passed over. The error is a
  /// sentence: it is no key set.
  [[nodiscard]] static tl::expected<KeySet, std::string> parse(std::string_view json);

  /// Whether a key of this kind signed the text. `kid` empty: any of them.
  enum class Verdict : std::uint8_t { good, bad, no_such_key };
  [[nodiscard]] Verdict verify(Algorithm algorithm, std::string_view kid, std::string_view text,
                               std::string_view signature) const;

  [[nodiscard]] std::size_t size() const { return keys_.size(); }

  static constexpr std::size_t keys_max = 32;  // a provider has two or three, one of them going
  static constexpr int rsa_bits_min = 2048;

 private:
  struct Key {
    Algorithm algorithm;
    std::string kid;
    std::shared_ptr<evp_pkey_st> key;
  };
  std::vector<Key> keys_;
};

}  // namespace badge::oidc
