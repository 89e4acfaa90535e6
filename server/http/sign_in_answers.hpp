#pragma once
/// What the routes by which people come in answer alike.
#include "server/app/logins.hpp"
#include "server/http/message.hpp"
#include "server/http/web_sessions.hpp"

namespace badge::http {

/// 204 with this Set-Cookie.
[[nodiscard]] Response with_cookie(std::string cookie);

/// Opens a session. The browser's session of before is over, whoever opened it: a cookie that somebody
/// planted must not live on.
[[nodiscard]] Response signed_in(const Request& request, WebSessions::Holder holder, WebSessions& sessions);

/// 401 or 429. The same for a wrong name and a wrong password: nobody learns here who has a login.
[[nodiscard]] Response refused(const Request& request, const app::Logins::Refused& refusal);

}  // namespace badge::http
