#pragma once
#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "server/app/logins.hpp"
#include "server/app/token.hpp"
#include "server/oidc/provider.hpp"

namespace badge::app {

inline constexpr std::chrono::minutes attempt_lifetime{10};  // to type a password at the provider
inline constexpr std::size_t attempts_max = 20'000;  // under way at once, 10 MB; then the oldest is forgotten
inline constexpr std::size_t returned_bytes_max = 4096;  // of what the provider sends back by the browser

/// Signing in at the office's own OpenID provider. It makes no logins: who comes by it must have one here, of
/// the name that the provider's claim says. Blocks on network and store; call from workers.
class ProviderSignIn {
 public:
  using Clock = std::chrono::steady_clock;

  /// `demanding`: roles for which a second factor is asked here. All must outlive this.
  ProviderSignIn(oidc::Provider& provider, const Logins& logins, std::vector<Role> demanding,
                 std::function<attendance::Date()> today, std::function<Clock::time_point()> now)
      : provider_(provider),
        logins_(logins),
        demanding_(std::move(demanding)),
        today_(std::move(today)),
        now_(std::move(now)) {}

  /// A sign-in that begins.
  struct Begun {
    std::string url;      // at the provider
    std::string browser;  // a secret for a cookie: only this browser can end what it began
  };
  enum class Refused : std::uint8_t {
    unreachable,   // the provider does not answer, or not in its form
    refused,       // it did not vouch for anybody, or the sign-in is over or another browser's
    no_login,      // nobody in force has this name here
    second_factor  // this login must come with password and code
  };
  [[nodiscard]] tl::expected<Begun, Refused> begin();
  /// `state` and `code` as the browser brought them back; each sign-in ends once.
  [[nodiscard]] tl::expected<Identity, Refused> finish(std::string_view state, std::string_view code,
                                                       std::string_view browser);

 private:
  struct Attempt {
    oidc::Attempt values;
    TokenHash browser{};
    Clock::time_point begun;
  };
  void keep(Attempt attempt);
  [[nodiscard]] std::optional<oidc::Attempt> take(std::string_view state, std::string_view browser);

  oidc::Provider& provider_;
  const Logins& logins_;
  const std::vector<Role> demanding_;
  const std::function<attendance::Date()> today_;
  const std::function<Clock::time_point()> now_;
  std::mutex mutex_;
  std::map<TokenHash, Attempt> attempts_;  // by the hash of their state
};

}  // namespace badge::app
