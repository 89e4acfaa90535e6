#include "server/http/gate.hpp"

#include <algorithm>
#include <cctype>

#include "server/http/client_address.hpp"
#include "server/http/static_files.hpp"
#include "server/http/target.hpp"

namespace badge::http {
namespace {

using Refusal = std::optional<Gate::Answered>;

constexpr std::string_view bearer_prefix = "Bearer ";

bool same_letters(std::string_view a, std::string_view b) {
  return std::ranges::equal(
      a, b, [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

Gate::Answered refuse(int status, std::string_view type, std::string_view title, bool must_close = false) {
  return {problem(status, type, title), must_close};
}

/// What different readers of one request could cut at different places.
Refusal ambiguity(const Head& head) {
  constexpr std::string_view type = "urn:chuyen-can:ambiguous-request";
  if (head.has_transfer_encoding) {
    return refuse(411, "urn:chuyen-can:length-required",
                  "Transfer-Encoding is not taken: send the body with Content-Length", true);
  }
  if (head.content_length_count > 1) return refuse(400, type, "Content-Length is there more than once", true);
  if (head.host_count > 1) return refuse(400, type, "Host is there more than once", true);
  if (head.version == 11 && head.host_count == 0) return refuse(400, type, "Host is missing", true);
  return std::nullopt;
}

std::string_view language_of(const Head& head, const Target& target) {
  const auto asked = target.query.find("lang");
  if (asked != target.query.end()) return asked->second == "en" ? "en" : "vi";
  // Browsers list languages by preference: the first one that we have decides.
  const std::string_view accepted = head.accept_language;
  const auto vietnamese = accepted.find("vi");
  const auto english = accepted.find("en");
  return english < vietnamese ? "en" : "vi";
}

Response unauthorised() {
  auto response = problem(401, "urn:chuyen-can:sign-in-required",
                          "Sign in first: send a valid token as \"Authorization: Bearer …\"");
  response.headers.emplace_back("WWW-Authenticate", "Bearer realm=\"chuyen-can\"");
  return response;
}

/// Who owes a second factor may see who they are, sign out, and enrol.
bool is_way_to_enrol(std::string_view pattern) {
  return pattern == "/api/v1/session" || pattern == "/api/v1/session/second-factor";
}

Response enrol_first() {
  return problem(403, "urn:chuyen-can:second-factor-required",
                 "Your role needs a second factor; set one up before anything else");
}

bool is_unsafe(std::string_view method) { return method != "GET" && method != "HEAD"; }

/// A cookie travels with every request that a browser makes; another site's page must not be able to use it.
/// Browsers state the origin on unsafe methods, so a request without any statement is refused too.
bool is_same_origin(const Head& head) {
  if (!head.fetch_site.empty()) return head.fetch_site == "same-origin";
  const auto scheme_end = head.origin.find("://");
  if (scheme_end == std::string::npos) return false;
  return same_letters(std::string_view(head.origin).substr(scheme_end + 3), head.host);
}

}  // namespace

Gate::Decision Gate::admit(const Head& head, std::uint64_t since) const {
  if (auto refusal = ambiguity(head)) return *std::move(refusal);
  auto target = parse_target(head.target);
  if (!target) {
    return refuse(400, "urn:chuyen-can:bad-target", "The request target must be a path, properly escaped");
  }
  if (target->segments.front() != "api") {
    return Answered{static_response({head.method, target->path, head.if_none_match, head.accept_encoding})};
  }
  auto match = router_.match(head.method, target->segments);
  if (match.route == nullptr && match.allow.empty()) {
    return refuse(404, "urn:chuyen-can:not-found", "There is nothing at this path");
  }
  if (match.route == nullptr) {
    return Answered{method_not_allowed(match.allow)};
  }

  Admitted admitted{match.route, {}};
  auto& request = admitted.request;
  if (!match.route->allowed.empty()) {
    auto found = identify(head, since);
    if (std::holds_alternative<NeedsRenewal>(found)) return Outdated{since};
    auto* const who = std::get_if<Identity>(&found);
    if (who == nullptr) return Answered{unauthorised(), false};
    auto scope = app::scope_of(*who, match.route->allowed, office_.today());
    if (!scope) {
      return refuse(403, "urn:chuyen-can:role-not-allowed", "None of your roles may do this today");
    }
    request.must_enrol = app::must_enrol(*who, office_.second_factor_for, office_.today());
    if (request.must_enrol && !is_way_to_enrol(match.route->pattern)) return Answered{enrol_first()};
    request.who = *std::move(who);
    request.scope = *std::move(scope);
  }
  // Also where nobody need be signed in: signing in and out are such routes.
  const bool by_cookie = head.authorization.empty() && !head.cookie.empty();
  if (by_cookie && is_unsafe(head.method) && !is_same_origin(head)) {
    return refuse(403, "urn:chuyen-can:cross-origin",
                  "A signed-in browser may change something only from this server's own pages");
  }
  if (head.content_length.value_or(0) > match.route->body_bytes_max) {
    return refuse(413, "urn:chuyen-can:body-too-large",
                  "The body may have at most " + std::to_string(match.route->body_bytes_max) + " bytes",
                  true);
  }

  request.address = client_address(head, office_.behind_proxy);
  request.method = head.method;
  request.path = std::move(target->path);
  request.params = std::move(match.params);
  request.language = language_of(head, *target);
  request.query = std::move(target->query);
  request.takes_gzip = head.accept_encoding.find("gzip") != std::string::npos;
  request.content_type = head.content_type.substr(0, head.content_type.find(';'));
  request.accept = head.accept;
  request.if_none_match = head.if_none_match;
  request.cookie = head.cookie;
  return admitted;
}

Gate::Found Gate::identify(const Head& head, std::uint64_t since) const {
  const auto found = [](std::optional<Identity> who) { return who ? Found(*std::move(who)) : Found(); };
  const std::string_view authorization = head.authorization;
  if (!authorization.empty()) {
    if (!same_letters(authorization.substr(0, bearer_prefix.size()), bearer_prefix)) return {};
    return found(sign_in_.by_token(authorization.substr(bearer_prefix.size())));
  }
  const auto holder = sessions_.holder_of(head.cookie);
  if (!holder) return {};
  if (const auto* const token = std::get_if<app::TokenHash>(&*holder)) return found(sign_in_.by_hash(*token));
  const auto& who = std::get<Identity>(*holder);
  return who.as_of < since ? Found(NeedsRenewal()) : Found(who);
}

void Gate::renew(const Head& head) const {
  const auto holder = sessions_.holder_of(head.cookie);
  const auto* const known = holder ? std::get_if<Identity>(&*holder) : nullptr;
  if (known == nullptr) return;
  auto who = office_.identity(known->name);
  if (who) who->by = known->by;
  sessions_.renew(head.cookie, std::move(who));
}

}  // namespace badge::http
