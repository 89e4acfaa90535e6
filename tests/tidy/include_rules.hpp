#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace badge::tidy {

/// One breach of a house rule.
struct Breach {
  std::string where;  // "server/app/live.cpp:12"
  std::string rule;
};

/// Which folder may include which, read off the #include lines of one file. `path` is relative to the root of
/// the repository and selects the rules; tests may include everything of ours.
[[nodiscard]] std::vector<Breach> check_includes(std::string_view path, std::string_view text);

/// What no source file may hold: a capturing lambda or a brace temporary inside a co_await expression
/// (g++ 12.2 destroys it twice), a path of somebody's machine, an open end.
[[nodiscard]] std::vector<Breach> check_text(std::string_view path, std::string_view text);

}  // namespace badge::tidy
