#pragma once
#include "server/http/router.hpp"

namespace badge::app {
class Evidence;
class WeeklyProgrammes;
}  // namespace badge::app

namespace badge::http {

inline constexpr std::size_t programme_body_bytes_max =
    1024 * 1024;  // a week of all leaders of a province is under 200 KB

/// The programme of a week, for administrators and HR officers, each of their own units:
///   POST /api/v1/programmes?week=2026-07-06&paper=28/LCT-SNV&unit=SNV&office=cơ quan,phòng họp&dry_run=1
///     the body is the programme as CSV -> what was understood of each row, and what becomes of papers
///     (weekly_programmes.hpp). Both must outlive the router.
void add_programme_routes(Router& router, app::WeeklyProgrammes& programmes, const app::Evidence& evidence);

}  // namespace badge::http
