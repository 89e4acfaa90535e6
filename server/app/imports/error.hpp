#pragma once
/// What is wrong with a file that somebody wants to import: every bad row, in words that say what to do.
#include <fmt/format.h>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "server/app/language.hpp"

namespace badge::app {

inline constexpr std::size_t import_errors_listed_max = 1000;  // nobody mends more before trying again

struct ImportError {
  std::size_t line = 0;    // of the file, from 1; 0: the file as a whole
  std::string column;      // its name, or the key path in a TOML file; empty: the row as a whole
  std::string value;       // what stands there, shortened
  std::string message;     // the rule that it breaks and what to do
  std::string place = {};  // of a workbook or a calendar: "Danh sách!C7"; of other files empty
  friend bool operator==(const ImportError&, const ImportError&) = default;
};

/// In order of lines. `total` counts those too that are not listed.
struct ImportErrors {
  std::vector<ImportError> listed;
  std::size_t total = 0;
};

/// Collects errors and says them in the reader's language.
class ImportReport {
 public:
  explicit ImportReport(Language language) : language_(language) {}

  void add(std::size_t line, std::string_view column, std::string_view value, std::string message);
  /// Of a cell that is named by its place in a workbook.
  void add_at(std::string_view place, std::size_t line, std::string_view column, std::string_view value,
              std::string message);

  /// The same sentence in both languages, with {} for the arguments; checked when compiled.
  template <class... Args>
  [[nodiscard]] std::string say(fmt::format_string<Args...> vi, fmt::format_string<Args...> en,
                                Args&&... args) const {
    return language_ == Language::vi ? fmt::format(vi, std::forward<Args>(args)...)
                                     : fmt::format(en, std::forward<Args>(args)...);
  }

  [[nodiscard]] Language language() const { return language_; }
  [[nodiscard]] bool empty() const { return total_ == 0; }
  [[nodiscard]] std::size_t total() const { return total_; }

  /// The first `import_errors_listed_max` by line.
  [[nodiscard]] ImportErrors take();

 private:
  Language language_;
  std::vector<ImportError> errors_;
  std::size_t total_ = 0;
};

}  // namespace badge::app
