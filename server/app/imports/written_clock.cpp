#include "server/app/imports/written_clock.hpp"

#include <fmt/format.h>

#include <charconv>
#include <optional>

#include "server/app/header_words.hpp"
#include "server/documents/unicode.hpp"

namespace badge::app {
namespace {

/// A number of one or two digits that is all of `text`.
std::optional<int> number_of(std::string_view text, int most) {
  constexpr std::size_t digits_max = 2;
  int number = 0;
  const auto* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  if (text.size() > digits_max || read.ec != std::errc() || read.ptr != end || number < 0 || number > most)
    return std::nullopt;
  return number;
}

}  // namespace

std::string written_clock(std::string_view text) {
  constexpr int hours_max = 24, minutes_max = 59;
  const auto words = plain_words(text);
  for (const std::string_view hour : {"gio", "h", "g"}) {
    const auto at = words.find(hour);
    if (at == std::string::npos) continue;
    const auto hours = number_of(documents::trimmed(std::string_view(words).substr(0, at)), hours_max);
    auto behind = documents::trimmed(std::string_view(words).substr(at + hour.size()));
    behind = documents::trimmed(behind.substr(0, behind.find("phut")));
    const auto minutes = behind.empty() ? std::optional(0) : number_of(behind, minutes_max);
    if (hours && minutes) return fmt::format("{:02}:{:02}", *hours, *minutes);
    break;
  }
  return std::string(text);
}

}  // namespace badge::app
