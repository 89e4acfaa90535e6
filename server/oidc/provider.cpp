#include "server/oidc/provider.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <boost/json/parse.hpp>

#include "server/oidc/base64url.hpp"
#include "server/oidc/percent_encoded.hpp"

namespace badge::oidc {
namespace {

namespace json = boost::json;
using Failure = Provider::Failure;

tl::unexpected<Failure> unreachable(std::string why) {
  return tl::unexpected(Failure{Failure::Kind::unreachable, std::move(why)});
}
tl::unexpected<Failure> refused(std::string why) {
  return tl::unexpected(Failure{Failure::Kind::refused, std::move(why)});
}

tl::unexpected<Failure> failed(const std::string& what, const NoAnswer& no_answer) {
  return no_answer.is_refusal ? refused(what + no_answer.why) : unreachable(what + no_answer.why);
}

using Fields = std::vector<std::pair<std::string_view, std::string_view>>;
std::string form_of(const Fields& fields) {
  std::string form;
  for (const auto& [name, value] : fields)
    form.append(form.empty() ? "" : "&").append(name).append("=").append(percent_encoded(value));
  return form;
}

std::string in_base64(const std::string& text) {
  std::string encoded((text.size() + 2) / 3 * 4 + 1, '\0');
  EVP_EncodeBlock(reinterpret_cast<unsigned char*>(encoded.data()),
                  reinterpret_cast<const unsigned char*>(text.data()), static_cast<int>(text.size()));
  encoded.pop_back();
  return encoded;
}

std::optional<json::object> parse_object(std::string_view text) {
  boost::system::error_code error;
  auto document = json::parse(text, error);
  if (error || !document.is_object()) return std::nullopt;
  return std::move(document.get_object());
}

bool takes_secret_in_form_only(const json::object& document) {
  const auto* methods = document.if_contains("token_endpoint_auth_methods_supported");
  if (methods == nullptr || !methods->is_array()) return false;  // the standard's default is the header
  const auto has = [&](std::string_view method) {
    return std::ranges::any_of(methods->get_array(), [&](const json::value& each) {
      return each.is_string() && each.get_string() == method;
    });
  };
  return !has("client_secret_basic") && has("client_secret_post");
}

}  // namespace

std::string challenge_of(std::string_view verifier) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  EVP_Digest(verifier.data(), verifier.size(), digest.data(), &size, EVP_sha256(), nullptr);
  return to_base64url({reinterpret_cast<const char*>(digest.data()), size});
}

tl::expected<Endpoints, std::string> read_discovery(std::string_view text, std::string_view issuer) {
  const auto document = parse_object(text);
  if (!document) return tl::unexpected(std::string("the discovery document is no JSON object"));
  if (text_claim(*document, "issuer") != issuer)
    return tl::unexpected(
        std::string("the discovery document is of another issuer than the one in server.toml"));
  Endpoints endpoints{text_claim(*document, "authorization_endpoint"),
                      text_claim(*document, "token_endpoint"), text_claim(*document, "jwks_uri"),
                      text_claim(*document, "userinfo_endpoint"), takes_secret_in_form_only(*document)};
  for (const auto* url : {&endpoints.authorization, &endpoints.token, &endpoints.keys}) {
    if (!is_safe_url(*url))
      return tl::unexpected(std::string("an endpoint of the discovery document is missing, or is not https"));
  }
  return endpoints;
}

tl::expected<Provider::Known, Failure> Provider::known(bool anew) {
  const auto now = now_();
  {
    const std::lock_guard lock(mutex_);
    if (!anew && known_ && now - known_->since < known_for) return *known_;
  }
  auto base = settings_.issuer;
  while (base.ends_with('/')) base.pop_back();
  const auto document = fetch_({base + "/.well-known/openid-configuration", {}, {}});
  if (!document) return unreachable(document.error().why);
  auto endpoints = read_discovery(*document, settings_.issuer);
  if (!endpoints) return unreachable(endpoints.error());
  const auto shown = fetch_({endpoints->keys, {}, {}});
  if (!shown) return unreachable(shown.error().why);
  auto keys = KeySet::parse(*shown);
  if (!keys) return unreachable(keys.error());
  const std::lock_guard lock(mutex_);
  known_ = Known{*std::move(endpoints), *std::move(keys), now};
  return *known_;
}

tl::expected<std::string, Failure> Provider::authorization_url(const Attempt& attempt) {
  if (!free_.try_acquire()) return unreachable("too many sign-ins at once");
  const auto now_known = known(false);
  free_.release();
  if (!now_known) return tl::unexpected(now_known.error());
  const auto& url = now_known->endpoints.authorization;
  const std::string scope = settings_.claim == "email" ? "openid email" : "openid profile";
  return url + (url.find('?') == url.npos ? "?" : "&") +
         form_of({{"response_type", "code"},
                  {"client_id", settings_.client_id},
                  {"redirect_uri", settings_.redirect},
                  {"scope", scope},
                  {"state", attempt.state},
                  {"nonce", attempt.nonce},
                  {"code_challenge", challenge_of(attempt.verifier)},
                  {"code_challenge_method", "S256"}});
}

tl::expected<std::string, Failure> Provider::name_of(std::string_view code, const Attempt& attempt) {
  if (!free_.try_acquire()) return unreachable("too many sign-ins at once");
  const auto name = [&]() -> tl::expected<std::string, Failure> {
    const auto now_known = known(false);
    if (!now_known) return tl::unexpected(now_known.error());
    const auto answer = tokens(code, attempt, now_known->endpoints);
    if (!answer) return tl::unexpected(answer.error());
    auto claims = claims_of(text_claim(*answer, "id_token"), attempt, *now_known);
    if (!claims) return tl::unexpected(claims.error());
    if (!claims->contains(settings_.claim) && !now_known->endpoints.userinfo.empty()) {
      claims =
          userinfo(now_known->endpoints, text_claim(*answer, "access_token"), text_claim(*claims, "sub"));
      if (!claims) return tl::unexpected(claims.error());
    }
    auto said = text_claim(*claims, settings_.claim);
    if (said.empty()) return refused("there is no claim \"" + settings_.claim + "\"");
    const auto* verified = claims->if_contains("email_verified");
    if (settings_.claim == "email" && (verified == nullptr || !verified->is_bool() || !verified->get_bool()))
      return refused("the e-mail address is not verified");
    return said;
  }();
  free_.release();
  return name;
}

tl::expected<Provider::Claims, Failure> Provider::tokens(std::string_view code, const Attempt& attempt,
                                                         const Endpoints& endpoints) const {
  Fields fields{{"grant_type", "authorization_code"},
                {"code", code},
                {"redirect_uri", settings_.redirect},
                {"code_verifier", attempt.verifier}};
  Question question{endpoints.token, {}, {}};
  if (endpoints.secret_in_form) {
    fields.insert(fields.end(),
                  {{"client_id", settings_.client_id}, {"client_secret", settings_.client_secret}});
  } else {
    question.headers.push_back(
        "Authorization: Basic " +
        in_base64(percent_encoded(settings_.client_id) + ':' + percent_encoded(settings_.client_secret)));
  }
  question.form = form_of(fields);
  const auto answer = fetch_(question);
  if (!answer) return failed("no tokens: ", answer.error());
  auto parsed = parse_object(*answer);
  return parsed ? tl::expected<Claims, Failure>(*std::move(parsed))
                : refused("the tokens are no JSON object");
}

/// A key that is not known may be a new one: the keys are asked for once more.
tl::expected<Provider::Claims, Failure> Provider::claims_of(std::string_view id_token, const Attempt& attempt,
                                                            const Known& now_known) {
  const Expected expected{settings_.issuer, settings_.client_id, attempt.nonce, now_()};
  auto claims = check_id_token(id_token, now_known.keys, expected);
  if (!claims && claims.error().kind == Fault::Kind::unknown_key) {
    const auto newer = known(true);
    if (!newer) return tl::unexpected(newer.error());
    claims = check_id_token(id_token, newer->keys, expected);
  }
  if (!claims) return refused("ID token: " + claims.error().why);
  return *std::move(claims);
}

tl::expected<Provider::Claims, Failure> Provider::userinfo(const Endpoints& endpoints,
                                                           std::string_view access_token,
                                                           std::string_view subject) const {
  const auto answer =
      fetch_({endpoints.userinfo, {}, {"Authorization: Bearer " + std::string(access_token)}});
  if (!answer) return failed("no user information: ", answer.error());
  auto claims = parse_object(*answer);
  if (!claims || text_claim(*claims, "sub") != subject)
    return refused("the user information is of somebody else");
  return *std::move(claims);
}

}  // namespace badge::oidc
