#pragma once
/// The reports on leave, papers, duty and clocks as JSON (openapi.yaml).
#include <boost/json/object.hpp>

#include "server/app/clock_report.hpp"
#include "server/app/duty_report.hpp"
#include "server/app/leave_report.hpp"
#include "server/app/paper_report.hpp"

namespace badge::http {

[[nodiscard]] boost::json::object to_json(const app::LeaveReport& report);
[[nodiscard]] boost::json::object to_json(const app::LeaveTable& table);
[[nodiscard]] boost::json::object to_json(const app::PaperReport& report);
[[nodiscard]] boost::json::object to_json(const app::DutyReport& report);
[[nodiscard]] boost::json::object to_json(const app::ClockReport& report);

}  // namespace badge::http
