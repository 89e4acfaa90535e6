#pragma once
#include "server/app/import_error.hpp"
#include "server/http/message.hpp"

namespace badge::http {

/// 422, type "urn:chuyen-can:import-refused", with every error that is listed: line, column, value, message.
[[nodiscard]] Response refused_rows(const app::ImportErrors& errors, std::string_view title);

}  // namespace badge::http
