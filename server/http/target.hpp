#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace badge::http {

/// A request target in origin form, "/api/v1/why?staff=CB001", taken apart and percent-decoded.
struct Target {
  std::string path;                   // decoded, for logs and static files
  std::vector<std::string> segments;  // cut at '/' before decoding, so that %2F does not make a segment
  std::map<std::string, std::string> query;  // the first value of each key; '+' means a space
};

/// Nothing where the target is not in origin form, or holds a broken escape, a control character, or a "." or
/// ".." segment: nobody who means well sends those.
[[nodiscard]] std::optional<Target> parse_target(std::string_view target);

}  // namespace badge::http
