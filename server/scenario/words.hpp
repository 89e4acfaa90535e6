#pragma once
/// The words of a scenario for kinds, states and places: the enumerators' names, as in the import files and
/// the HTTP interface.
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "server/attendance/papers.hpp"
#include "server/attendance/tap.hpp"
#include "server/attendance/tap_use.hpp"

namespace badge::scenario {

template <class Meaning>
struct Word {
  std::string_view code;
  Meaning meaning;
};
template <class Meaning>
using Words = std::span<const Word<Meaning>>;

[[nodiscard]] Words<attendance::TapsDemanded> taps_demanded_words();
[[nodiscard]] Words<std::uint8_t> weekday_words();  // their bits: 1 Monday … 64 Sunday
[[nodiscard]] Words<std::chrono::weekday> works_like_words();
[[nodiscard]] Words<attendance::BadgeState> badge_state_words();
[[nodiscard]] Words<attendance::CalendarKind> calendar_words();
[[nodiscard]] Words<attendance::AbsenceKind> absence_words();
[[nodiscard]] Words<attendance::RegimeKind> regime_words();
[[nodiscard]] Words<attendance::RegimePlace> regime_place_words();
[[nodiscard]] Words<attendance::CorrectionCause> correction_cause_words();
[[nodiscard]] Words<attendance::CorrectionEffect> correction_effect_words();
[[nodiscard]] Words<attendance::Decision> decision_words();
[[nodiscard]] Words<attendance::Direction> direction_words();
[[nodiscard]] Words<attendance::TapUse::Kind> tap_use_words();
/// Those of the verdict, as its to_string() says them.
[[nodiscard]] Words<attendance::SessionState> session_state_words();
[[nodiscard]] Words<attendance::DayKind> day_kind_words();
[[nodiscard]] Words<attendance::ReasonCode> reason_words();

template <class Meaning>
[[nodiscard]] std::optional<Meaning> meaning_of(std::string_view code, Words<Meaning> words) {
  for (const auto& word : words) {
    if (word.code == code) return word.meaning;
  }
  return std::nullopt;
}

/// "" where the words do not have it.
template <class Meaning>
[[nodiscard]] std::string_view code_of(Meaning meaning, Words<Meaning> words) {
  for (const auto& word : words) {
    if (word.meaning == meaning) return word.code;
  }
  return {};
}

/// "mon, tue, wed": what may be written, for an error.
template <class Meaning>
[[nodiscard]] std::string list_of(Words<Meaning> words) {
  std::string list;
  for (const auto& word : words) list.append(list.empty() ? "" : ", ").append(word.code);
  return list;
}

}  // namespace badge::scenario
