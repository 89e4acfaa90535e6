#pragma once
#include "server/app/logins.hpp"
#include "server/app/sign_in.hpp"
#include "server/http/router.hpp"
#include "server/http/web_sessions.hpp"

namespace badge::http {

/// /health; a browser's session; and what a person does about their own password:
///   POST   /api/v1/session           {"name": …, "password": …} or {"token": …}: sets the cookie
///   GET    /api/v1/session           who is signed in, with which roles
///   DELETE /api/v1/session
///   PUT    /api/v1/session/password  {"old": …, "new": …}: ends every other session of the login
///   POST   /api/v1/invitation        {"token": …}: whose it is
///   POST   /api/v1/password          {"token": …, "password": …}: answers an invitation
/// All of these must outlive the router.
void add_session_routes(Router& router, const app::SignIn& sign_in, app::Logins& logins,
                        WebSessions& sessions);

}  // namespace badge::http
