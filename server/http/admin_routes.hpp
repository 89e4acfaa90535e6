#pragma once
#include <functional>

#include "server/app/iso_time.hpp"
#include "server/app/keeping.hpp"
#include "server/app/logins.hpp"
#include "server/app/period_closes.hpp"
#include "server/app/sign_in.hpp"
#include "server/http/router.hpp"
#include "server/http/web_sessions.hpp"

namespace badge::http {

/// What only an administrator asks: /bridges and /tokens.
void add_account_routes(Router& router, app::SignIn& sign_in, app::ToLocal to_local);

/// /logins: adding, inviting, roles, resetting a second factor, disabling.
void add_login_routes(Router& router, app::Logins& logins, WebSessions& sessions, app::ToLocal to_local);

/// /backups and /verify.
void add_keeping_routes(Router& router, app::Keeping& keeping, const app::PeriodCloses& closes);

/// /status.
void add_status_routes(Router& router, const store::Store& store, std::function<Instant()> now,
                       app::ToLocal to_local);

}  // namespace badge::http
