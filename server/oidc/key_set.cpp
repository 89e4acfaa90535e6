#include "server/oidc/key_set.hpp"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>

#include "server/oidc/base64url.hpp"

namespace badge::oidc {
namespace {

namespace json = boost::json;

constexpr std::size_t p256_bytes = 32;

template <auto free>
struct Free {
  template <class T>
  void operator()(T* object) const {
    free(object);
  }
};
using Number = std::unique_ptr<BIGNUM, Free<BN_free>>;
using Context = std::unique_ptr<EVP_PKEY_CTX, Free<EVP_PKEY_CTX_free>>;
using Builder = std::unique_ptr<OSSL_PARAM_BLD, Free<OSSL_PARAM_BLD_free>>;
using Params = std::unique_ptr<OSSL_PARAM, Free<OSSL_PARAM_free>>;
using KeyPointer = std::shared_ptr<EVP_PKEY>;

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

std::string text_of(const json::object& key, std::string_view member) {
  const auto* value = key.if_contains(member);
  return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

std::string bytes_under(const json::object& key, std::string_view member) {
  return from_base64url(text_of(key, member)).value_or(std::string());
}

Number number_of(std::string_view bytes) {
  return Number(BN_bin2bn(bytes_of(bytes), static_cast<int>(bytes.size()), nullptr));
}

KeyPointer make(const char* kind, OSSL_PARAM_BLD* builder) {
  const Params params(OSSL_PARAM_BLD_to_param(builder));
  const Context context(EVP_PKEY_CTX_new_from_name(nullptr, kind, nullptr));
  EVP_PKEY* key = nullptr;
  if (params == nullptr || context == nullptr || EVP_PKEY_fromdata_init(context.get()) != 1 ||
      EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, params.get()) != 1) {
    return nullptr;
  }
  return {key, EVP_PKEY_free};
}

KeyPointer rsa_key(const json::object& key) {
  const auto modulus = bytes_under(key, "n"), exponent = bytes_under(key, "e");
  if (modulus.empty() || exponent.empty()) return nullptr;
  const Builder builder(OSSL_PARAM_BLD_new());
  const auto n = number_of(modulus), e = number_of(exponent);
  OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get());
  OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get());
  auto made = make("RSA", builder.get());
  return made != nullptr && EVP_PKEY_get_bits(made.get()) >= KeySet::rsa_bits_min ? made : nullptr;
}

KeyPointer ec_key(const json::object& key) {
  const auto x = bytes_under(key, "x"), y = bytes_under(key, "y");
  if (text_of(key, "crv") != "P-256" || x.size() != p256_bytes || y.size() != p256_bytes) return nullptr;
  const auto point = '\x04' + x + y;  // uncompressed
  const Builder builder(OSSL_PARAM_BLD_new());
  OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0);
  OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size());
  return make("EC", builder.get());
}

/// JWS writes r and s side by side, OpenSSL wants them in DER.
std::string der_of(std::string_view signature) {
  if (signature.size() != 2 * p256_bytes) return {};
  const std::unique_ptr<ECDSA_SIG, Free<ECDSA_SIG_free>> pair(ECDSA_SIG_new());
  ECDSA_SIG_set0(pair.get(), number_of(signature.substr(0, p256_bytes)).release(),
                 number_of(signature.substr(p256_bytes)).release());
  std::string der(static_cast<std::size_t>(i2d_ECDSA_SIG(pair.get(), nullptr)), '\0');
  auto* out = reinterpret_cast<unsigned char*>(der.data());
  i2d_ECDSA_SIG(pair.get(), &out);
  return der;
}

bool is_signed(EVP_PKEY* key, std::string_view text, std::string_view signature) {
  const std::unique_ptr<EVP_MD_CTX, Free<EVP_MD_CTX_free>> context(EVP_MD_CTX_new());
  return context != nullptr &&
         EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key) == 1 &&
         EVP_DigestVerify(context.get(), bytes_of(signature), signature.size(), bytes_of(text),
                          text.size()) == 1;
}

bool is_for(const json::object& key, std::string_view algorithm) {
  const auto use = text_of(key, "use"), alg = text_of(key, "alg");
  return (use.empty() || use == "sig") && (alg.empty() || alg == algorithm);
}

}  // namespace

tl::expected<KeySet, std::string> KeySet::parse(std::string_view text) {
  boost::system::error_code error;
  const auto document = json::parse(text, error);
  const auto* object = error ? nullptr : document.if_object();
  const auto* listed = object == nullptr ? nullptr : object->if_contains("keys");
  if (listed == nullptr || !listed->is_array())
    return tl::unexpected(std::string("the provider's keys are no JSON key set"));
  KeySet set;
  for (const auto& each : listed->get_array()) {
    const auto* key = each.if_object();
    if (key == nullptr || set.keys_.size() >= keys_max) continue;
    const auto kind = text_of(*key, "kty");
    if (kind == "RSA" && is_for(*key, "RS256")) {
      set.keys_.push_back({Algorithm::rs256, text_of(*key, "kid"), rsa_key(*key)});
    } else if (kind == "EC" && is_for(*key, "ES256")) {
      set.keys_.push_back({Algorithm::es256, text_of(*key, "kid"), ec_key(*key)});
    }
  }
  std::erase_if(set.keys_, [](const Key& key) { return key.key == nullptr; });
  return set;
}

KeySet::Verdict KeySet::verify(Algorithm algorithm, std::string_view kid, std::string_view text,
                               std::string_view signature) const {
  const auto der = algorithm == Algorithm::es256 ? der_of(signature) : std::string(signature);
  auto verdict = Verdict::no_such_key;
  for (const auto& key : keys_) {
    if (key.algorithm != algorithm || (!kid.empty() && key.kid != kid)) continue;
    if (is_signed(key.key.get(), text, der)) return Verdict::good;
    verdict = Verdict::bad;
  }
  return verdict;
}

}  // namespace badge::oidc
