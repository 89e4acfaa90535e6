#pragma once
#include <string>

#include "server/app/imports/error.hpp"
#include "server/scenario/judge_scenario.hpp"

namespace badge::scenario {

/// The answer as lines to read.
[[nodiscard]] std::string to_text(const Answer& answer, app::Language language);

/// A line for each error, behind the file's name: `case.json: /schedule/name: is needed`.
[[nodiscard]] std::string to_text(const app::ImportErrors& errors, std::string_view file,
                                  app::Language language);

}  // namespace badge::scenario
