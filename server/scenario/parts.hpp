#pragma once
/// The parts of a scenario's JSON text, each in a file of its own. All note their errors in the keys' report.
#include <set>
#include <string>

#include "server/scenario/keys.hpp"

namespace badge::scenario {

/// What the other parts may name.
struct Known {
  std::set<std::string> units, staff, schedules, sessions;
};

[[nodiscard]] attendance::Schedule read_schedule(Keys& keys);

/// Units, staff, badges, entrances, hours, calendar. What is left out is invented: one unit, one person "A"
/// with a badge, who follows the one schedule.
[[nodiscard]] Known read_office(Keys& keys, attendance::RuleFacts& facts);

/// Absences, regimes, duties, corrections.
void read_papers(Keys& keys, const Known& known, attendance::RuleFacts& facts);

/// When readers listened, and whether every tap is known.
void read_coverage(Keys& keys, Scenario& scenario);

void read_taps(Keys& keys, const Known& known, Scenario& scenario);
void read_expected(Keys& keys, const Known& known, Scenario& scenario);

/// `staff_code`; of the one person where there is one only.
void read_person(Keys& keys, const Known& known, std::string& into);

}  // namespace badge::scenario
