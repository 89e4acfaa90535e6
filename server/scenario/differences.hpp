#pragma once
#include <span>
#include <string>
#include <vector>

#include "server/app/language.hpp"
#include "server/scenario/judge_scenario.hpp"

namespace badge::scenario {

/// A sentence for each thing that was expected and is otherwise. Empty: all is as it was expected.
[[nodiscard]] std::vector<std::string> differences(std::span<const ExpectedDay> expected,
                                                   std::span<const AnsweredDay> days, app::Language language);

}  // namespace badge::scenario
