#pragma once
#include <boost/json/object.hpp>

#include "server/app/inspections/desk.hpp"
#include "server/http/message.hpp"

namespace badge::http {

/// {"taken":true}, or {"taken":false} with the reason as a word, as a sentence for people, and the field that
/// it is about.
[[nodiscard]] boost::json::object to_json(const app::StepFate& fate, const Request& request);

/// 404, the same for what there is not and for what the asker may not know of.
[[nodiscard]] Response no_such_inspection(const Request& request);

}  // namespace badge::http
