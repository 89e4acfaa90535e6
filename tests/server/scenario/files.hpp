#pragma once
/// The data of these tests. What cannot be read throws std::runtime_error.
#include <boost/json/value.hpp>
#include <ostream>
#include <string>
#include <vector>

namespace badge::scenario::testing {

[[nodiscard]] boost::json::value json_file(const std::string& path);

/// One case of cases/*.json. Its hours stand once, in hours.json: `hours` names those that everybody follows,
/// `further_hours` others.
struct Case {
  std::string id, shows;
  std::string scenario;              // the JSON text, hours put in
  std::vector<std::string> refused;  // JSON pointers of all errors; empty: it is judged
};
/// So that a list of tests shows its name and not its bytes.
inline void PrintTo(const Case& one, std::ostream* out) { *out << one.id; }
[[nodiscard]] std::vector<Case> cases();

/// The example scenarios for users, by their files' names.
[[nodiscard]] std::vector<Case> examples();

}  // namespace badge::scenario::testing
