#pragma once
#include "server/app/sign_in.hpp"
#include "server/http/router.hpp"
#include "server/http/web_sessions.hpp"

namespace badge::http {

/// /health, and signing in and out of a browser: /session.
void add_session_routes(Router& router, const app::SignIn& sign_in, WebSessions& sessions);

}  // namespace badge::http
