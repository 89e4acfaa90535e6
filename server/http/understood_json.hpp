#pragma once
#include <boost/json/value.hpp>
#include <optional>

#include "server/app/imports/understood.hpp"

namespace badge::http {

/// What was understood of a workbook or a calendar; null of other files.
[[nodiscard]] boost::json::value understood_json(const std::optional<app::Understood>& understood);

}  // namespace badge::http
