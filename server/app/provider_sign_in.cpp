#include "server/app/provider_sign_in.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>

namespace badge::app {
namespace {

using Failure = oidc::Provider::Failure;

ProviderSignIn::Refused told(const Failure& failure) {
  spdlog::warn("sign-in at the provider: {}", failure.why);
  return failure.kind == Failure::Kind::unreachable ? ProviderSignIn::Refused::unreachable
                                                    : ProviderSignIn::Refused::refused;
}

std::string small_letters(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return text;
}

}  // namespace

tl::expected<ProviderSignIn::Begun, ProviderSignIn::Refused> ProviderSignIn::begin() {
  const oidc::Attempt values{make_token(), make_token(), make_token()};
  auto url = provider_.authorization_url(values);
  if (!url) return tl::unexpected(told(url.error()));
  Begun begun{*std::move(url), make_token()};
  keep({values, hash_token(begun.browser), now_()});
  return begun;
}

tl::expected<Identity, ProviderSignIn::Refused> ProviderSignIn::finish(std::string_view state,
                                                                       std::string_view code,
                                                                       std::string_view browser) {
  if (code.empty() || code.size() > returned_bytes_max) return tl::unexpected(Refused::refused);
  const auto values = take(state, browser);
  if (!values) return tl::unexpected(Refused::refused);
  const auto said = provider_.name_of(code, *values);
  if (!said) return tl::unexpected(told(said.error()));
  const auto name = small_letters(*said);
  auto who = is_login_name(name) ? logins_.identity(name) : std::nullopt;
  if (!who) return tl::unexpected(Refused::no_login);
  if (provider_.settings().second_factor_here &&
      (who->second_factor || must_enrol(*who, demanding_, today_())))
    return tl::unexpected(Refused::second_factor);
  who->by = Identity::By::provider;
  return *std::move(who);
}

void ProviderSignIn::keep(Attempt attempt) {
  const std::lock_guard lock(mutex_);
  std::erase_if(attempts_,
                [&](const auto& item) { return attempt.begun - item.second.begun > attempt_lifetime; });
  if (attempts_.size() >= attempts_max) {
    attempts_.erase(
        std::ranges::min_element(attempts_, {}, [](const auto& item) { return item.second.begun; }));
  }
  const auto state = hash_token(attempt.values.state);
  attempts_.insert_or_assign(state, std::move(attempt));
}

std::optional<oidc::Attempt> ProviderSignIn::take(std::string_view state, std::string_view browser) {
  const std::lock_guard lock(mutex_);
  const auto found = attempts_.find(hash_token(state));
  if (found == attempts_.end() || found->second.browser != hash_token(browser)) return std::nullopt;
  const auto attempt = std::move(found->second);
  attempts_.erase(found);
  return now_() - attempt.begun > attempt_lifetime ? std::nullopt : std::optional(attempt.values);
}

}  // namespace badge::app
