#pragma once
#include <chrono>
#include <cstddef>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "server/app/token.hpp"
#include "server/http/limits.hpp"

namespace badge::http {

/// Browsers that have signed in. Kept in memory only: a restart signs everybody out. All functions are safe
/// from any thread.
///
/// The cookie holds 256 random bits that mean nothing elsewhere; scripts cannot read it. A session remembers
/// which token opened it and no more, so that revoking the token ends it.
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

  /// Opens a session and returns the value for Set-Cookie. When full, the session idle longest ends.
  [[nodiscard]] std::string open(const app::TokenHash& token);

  /// The token behind a Cookie header, where it holds a live session. Counts as use.
  [[nodiscard]] std::optional<app::TokenHash> token_of(std::string_view cookie_header);

  /// Ends the session of a Cookie header, if any, and returns the Set-Cookie value that makes the browser
  /// forget.
  [[nodiscard]] std::string close(std::string_view cookie_header);

 private:
  struct Session {
    app::TokenHash token;
    Clock::time_point opened, used;
  };
  [[nodiscard]] bool is_over(const Session& session, Clock::time_point now) const;
  [[nodiscard]] std::string cookie(std::string_view value, std::string_view more) const;
  void make_room(Clock::time_point now);

  const bool secure_;
  const Limits limits_;
  const std::function<Clock::time_point()> now_;
  std::mutex mutex_;
  std::map<app::TokenHash, Session> sessions_;  // by the hash of the cookie's value
};

}  // namespace badge::http
