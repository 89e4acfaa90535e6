#pragma once
#include <chrono>
#include <cstddef>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "server/app/identity.hpp"
#include "server/app/token.hpp"
#include "server/http/limits.hpp"

namespace badge::http {

/// Browsers that have signed in. Kept in memory only: a restart signs everybody out. All functions are safe
/// from any thread.
///
/// The cookie holds 256 random bits that mean nothing elsewhere; scripts cannot read it. A session that a
/// token opened remembers which, so that revoking the token ends it. One that a login opened remembers who
/// that is and what they may do; the gate has it renewed when that may have changed, and who changes the
/// login calls close_all().
class WebSessions {
 public:
  using Clock = std::chrono::steady_clock;

  struct Limits {
    std::size_t sessions_max = web_sessions_max;
    Clock::duration idle_max = web_session_idle_max;
    Clock::duration age_max = web_session_max;
  };

  /// `secure`: the cookie travels over TLS only.
  explicit WebSessions(bool secure) : WebSessions(secure, Limits(), [] { return Clock::now(); }) {}
  WebSessions(bool secure, Limits limits, std::function<Clock::time_point()> now);

  using Holder = std::variant<app::TokenHash, app::Identity>;

  /// Opens a session and returns the value for Set-Cookie. When full, the session idle longest ends.
  [[nodiscard]] std::string open(Holder holder);

  /// Who opened the session of a Cookie header, where it is live. Counts as use.
  [[nodiscard]] std::optional<Holder> holder_of(std::string_view cookie_header);

  /// What the login of the session of a Cookie header may do now; nothing: it is disabled, and the session
  /// ends. A session that has ended meanwhile stays so.
  void renew(std::string_view cookie_header, std::optional<app::Identity> who);

  /// Ends every session of a login, but for the one of `kept`, a Cookie header.
  void close_all(std::string_view login, std::string_view kept = {});

  /// Ends the session of a Cookie header, if any, and returns the Set-Cookie value that makes the browser
  /// forget.
  [[nodiscard]] std::string close(std::string_view cookie_header);

 private:
  struct Session {
    Holder holder;
    Clock::time_point opened, used;
  };
  [[nodiscard]] bool is_over(const Session& session, Clock::time_point now) const;
  [[nodiscard]] std::string_view name() const;
  [[nodiscard]] std::string_view value_of(std::string_view cookie_header) const;
  [[nodiscard]] std::string cookie(std::string_view value, std::string_view more) const;
  void make_room(Clock::time_point now);

  const bool secure_;
  const Limits limits_;
  const std::function<Clock::time_point()> now_;
  std::mutex mutex_;
  std::map<app::TokenHash, Session> sessions_;  // by the hash of the cookie's value
};

}  // namespace badge::http
