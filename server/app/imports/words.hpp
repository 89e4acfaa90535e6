#pragma once
/// The words that files use for kinds and states: the English code, and the Vietnamese word of the papers.
/// Pure.
#include <algorithm>
#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/language.hpp"
#include "server/attendance/timesheet_facts.hpp"
#include "server/documents/unicode.hpp"
#include "server/inspection/words.hpp"

namespace badge::app {

template <class Meaning>
struct Word {
  Meaning meaning;
  std::string_view code;               // "annual_leave"
  std::string_view vietnamese;         // "nghỉ phép"
  std::vector<std::string_view> also;  // other ways in which offices write it
};

[[nodiscard]] std::span<const Word<attendance::AbsenceKind>> absence_words();
[[nodiscard]] std::span<const Word<attendance::BadgeState>> badge_state_words();
[[nodiscard]] std::span<const Word<attendance::CalendarKind>> calendar_words();
[[nodiscard]] std::span<const Word<attendance::HeadRole>> head_role_words();
[[nodiscard]] std::span<const Word<attendance::RegimeKind>> regime_words();
[[nodiscard]] std::span<const Word<attendance::RegimePlace>> regime_place_words();
[[nodiscard]] std::span<const Word<attendance::CorrectionEffect>> correction_effect_words();
[[nodiscard]] std::span<const Word<attendance::CorrectionCause>> correction_cause_words();
[[nodiscard]] std::span<const Word<attendance::Decision>> decision_words();
[[nodiscard]] std::span<const Word<attendance::CreditKind>> credit_words();
[[nodiscard]] std::span<const Word<inspection::Indicator>> indicator_words();
[[nodiscard]] std::span<const Word<attendance::DayMeaning>> day_meaning_words();
[[nodiscard]] std::span<const Word<attendance::TimesheetMethod>> timesheet_method_words();
[[nodiscard]] std::span<const Word<attendance::HalfDays>> half_days_words();
/// Where a symbol counts; "" is nowhere. A heading of the office's own is none of these.
[[nodiscard]] std::span<const Word<std::string_view>> timesheet_column_words();
[[nodiscard]] std::span<const Word<bool>> badge_kind_words();  // whether it is temporary
[[nodiscard]] std::span<const Word<bool>> yes_words();
[[nodiscard]] std::span<const Word<attendance::TapsDemanded>> taps_demanded_words();
[[nodiscard]] std::span<const Word<std::chrono::weekday>> weekday_words();

/// Of a person; what is kept is the code.
[[nodiscard]] std::span<const Word<std::string_view>> category_words();

/// Code, word and other ways alike, whatever the case.
template <class Meaning>
[[nodiscard]] std::optional<Meaning> meaning_of(std::string_view text, std::span<const Word<Meaning>> words) {
  const auto folded = documents::fold_case(text);
  const auto is = [&](std::string_view way) { return folded == documents::fold_case(way); };
  for (const auto& word : words) {
    if (is(word.code) || is(word.vietnamese)) return word.meaning;
    for (const auto way : word.also) {
      if (is(way)) return word.meaning;
    }
  }
  return std::nullopt;
}

/// "annual_leave". Every meaning has a word.
template <class Meaning>
[[nodiscard]] std::string code_of(Meaning meaning, std::span<const Word<Meaning>> words) {
  return std::string(std::ranges::find(words, meaning, &Word<Meaning>::meaning)->code);
}

/// "thứ Bảy", "saturday".
[[nodiscard]] std::string weekday_of(attendance::Date date, Language language);

/// What stands between the '+' of a cell, each without spaces around it; none of an empty cell.
[[nodiscard]] std::vector<std::string_view> parts(std::string_view cell);

/// "nghỉ phép (annual_leave), ốm (sick), …": what may be written, for an error.
template <class Meaning>
[[nodiscard]] std::string list_of(std::span<const Word<Meaning>> words, Language language) {
  std::string list;
  for (const auto& word : words) {
    if (!list.empty()) list += ", ";
    list += language == Language::vi ? word.vietnamese : word.code;
    if (language == Language::vi) list.append(" (").append(word.code).append(")");
  }
  return list;
}

}  // namespace badge::app
