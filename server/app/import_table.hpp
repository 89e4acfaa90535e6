#pragma once
/// A CSV file as a table with named columns, row by row, every error noted with its line and column.
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/import_error.hpp"
#include "server/app/import_words.hpp"
#include "server/attendance/facts.hpp"
#include "server/documents/csv_reader.hpp"

namespace badge::app {

inline constexpr std::size_t code_bytes_max = 64;    // of units, staff, entrances, schedules
inline constexpr std::size_t text_bytes_max = 1000;  // of names, positions, papers

struct ImportColumns {
  std::vector<std::string_view> required, optional;
};

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
  [[nodiscard]] std::string code(std::string_view column);         // may be empty; no spaces in it
  [[nodiscard]] std::string needed_code(std::string_view column);

  [[nodiscard]] attendance::Date date(std::string_view column);
  /// Both ends count; an empty `to` is open.
  [[nodiscard]] attendance::DateSpan span(std::string_view from, std::string_view to);

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

  void refuse(std::string_view column, std::string message);
  void refuse_empty(std::string_view column);

 private:
  const documents::CsvRecord& record_;
  const Header& header_;
  ImportReport& report_;
  bool good_ = true;
};

struct TableRead {
  std::size_t rows = 0;                      // good and bad
  std::vector<std::string> ignored_columns;  // the file has them, we do not know them
};

/// Hands each readable row to `take`. Without its required columns nothing of the file is read.
TableRead read_table(std::string_view csv, const ImportColumns& columns, ImportReport& report,
                     const std::function<void(ImportRow&)>& take);

}  // namespace badge::app
