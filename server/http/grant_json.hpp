#pragma once
/// Roles as the API writes and reads them: {"role": "hr", "unit": "SNV", "from": "2026-07-01", "to": null}.
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "server/app/identity.hpp"

namespace badge::http {

[[nodiscard]] boost::json::array to_json(const std::vector<app::Grant>& grants);

/// The list under "grants"; an absent or empty `unit`, `from` or `to` is open. The error is a sentence.
[[nodiscard]] tl::expected<std::vector<app::Grant>, std::string> grants_member(
    const boost::json::object& object);

}  // namespace badge::http
