#include "server/app/imports/written_weekdays.hpp"

#include "server/app/imports/words.hpp"
#include "server/documents/unicode.hpp"

namespace badge::app {
namespace {

using documents::trimmed;

/// Monday 1 … Sunday 7.
std::optional<unsigned> number_of(std::string_view word) {
  const auto day = meaning_of(trimmed(word), weekday_words());
  return day ? std::optional(day->iso_encoding()) : std::nullopt;
}

/// One weekday or a range of them.
std::optional<unsigned> bits_of(std::string_view part) {
  if (const auto day = number_of(part)) return 1U << (*day - 1);
  for (const std::string_view between : {" đến ", "-", "–"}) {
    const auto at = part.find(between);
    if (at == std::string_view::npos) continue;
    const auto first = number_of(part.substr(0, at)), last = number_of(part.substr(at + between.size()));
    if (!first || !last || *last <= *first) return std::nullopt;
    return (1U << *last) - (1U << (*first - 1));
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::uint8_t> written_weekdays(std::string_view text) {
  unsigned bits = 0;
  while (true) {
    const auto end = text.find_first_of("+,");
    const auto part = bits_of(text.substr(0, end));
    if (!part) return std::nullopt;
    bits |= *part;
    if (end == std::string_view::npos) return static_cast<std::uint8_t>(bits);
    text.remove_prefix(end + 1);
  }
}

}  // namespace badge::app
