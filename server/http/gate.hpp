#pragma once
#include <functional>
#include <variant>

#include "server/app/sign_in.hpp"
#include "server/http/head.hpp"
#include "server/http/message.hpp"
#include "server/http/router.hpp"
#include "server/http/web_sessions.hpp"

namespace badge::http {

/// Decides, from the header alone, whether a request may come in: before one byte of its body is read.
///
/// In this order: what could smuggle a second request (Transfer-Encoding, several Content-Length or Host),
/// target, route and method, who asks, whether the role may, whether a second factor is owed first, whether a
/// browser asks from its own page, size.
class Gate {
 public:
  struct Office {
    std::function<attendance::Date()> today;  // roles are given for spans of days
    bool behind_proxy = false;                // whose last X-Forwarded-For is believed
    std::vector<Role> second_factor_for{};    // who holds one of them can do nothing before they have one
    // Of logins; where nothing is said there are none.
    std::function<std::uint64_t()> rights_version = [] { return std::uint64_t{0}; };  // quick
    std::function<std::optional<Identity>(std::string_view)> identity =               // of now; blocks
        [](std::string_view) { return std::optional<Identity>(); };
  };
  Gate(const Router& router, const app::SignIn& sign_in, WebSessions& sessions, Office office)
      : router_(router), sign_in_(sign_in), sessions_(sessions), office_(std::move(office)) {}

  struct Admitted {
    const Route* route = nullptr;
    Request request;  // all but the body
  };
  struct Answered {  // by the gate itself: a refusal, or a file of the web pages
    Response response;
    bool must_close = false;  // where the next request on this connection would begin is not certain
  };
  /// What the session's login may do may have changed since it was read: renew(), and ask again with `since`.
  struct Outdated {
    std::uint64_t since = 0;
  };
  using Decision = std::variant<Admitted, Answered, Outdated>;

  /// By the rights of now. Never blocks.
  [[nodiscard]] Decision admit(const Head& head) const { return admit(head, office_.rights_version()); }
  /// By rights that were read at this version or later.
  [[nodiscard]] Decision admit(const Head& head, std::uint64_t since) const;

  /// Reads anew what the login of the request's session may do. Blocks on the store; call from workers.
  void renew(const Head& head) const;

 private:
  struct NeedsRenewal {};
  using Found = std::variant<std::monostate, Identity, NeedsRenewal>;
  [[nodiscard]] Found identify(const Head& head, std::uint64_t since) const;

  const Router& router_;
  const app::SignIn& sign_in_;
  WebSessions& sessions_;
  const Office office_;
};

}  // namespace badge::http
