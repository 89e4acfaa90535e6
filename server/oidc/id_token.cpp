#include "server/oidc/id_token.hpp"

#include <algorithm>
#include <boost/json/parse.hpp>
#include <optional>

#include "server/oidc/base64url.hpp"

namespace badge::oidc {
namespace {

namespace json = boost::json;

tl::unexpected<Fault> refuse(std::string why) {
  return tl::unexpected(Fault{Fault::Kind::refused, std::move(why)});
}

/// header.claims.signature
struct Parts {
  std::string_view header, claims, signature, is_signed;
};
std::optional<Parts> parts_of(std::string_view token) {
  const auto first = token.find('.');
  const auto second = first == token.npos ? token.npos : token.find('.', first + 1);
  if (second == token.npos || token.find('.', second + 1) != token.npos) return std::nullopt;
  return Parts{token.substr(0, first), token.substr(first + 1, second - first - 1), token.substr(second + 1),
               token.substr(0, second)};
}

std::optional<json::object> object_in(std::string_view encoded) {
  const auto text = from_base64url(encoded);
  boost::system::error_code error;
  auto document = text ? json::parse(*text, error) : json::value();
  if (error || !document.is_object()) return std::nullopt;
  return std::move(document.get_object());
}

std::optional<std::chrono::sys_seconds> time_claim(const json::object& claims, std::string_view name) {
  const auto* value = claims.if_contains(name);
  if (value == nullptr || !value->is_number()) return std::nullopt;
  boost::system::error_code error;
  const auto seconds = value->to_number<double>(error);
  constexpr double far = 1e12;  // beyond any date
  if (error || !(seconds > -far && seconds < far)) return std::nullopt;
  return std::chrono::sys_seconds(std::chrono::seconds(static_cast<std::int64_t>(seconds)));
}

/// Empty: it is for this client.
std::string fault_of_audience(const json::object& claims, std::string_view client_id) {
  const auto* audience = claims.if_contains("aud");
  if (audience == nullptr) return "there is no aud";
  const bool is_list = audience->is_array();
  const auto is_client = [&](const json::value& each) {
    return each.is_string() && each.get_string() == client_id;
  };
  const bool is_named =
      is_list ? std::ranges::any_of(audience->get_array(), is_client) : is_client(*audience);
  if (!is_named) return "aud does not name this client";
  const bool has_party = claims.contains("azp");
  if (is_list && audience->get_array().size() > 1 && !has_party)
    return "aud names several, and there is no azp";
  if (has_party && text_claim(claims, "azp") != client_id) return "azp is another client";
  return {};
}

/// Empty: it is in force.
std::string fault_of_time(const json::object& claims, std::chrono::sys_seconds now) {
  const auto ends = time_claim(claims, "exp"), issued = time_claim(claims, "iat");
  if (!ends || *ends + clock_tolerance <= now) return "exp is past, or is not there";
  if (!issued || *issued - clock_tolerance > now) return "iat is to come, or is not there";
  const auto begins = time_claim(claims, "nbf");
  if (claims.contains("nbf") && (!begins || *begins - clock_tolerance > now)) return "nbf is to come";
  return {};
}

std::string fault_of(const json::object& claims, const Expected& expected) {
  if (text_claim(claims, "iss") != expected.issuer) return "iss is another issuer";
  if (auto fault = fault_of_audience(claims, expected.client_id); !fault.empty()) return fault;
  if (auto fault = fault_of_time(claims, expected.now); !fault.empty()) return fault;
  if (expected.nonce.empty() || text_claim(claims, "nonce") != expected.nonce)
    return "nonce is of another sign-in";
  if (text_claim(claims, "sub").empty()) return "there is no sub";
  return {};
}

std::optional<Algorithm> algorithm_of(std::string_view name) {
  if (name == "RS256") return Algorithm::rs256;
  if (name == "ES256") return Algorithm::es256;
  return std::nullopt;
}

}  // namespace

std::string text_claim(const json::object& claims, std::string_view name) {
  const auto* value = claims.if_contains(name);
  return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

tl::expected<json::object, Fault> check_id_token(std::string_view token, const KeySet& keys,
                                                 const Expected& expected) {
  if (token.size() > id_token_bytes_max) return refuse("it is too long");
  const auto parts = parts_of(token);
  const auto header = parts ? object_in(parts->header) : std::nullopt;
  auto claims = parts ? object_in(parts->claims) : std::nullopt;
  const auto signature = parts ? from_base64url(parts->signature) : std::nullopt;
  if (!header || !claims || !signature) return refuse("it is no signed token");
  const auto algorithm = algorithm_of(text_claim(*header, "alg"));
  if (!algorithm) return refuse("its algorithm is neither RS256 nor ES256");
  if (header->contains("crit")) return refuse("its header demands what is not known here");
  switch (keys.verify(*algorithm, text_claim(*header, "kid"), parts->is_signed, *signature)) {
    case KeySet::Verdict::no_such_key:
      return tl::unexpected(
          Fault{Fault::Kind::unknown_key, "it is signed with a key that the provider does not show"});
    case KeySet::Verdict::bad:
      return refuse("its signature is wrong");
    case KeySet::Verdict::good:
      break;
  }
  if (auto fault = fault_of(*claims, expected); !fault.empty()) return refuse(std::move(fault));
  return *std::move(claims);
}

}  // namespace badge::oidc
