#pragma once
#include "server/app/provider_sign_in.hpp"
#include "server/http/router.hpp"
#include "server/http/web_sessions.hpp"

namespace badge::http {

/// Signing in at the office's own OpenID provider.
///   GET  /api/v1/sign-in           {"provider": whether there is one}
///   POST /api/v1/session/provider  where to go; sets a cookie that binds the sign-in to this browser
///   PUT  /api/v1/session/provider  {"state": …, "code": …} as the provider sent them back: sets the cookie
/// `provider` may be null: there is none. All must outlive the router. `secure`: cookies travel over TLS
/// only.
void add_provider_routes(Router& router, app::ProviderSignIn* provider, WebSessions& sessions, bool secure);

}  // namespace badge::http
