#pragma once
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "server/app/imports/error.hpp"
#include "server/app/language.hpp"
#include "server/scenario/judge_scenario.hpp"
#include "server/scenario/scenario.hpp"

namespace badge::scenario {

inline constexpr std::size_t scenario_bytes_max = std::size_t{4} * 1024 * 1024;  // a year of one office

/// Reads the JSON text that scenario.schema.json describes and checks all of it. The errors are all of them:
/// `column` is a JSON pointer; `line` is set only where the text is no JSON at all.
[[nodiscard]] tl::expected<Scenario, app::ImportErrors> read_scenario(std::string_view text,
                                                                      app::Language language);

/// The answer as JSON: {"zone", "days": […], "differences": […]}, on one line.
[[nodiscard]] std::string to_json(const Answer& answer);

}  // namespace badge::scenario
