#pragma once
/// One row of a CSV file, cell by cell.
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/imports/error.hpp"
#include "server/app/imports/words.hpp"
#include "server/attendance/facts.hpp"
#include "server/documents/csv_reader.hpp"
#include "server/inspection/indicators.hpp"

namespace badge::app {

inline constexpr std::size_t code_bytes_max = 64;    // of units, staff, entrances, schedules
inline constexpr std::size_t text_bytes_max = 1000;  // of names, positions, papers

/// One row. Each reading function notes an error where the cell breaks its rule, and then returns something
/// harmless: a row is used only if it is `good()` in the end.
class ImportRow {
 public:
  using Header = std::map<std::string, std::size_t, std::less<>>;
  ImportRow(const documents::CsvRecord& record, const Header& header, ImportReport& report)
      : record_(record), header_(header), report_(report) {}

  [[nodiscard]] std::size_t line() const { return record_.line; }
  [[nodiscard]] bool good() const { return good_; }

  /// As it stands there, without the spaces around it; "" where the file has no such column.
  [[nodiscard]] std::string_view cell(std::string_view column) const;

  [[nodiscard]] std::string text(std::string_view column);         // may be empty
  [[nodiscard]] std::string needed_text(std::string_view column);  // may not
  [[nodiscard]] std::string needed_name(std::string_view column);  // of a schedule or session: spaces too
  [[nodiscard]] std::string code(std::string_view column);         // may be empty; no spaces in it
  [[nodiscard]] std::string needed_code(std::string_view column);

  /// Codes joined by '+', in one order and each once, so that the same list written twice is the same fact.
  [[nodiscard]] std::vector<std::string> codes(std::string_view column);

  /// A card's number in hexadecimal, as Credential::hex() writes it; must be there.
  [[nodiscard]] std::string card(std::string_view column);
  /// The number printed on a badge (card_number.hpp). No error quotes it.
  [[nodiscard]] std::string card_number(std::string_view column);

  [[nodiscard]] attendance::Date date(std::string_view column);  // must be there
  /// Both ends count; an empty `to` is open.
  [[nodiscard]] attendance::DateSpan span(std::string_view from, std::string_view to);
  [[nodiscard]] attendance::DateSpan closed_span(std::string_view from, std::string_view to);

  /// "07:30", whole minutes since midnight, up to 24:00; nothing where the cell is empty.
  [[nodiscard]] std::optional<attendance::minutes> clock(std::string_view column);
  [[nodiscard]] std::optional<attendance::LocalTime> local_time(std::string_view column);
  [[nodiscard]] attendance::LocalTime needed_local_time(std::string_view column);
  /// "mon+thu", "thứ Hai - thứ Sáu" (imports/written_weekdays.hpp): bit 0 Monday … bit 6 Sunday; nothing
  /// where the cell is empty.
  [[nodiscard]] std::optional<std::uint8_t> weekdays(std::string_view column);
  [[nodiscard]] std::optional<std::int32_t> number(std::string_view column, std::int32_t min,
                                                   std::int32_t max);
  [[nodiscard]] std::int32_t needed_number(std::string_view column, std::int32_t min, std::int32_t max);
  /// Days as half days: "12" is 24, "0.5" and "0,5" are 1; nothing where the cell is empty.
  [[nodiscard]] std::optional<std::int32_t> half_days(std::string_view column);
  /// "62,5" and "62.5" are 625, at most one decimal, up to 100; nothing where the cell is empty.
  [[nodiscard]] std::optional<std::int32_t> percent_tenths(std::string_view column);
  /// "2026-Q3", "2026-07" or "2026"; must be there.
  [[nodiscard]] inspection::Period period(std::string_view column);
  [[nodiscard]] bool yes(std::string_view column);  // empty: no

  template <class Meaning>
  [[nodiscard]] std::optional<Meaning> word(std::string_view column, std::span<const Word<Meaning>> words) {
    const auto text = cell(column);
    if (text.empty()) return std::nullopt;
    auto meaning = meaning_of(text, words);
    if (!meaning) {
      refuse(column, report_.say("không có từ này; dùng một trong: {}", "is not known; use one of: {}",
                                 list_of(words, report_.language())));
    }
    return meaning;
  }

  template <class Meaning>
  [[nodiscard]] std::optional<Meaning> needed_word(std::string_view column,
                                                   std::span<const Word<Meaning>> words) {
    if (cell(column).empty()) refuse_empty(column);
    return word(column, words);
  }

  /// From here on nothing refuses it.
  void trust() { is_trusted_ = true; }
  void refuse(std::string_view column, std::string message);
  void refuse_empty(std::string_view column);
  /// The cell says something that only another kind of row may say.
  void refuse_filled(std::string_view column, std::string_view vi, std::string_view en);

 private:
  const documents::CsvRecord& record_;
  const Header& header_;
  ImportReport& report_;
  bool good_ = true, is_trusted_ = false;
};

}  // namespace badge::app
