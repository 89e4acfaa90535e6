#pragma once
#include "server/app/iso_time.hpp"
#include "server/app/notice_desk.hpp"
#include "server/app/waiting_list.hpp"
#include "server/http/router.hpp"

namespace badge::http {

inline constexpr std::size_t waiting_rows_listed_max = 500;  // 15 printed pages

/// /waiting/list: what waits for who asks, to read and to print.
void add_waiting_list_routes(Router& router, const app::WaitingList& waiting);

/// /notices: what did not arrive. /session/contact: where who asks wants to be told.
void add_notice_routes(Router& router, app::NoticeDesk& desk, app::ToLocal to_local);

}  // namespace badge::http
