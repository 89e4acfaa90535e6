#pragma once
#include <boost/json/object.hpp>
#include <chrono>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <semaphore>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "server/oidc/fetch.hpp"
#include "server/oidc/id_token.hpp"

namespace badge::oidc {

inline constexpr std::chrono::hours known_for{1};   // documents and keys are asked for again after this
inline constexpr std::ptrdiff_t exchanges_max = 2;  // at once: a slow provider must not hold every worker

/// server.toml, [oidc].
struct Settings {
  std::string issuer;  // as the provider writes it
  std::string client_id;
  std::string client_secret;                 // of client_secret_file
  std::string claim = "preferred_username";  // that is the login's name here
  std::string redirect;                      // the address of our pages, as people reach them: "https://…/"
  bool second_factor_here = false;
  std::filesystem::path ca_file{};  // of the provider's authority; empty: those of the system
};

/// What the provider's discovery document says, as far as it matters here.
struct Endpoints {
  std::string authorization, token, keys, userinfo;  // userinfo may be empty
  bool secret_in_form = false;                       // the token endpoint does not take it in a header
};
/// The error is for the log.
[[nodiscard]] tl::expected<Endpoints, std::string> read_discovery(std::string_view json,
                                                                  std::string_view issuer);

/// One sign-in's own random values.
struct Attempt {
  std::string state, nonce, verifier;
};

/// An OpenID provider that people sign in at, by the authorization code flow with PKCE. Blocks on the
/// network; call from workers.
class Provider {
 public:
  using Now = std::function<std::chrono::sys_seconds()>;
  Provider(Settings settings, Fetch fetch, Now now)
      : settings_(std::move(settings)), fetch_(std::move(fetch)), now_(std::move(now)) {}

  [[nodiscard]] const Settings& settings() const { return settings_; }

  struct Failure {
    enum class Kind : unsigned char { unreachable, refused };
    Kind kind = Kind::unreachable;
    std::string why;  // for the log
  };
  /// Where the browser is sent.
  [[nodiscard]] tl::expected<std::string, Failure> authorization_url(const Attempt& attempt);
  /// What the claim of Settings says of who came back with this code.
  [[nodiscard]] tl::expected<std::string, Failure> name_of(std::string_view code, const Attempt& attempt);

 private:
  struct Known {
    Endpoints endpoints;
    KeySet keys;
    std::chrono::sys_seconds since;
  };
  using Claims = boost::json::object;
  [[nodiscard]] tl::expected<Known, Failure> known(bool anew);
  [[nodiscard]] tl::expected<Claims, Failure> tokens(std::string_view code, const Attempt& attempt,
                                                     const Endpoints& endpoints) const;
  [[nodiscard]] tl::expected<Claims, Failure> claims_of(std::string_view id_token, const Attempt& attempt,
                                                        const Known& now_known);
  [[nodiscard]] tl::expected<Claims, Failure> userinfo(const Endpoints& endpoints,
                                                       std::string_view access_token,
                                                       std::string_view subject) const;

  const Settings settings_;
  const Fetch fetch_;
  const Now now_;
  std::counting_semaphore<exchanges_max> free_{exchanges_max};
  std::mutex mutex_;
  std::optional<Known> known_;
};

/// RFC 7636, S256.
[[nodiscard]] std::string challenge_of(std::string_view verifier);

}  // namespace badge::oidc
