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
  using Decision = std::variant<Admitted, Answered>;

  [[nodiscard]] Decision admit(const Head& head) const;

 private:
  [[nodiscard]] std::optional<Identity> identify(const Head& head) const;

  const Router& router_;
  const app::SignIn& sign_in_;
  WebSessions& sessions_;
  const Office office_;
};

}  // namespace badge::http
