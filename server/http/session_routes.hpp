#pragma once
#include "server/app/logins.hpp"
#include "server/app/sign_in.hpp"
#include "server/http/router.hpp"
#include "server/http/web_sessions.hpp"

namespace badge::http {

/// /health; a browser's session; and what a person does about their own password:
///   POST   /api/v1/session           {"name": …, "password": …, "code": …} or {"token": …}: sets the cookie
///   GET    /api/v1/session           who is signed in, with which roles
///   DELETE /api/v1/session
///   PUT    /api/v1/session/password  {"old": …, "new": …}: ends every other session of the login
///   POST   /api/v1/invitation        {"token": …}: whose it is
///   POST   /api/v1/password          {"token": …, "password": …}: answers an invitation
/// All of these must outlive the router.
void add_session_routes(Router& router, const app::SignIn& sign_in, app::Logins& logins,
                        WebSessions& sessions);

/// The second factor of who is signed in; the only thing that they may do where Request::must_enrol.
///   GET    /api/v1/session/second-factor  whether there is one, and how many recovery codes are left
///   POST   /api/v1/session/second-factor  {"password": …, "code": …}: a secret, not yet in force
///   PUT    /api/v1/session/second-factor  {"offer": …, "code": …}: in force; answers the recovery codes
void add_second_factor_routes(Router& router, app::Logins& logins, app::SecondFactors& second_factors,
                              WebSessions& sessions);

/// Every role but the bridge's.
[[nodiscard]] const std::vector<Role>& every_person();

}  // namespace badge::http
