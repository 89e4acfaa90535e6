#pragma once
/// A table of text for a terminal: columns aligned by what the eye sees, Vietnamese letters included.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace badge::tools {

class Table {
 public:
  enum class Align : std::uint8_t { left, right };

  /// A '\n' in `heading` breaks it into lines.
  void column(std::string heading, Align align = Align::left);

  /// As many cells as there are columns.
  void row(std::vector<std::string> cells);

  /// Two spaces between columns, a rule under the headings, no space at line ends.
  [[nodiscard]] std::string str() const;

 private:
  struct Column {
    std::vector<std::string> heading;
    Align align;
  };
  std::vector<Column> columns_;
  std::vector<std::vector<std::string>> rows_;
};

/// "94,5 %" of 0.945, as offices write it; "–" where there is none.
[[nodiscard]] std::string percent(std::optional<double> rate);

/// "3.864": with a dot between thousands.
[[nodiscard]] std::string grouped(std::int64_t number);

}  // namespace badge::tools
