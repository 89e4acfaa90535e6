#pragma once
/// The two kinds of file that state schedules: TOML, and a table with a row for each session of each season.
/// Pure. Errors go into the task's report.
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/app/imports/merge.hpp"

namespace badge::app {

inline constexpr std::int32_t repeat_quiet_s_max = 3600;  // a longer one would swallow the way out for lunch

using StatedSchedules = std::vector<Stated<attendance::Schedule>>;
using NamesWithLines = std::vector<std::pair<std::string, std::size_t>>;

/// Otherwise TOML: its first line that says something holds a bracket or an equals sign.
[[nodiscard]] bool is_schedule_table(std::string_view text);

[[nodiscard]] StatedSchedules read_schedule_toml(ImportTask& task);
/// Rows of one schedule and season may stand anywhere, its sessions in any order. What holds for the season
/// or the schedule as a whole is stated in one of its rows, or alike in several.
[[nodiscard]] StatedSchedules read_schedule_table(ImportTask& task);

/// Names alone, for who takes schedules back; nothing else is read.
[[nodiscard]] NamesWithLines names_in_schedule_toml(ImportTask& task);
[[nodiscard]] NamesWithLines names_in_schedule_table(ImportTask& task);

}  // namespace badge::app
