#pragma once
/// The language in which reader-sim is told what to do: one command a line. Pure.
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <variant>

#include "tools/reader-sim/card.hpp"
#include "tools/reader-sim/fault.hpp"

namespace badge::tools {

inline constexpr std::size_t control_line_bytes_max = 512;  // several times the longest command

struct Present {
  Card card;
};
struct Remove {};
struct Swap {
  Card card;
};
struct InjectFault {
  std::optional<FaultKind> kind;  // nothing: no more faults
  std::optional<unsigned> count;
};
struct Unplug {};
struct Plug {};
struct ShowGpio {};
struct ShowStatus {};
struct Help {};
struct Quit {};
using Command =
    std::variant<Present, Remove, Swap, InjectFault, Unplug, Plug, ShowGpio, ShowStatus, Help, Quit>;

/// The error is a sentence that names the word, the rule and an example.
[[nodiscard]] tl::expected<Command, std::string> parse_command(std::string_view line);

/// All commands and faults, for people.
[[nodiscard]] std::string control_help();

}  // namespace badge::tools
