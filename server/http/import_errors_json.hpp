#pragma once
#include <boost/json/array.hpp>

#include "server/app/imports/error.hpp"
#include "server/http/message.hpp"

namespace badge::http {

/// 422, type "urn:chuyen-can:import-refused", with every error that is listed: line, column, value, message,
/// place.
[[nodiscard]] Response refused_rows(const app::ImportErrors& errors, std::string_view title);

/// The listed ones alone.
[[nodiscard]] boost::json::array import_errors_json(const app::ImportErrors& errors);

}  // namespace badge::http
